package io.tongban.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The first start of an empty installation; the steps follow each other. */
@ProductTest
@TestPropertySource(properties = "tongban.public-url=https://office.example")
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetupTest {

    @Autowired
    Setup setup;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SetupController.Printer printer;

    @LocalServerPort
    int port;

    private static Map<String, String> company(String code) {
        return Map.of(
                "code", code, "company", "长风制造", "name", "林远", "account", "lin.yuan", "password", "stone-Bridge-42");
    }

    @Test
    @Order(1)
    void an_empty_installation_asks_for_set_up_and_has_no_account() {
        assertThat(new TestClient(port).get("/api/setup").ok().path("needed").asBoolean())
                .isTrue();
        assertThat(jdbc.queryForObject("select count(*) from access_account", Integer.class))
                .isZero();
    }

    @Test
    @Order(2)
    void the_start_prints_the_code_clearly(CapturedOutput output) {
        printer.print();
        assertThat(output.getOut()).contains("设置码 Code: ", "https://office.example", "=====");
    }

    @Test
    @Order(3)
    void a_wrong_code_is_refused_and_changes_nothing() {
        var answer = new TestClient(port).post("/api/setup", company("aaaa-aaaa-aaaa"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("code").asString()).isEqualTo("access:setup-code");
        assertThat(jdbc.queryForObject("select count(*) from org_person", Integer.class))
                .isZero();
    }

    @Test
    @Order(4)
    void an_incomplete_form_is_refused_and_the_code_stays_good() {
        var code = setup.newCode();
        var weak = new TestClient(port)
                .post(
                        "/api/setup",
                        Map.of(
                                "code",
                                code,
                                "company",
                                "长风制造",
                                "name",
                                "林远",
                                "account",
                                "lin.yuan",
                                "password",
                                "123"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(jdbc.queryForObject("select count(*) from org_department", Integer.class))
                .isZero();
    }

    @Test
    @Order(5)
    void guessing_the_code_is_slowed_down() {
        TestClient.Answer answer;
        int tries = 0;
        do {
            answer = new TestClient(port).post("/api/setup", company("bbbb-bbbb-bbbb"));
        } while (answer.status() == 422 && ++tries < 30);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        jdbc.update("delete from access_guess");
    }

    @Test
    @Order(6)
    void of_many_at_once_with_the_right_code_one_succeeds() {
        var code = setup.newCode();
        var calls = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        new TestClient(port).post("/api/setup", company(code)).status()))
                .toList();
        var answers = calls.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409);
        assertThat(jdbc.queryForObject("select count(*) from org_person", Integer.class))
                .isEqualTo(1);
    }

    @Test
    @Order(7)
    void afterwards_the_administrator_signs_in_and_the_wizard_is_closed() {
        var client = new TestClient(port).signIn("lin.yuan", "stone-Bridge-42");
        var me = client.get("/api/me").ok();
        assertThat(me.path("company").asString()).isEqualTo("长风制造");
        assertThat(me.path("permissions").toString()).contains("access.manage", "org.manage");
        assertThat(client.get("/api/setup").ok().path("needed").asBoolean()).isFalse();
        var again = new TestClient(port).post("/api/setup", company(setup.newCode()));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("access:set-up-already");
    }
}
