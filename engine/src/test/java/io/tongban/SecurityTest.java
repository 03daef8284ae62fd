package io.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.kernel.Endpoint;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ProductTest
class SecurityTest {

    @Autowired
    TestCompany company;

    @org.springframework.boot.test.web.server.LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void every_handler_says_who_may_call_it_and_few_are_open_to_all() {
        var silent = new TreeSet<String>();
        var open = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            var endpoint = method.getMethodAnnotation(Endpoint.class);
            var library = method.getBeanType().getName().startsWith("org.springdoc.");
            if (endpoint == null && !library) {
                silent.add(method.toString());
            }
            if (library || endpoint != null && endpoint.value().equals(Endpoint.ANONYMOUS)) {
                mapping.getPatternValues()
                        .forEach(path -> open.add(mapping.getMethodsCondition().getMethods() + " " + path));
            }
        });
        assertThat(silent).isEmpty();
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "[POST] /api/login",
                        "[GET] /api/setup",
                        "[POST] /api/setup",
                        "[GET] /api/verify/{code}",
                        "[GET] /api/openapi.json",
                        "[GET] /api/openapi.json.yaml",
                        "[] /error",
                        "[GET] /",
                        "[GET] /{first:(?!api$|assets$)[^.]+}",
                        "[GET] /{first:(?!api$|assets$)[^.]+}/**");
    }

    @Test
    void a_parameter_or_header_that_is_no_text_is_refused_in_words() throws Exception {
        var chen = company.signIn("chen.yu");
        var parameter = chen.get("/api/tasks?q=%ED%A0%80");
        assertThat(parameter.status()).isEqualTo(400);
        assertThat(parameter.problem()).isEqualTo("kernel:malformed");
        var header = rawly("POST /api/requests", chen.cookie(), "Idempotency-Key: \u94a5\u5319");
        assertThat(header).startsWith("HTTP/1.1 400").contains("urn:problem:kernel:malformed");
    }

    /** The JDK's client sends no such headers. */
    private String rawly(String call, @org.jspecify.annotations.Nullable String cookie, String header)
            throws java.io.IOException {
        var body = "{\"process\":\"x\"}";
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(String.join(
                                    "\r\n",
                                    call + " HTTP/1.1",
                                    "Host: 127.0.0.1:" + port,
                                    "Cookie: tongban=" + cookie,
                                    "Content-Type: application/json",
                                    "Content-Length: " + body.length(),
                                    "Connection: close",
                                    header,
                                    "",
                                    body)
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_fraction_is_refused_where_a_whole_number_belongs() {
        var adjusted = company.signIn("wang.hr")
                .post(
                        "/api/leaves/people/" + company.id("chen.yu") + "/adjust",
                        Map.of("type", "annual", "minutes", 1.5, "reason", "更正"));
        assertThat(adjusted.status()).isEqualTo(400);
    }

    @Test
    void without_a_session_nothing_else_answers() {
        var nobody = company.anonymous();
        for (var path : new String[] {
            "/api/me",
            "/api/people",
            "/api/departments",
            "/api/tokens",
            "/api/sessions",
            "/api/no-such-thing",
            "/actuator"
        }) {
            var answer = nobody.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.problem()).as(path).isEqualTo("kernel:unauthenticated");
        }
        assertThat(nobody.get("/api/setup").ok().path("needed").asBoolean()).isFalse();
        assertThat(nobody.get("/actuator/health").status()).isEqualTo(200);
        assertThat(nobody.get("/api/openapi.json").ok().path("openapi").asString())
                .startsWith("3");
        assertThat(nobody.post("/", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void a_made_up_credential_opens_nothing() {
        assertThat(company.anonymous().cookie("made-up").get("/api/me").problem())
                .isEqualTo("access:session-ended");
        assertThat(company.anonymous().token("made-up").get("/api/me").status()).isEqualTo(401);
        assertThat(company.anonymous()
                        .cookie("made-up")
                        .login("chen.yu", TestCompany.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void signed_in_one_finds_nothing_where_nothing_is() {
        var answer = company.signIn("chen.yu").get("/api/no-such-thing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("kernel:not-found");
    }

    @Test
    void another_site_cannot_act_through_a_visitors_browser() {
        var visitor = company.signIn("chen.yu");
        for (var header : new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Origin", "http://127.0.0.1:1"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            var answer = visitor.send("POST", "/api/tokens", Map.of("name", "x"), Map.of(header[0], header[1]));
            assertThat(answer.status()).as(header[1]).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("kernel:origin");
        }
        var login = company.anonymous().header("Origin", "https://evil.example").login("chen.yu", TestCompany.PASSWORD);
        assertThat(login.status()).isEqualTo(403);
        assertThat(visitor.get("/api/tokens").ok().path("items").size()).isZero();
    }

    @Test
    void the_own_pages_and_programs_with_a_token_may_act() {
        var own = company.signIn("wu.xs");
        var page = own.request("/").build().uri();
        var sent = own.send(
                "POST",
                "/api/tokens",
                Map.of("name", "page"),
                Map.of("Origin", "http://127.0.0.1:" + page.getPort(), "Sec-Fetch-Site", "same-origin"));
        assertThat(sent.status()).isEqualTo(201);
        var program = company.anonymous()
                .token(sent.body().path("token").asString())
                .header("Origin", "https://partner.example");
        assertThat(program.delete("/api/tokens/" + sent.body().path("id").asString())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void answers_carry_the_headers_that_protect_the_pages() {
        var answer = company.anonymous().get("/api/setup");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self';", "frame-ancestors 'none'", "connect-src 'self'")
                .doesNotContain("unsafe-eval");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void what_the_server_itself_refuses_is_a_problem_too() {
        var answer = company.anonymous().get("/api/people;x=1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("kernel:malformed");
    }
}
