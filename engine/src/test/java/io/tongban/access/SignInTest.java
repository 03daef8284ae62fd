package io.tongban.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.org.People;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@ProductTest
class SignInTest {

    private static final String GOOD = "river-Lamp-7-cloud";

    @Autowired
    TestCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Test
    void one_signs_in_with_login_name_or_employee_number() {
        for (var account : List.of("chen.yu", "CHEN.YU", "YF004", "yf004")) {
            var answer = company.anonymous().login(account, TestCompany.PASSWORD);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("user").path("name").asString()).isEqualTo("陈宇");
            assertThat(answer.body().has("next")).isTrue();
            assertThat(answer.body().path("next").isNull()).isTrue();
            assertThat(answer.header("Set-Cookie"))
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Secure");
        }
    }

    @Test
    void i_see_who_i_am() {
        var me = company.signIn("wang.hr").get("/api/me").ok();
        assertThat(me.path("account").asString()).isEqualTo("wang.hr");
        assertThat(me.path("company").asString()).isEqualTo("云帆科技");
        assertThat(me.path("departments").path(0).path("name").asString()).isEqualTo("人力资源部");
        assertThat(me.path("roles").toString()).contains("employee", "hr");
        assertThat(me.path("permissions").toString()).contains("org.manage").doesNotContain("access.manage");
        assertThat(me.path("mustChangePassword").asBoolean()).isFalse();
        assertThat(me.path("demo").asBoolean()).isFalse();
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_refused_in_the_same_words() {
        var wrong = company.anonymous().login("wu.xs", "not the password");
        var unknown = company.anonymous().login("no.such.person", "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("access:wrong-password");
        assertThat(wrong.title()).isEqualTo("登录名、工号或密码不正确。");
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(wrong.raw().headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(company.anonymous()
                        .language("en-GB,en;q=0.9")
                        .login("wu.xs", "not the password")
                        .title())
                .isEqualTo("The login name, employee number or password is wrong.");
    }

    @Test
    void what_is_missing_in_a_sign_in_is_named() {
        var answer = company.anonymous().post("/api/login", Map.of());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("account");
        assertThat(company.anonymous().post("/api/login", "{broken").status()).isEqualTo(400);
    }

    @Test
    void who_left_cannot_sign_in_and_is_signed_out() {
        var account = company.employ("离开者", null);
        var client = company.signIn(account);
        people.setPresent(company.id(account), false);
        assertThat(client.get("/api/me").status()).isEqualTo(401);
        assertThat(company.anonymous().login(account, TestCompany.PASSWORD).status())
                .isEqualTo(401);
    }

    @Test
    void guesses_are_slowed_down_but_the_owner_still_gets_in_from_a_familiar_address() throws IOException {
        var account = company.employ("被猜者", null);
        company.signIn(account);
        for (int i = 0; i < 5; i++) {
            assertThat(from("127.0.0.5", account, "guess number " + i)).startsWith("HTTP/1.1 401");
        }
        var turnedAway = from("127.0.0.5", account, "guess number 6");
        assertThat(turnedAway)
                .startsWith("HTTP/1.1 429")
                .contains("Retry-After: ", "urn:problem:access:too-many-guesses");
        assertThat(from("127.0.0.6", account, TestCompany.PASSWORD)).startsWith("HTTP/1.1 429");
        assertThat(company.anonymous().login(account, TestCompany.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void an_address_that_guesses_at_many_names_is_slowed_down() throws IOException {
        for (int i = 0; i < 50; i++) {
            assertThat(from("127.0.0.7", "nobody" + i, "guess")).startsWith("HTTP/1.1 401");
        }
        assertThat(from("127.0.0.7", "nobody50", "guess")).startsWith("HTTP/1.1 429");
    }

    @Test
    void an_initial_password_has_to_be_changed_before_anything_else() {
        var account = company.employ("新同事", null);
        var initial = company.signIn("wang.hr")
                .post("/api/people/" + company.id(account) + "/reset-password", null)
                .ok()
                .path("password")
                .asString();
        var client = company.anonymous();
        assertThat(client.login(account, initial).body().path("next").asString())
                .isEqualTo("change-password");
        var refused = client.get("/api/people");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("access:change-password");
        assertThat(client.get("/api/me").ok().path("mustChangePassword").asBoolean())
                .isTrue();
        assertThat(client.post("/api/tokens", Map.of("name", "x")).status()).isEqualTo(403);
        assertThat(client.post("/api/me/password", Map.of("old", initial, "new", GOOD))
                        .status())
                .isEqualTo(204);
        assertThat(client.get("/api/people").status()).isEqualTo(200);
        assertThat(company.anonymous().login(account, initial).status()).isEqualTo(401);
        assertThat(company.anonymous().login(account, GOOD).status()).isEqualTo(200);
    }

    @Test
    void weak_passwords_are_refused_with_the_reason() {
        var account = company.employ("诸葛孔明", null);
        var client = company.signIn(account);
        assertThat(refusal(client, "short")).isEqualTo("access:password-short");
        assertThat(refusal(client, "my-" + account)).isEqualTo("access:password-own");
        assertThat(refusal(client, "我是诸葛孔明，字孔明。")).isEqualTo("access:password-own");
        assertThat(refusal(client, "Password2026!")).isEqualTo("access:password-common");
        assertThat(refusal(client, "1234567890")).isEqualTo("access:password-common");
        assertThat(refusal(client, "aaaaaaaaaaaa")).isEqualTo("access:password-common");
        assertThat(refusal(client, "x".repeat(40) + "长".repeat(20))).isEqualTo("access:password-long");
        assertThat(refusal(client, TestCompany.PASSWORD)).isEqualTo("access:password-same");
        var wrongOld = client.post("/api/me/password", Map.of("old", "not it", "new", GOOD));
        assertThat(wrongOld.body().path("errors").path(0).path("field").asString())
                .isEqualTo("old");
    }

    private static String refusal(TestClient client, String password) {
        var answer = client.post("/api/me/password", Map.of("old", TestCompany.PASSWORD, "new", password));
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().path("errors").path(0).path("code").asString();
    }

    @Test
    void changing_the_password_ends_the_other_sessions() {
        var account = company.employ("换密码者", null);
        var here = company.signIn(account);
        var elsewhere = company.signIn(account);
        here.post("/api/me/password", Map.of("old", TestCompany.PASSWORD, "new", GOOD))
                .ok();
        assertThat(here.get("/api/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_the_session_at_once() {
        var client = company.signIn("chen.yu");
        var secret = client.cookie();
        assertThat(client.post("/api/logout", null).status()).isEqualTo(204);
        assertThat(client.cookie()).isNull();
        var ended = client.cookie(secret).get("/api/me");
        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.problem()).isEqualTo("access:session-ended");
        assertThat(ended.title()).isEqualTo("登录已失效，请重新登录。");
        assertThat(ended.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void an_expired_or_idle_session_is_no_session() {
        for (var column : List.of("expires_at", "seen_at")) {
            var client = company.signIn("chen.yu");
            jdbc.update(
                    "update access_session set " + column + " = '2020-01-01 00:00:00' where secret_hash = ?",
                    Secrets.hash(String.valueOf(client.cookie())));
            assertThat(client.get("/api/me").problem()).isEqualTo("access:session-ended");
            assertThat(client.signIn("chen.yu", TestCompany.PASSWORD)
                            .get("/api/me")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void sessions_are_listed_and_ended_from_afar() {
        var account = company.employ("多设备者", null);
        var here = company.signIn(account).header("User-Agent", "Office/1");
        var phone = company.signIn(account);
        var items = here.get("/api/sessions").ok().path("items");
        assertThat(items.size()).isEqualTo(2);
        var other = items.valueStream()
                .filter(s -> !s.path("current").asBoolean())
                .findFirst()
                .orElseThrow();
        var id = other.path("id").asString();
        assertThat(company.signIn("wu.xs").delete("/api/sessions/" + id).status())
                .isEqualTo(404);
        assertThat(phone.get("/api/me").status()).isEqualTo(200);
        assertThat(here.delete("/api/sessions/" + id).status()).isEqualTo(204);
        assertThat(phone.get("/api/me").status()).isEqualTo(401);
        assertThat(here.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void a_token_works_for_programs_until_it_is_revoked() {
        var owner = company.signIn(company.employ("令牌持有者", null));
        var made = owner.post("/api/tokens", Map.of("name", "报表程序"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).startsWith("/api/tokens/");
        var token = made.body().path("token").asString();
        var program = company.anonymous().token(token);
        assertThat(program.get("/api/me").ok().path("name").asString()).isEqualTo("令牌持有者");
        assertThat(jdbc.queryForObject(
                        "select count(*) from access_session where secret_hash = ?", Integer.class, token))
                .isZero();
        assertThat(owner.get("/api/tokens").text()).contains("报表程序").doesNotContain(token);
        assertThat(program.post("/api/tokens", Map.of("name", "another")).problem())
                .isEqualTo("access:session-needed");
        assertThat(program.post("/api/me/password", Map.of("old", TestCompany.PASSWORD, "new", GOOD))
                        .status())
                .isEqualTo(403);
        var id = made.body().path("id").asString();
        assertThat(company.signIn("wu.xs").delete("/api/tokens/" + id).status()).isEqualTo(404);
        assertThat(owner.delete("/api/tokens/" + id).status()).isEqualTo(204);
        assertThat(program.get("/api/me").status()).isEqualTo(401);
        assertThat(owner.post("/api/tokens", Map.of("name", " ")).status()).isEqualTo(422);
    }

    /** Signs in from another loopback address and returns what came back. */
    private String from(String address, String account, String password) throws IOException {
        var body = "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}";
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream()
                    .write(("POST /api/login HTTP/1.1\r\nHost: 127.0.0.1:" + port
                                    + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
