package io.tongban.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.file.Samples;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Own phrases, and the signature that somebody keeps. */
@ProductTest
class OpinionHttpTest {

    @Autowired
    TestCompany company;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    String account = "";
    TestClient lin = new TestClient(0);

    @BeforeEach
    void somebodyNew() {
        account = company.employ("林晓", "zhao.min");
        lin = company.signIn(account);
    }

    private TestClient.Answer keep(List<String> phrases, int revision) {
        return lin.put("/api/phrases", Map.of("phrases", phrases, "revision", revision));
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void own_phrases_keep_their_order_beside_those_of_the_company() {
        var before = lin.get("/api/phrases").ok();
        assertThat(before.at("/items").size()).isZero();
        assertThat(words(before.at("/company"))).hasSize(5).contains("同意。");
        assertThat(words(lin.language("en").get("/api/phrases").ok().at("/company")))
                .contains("Approved.");

        var kept = keep(List.of("  请财务复核😀 ", "同意", "", "同意"), 0).ok();
        assertThat(words(kept.at("/items"))).containsExactly("请财务复核😀", "同意");
        keep(List.of("同意", "请财务复核😀"), kept.at("/revision").asInt()).ok();
        assertThat(words(lin.get("/api/phrases").ok().at("/items"))).containsExactly("同意", "请财务复核😀");
        assertThat(company.signIn("wu.xs").get("/api/phrases").ok().at("/items").size())
                .isZero();
    }

    @Test
    void an_older_page_does_not_overwrite_the_list() {
        keep(List.of("一"), 0).ok();
        assertThat(keep(List.of("二"), 0).problem()).isEqualTo("approval:phrases-moved");
        keep(List.of("一", "二"), 1).ok();
        assertThat(keep(List.of("三"), 1).status()).isEqualTo(409);
        assertThat(words(lin.get("/api/phrases").ok().at("/items"))).containsExactly("一", "二");
    }

    @Test
    void there_are_limits_in_words() {
        var many = IntStream.rangeClosed(1, 51).mapToObj(n -> "第" + n).toList();
        assertThat(keep(many, 0).body().at("/errors/0/message").asString()).contains("50");
        keep(many.subList(0, 50), 0).ok();
        var late = keep(List.of("字".repeat(201)), 1);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body().at("/errors/0/field").asString()).isEqualTo("phrases[0]");
        keep(List.of("😀".repeat(200)), 1).ok();
        assertThat(lin.put("/api/phrases", Map.of("revision", 2)).status()).isEqualTo(400);
        assertThat(company.anonymous().get("/api/phrases").status()).isEqualTo(401);
    }

    private String sign() {
        return lin.upload("/api/files", "签名.png", "image/png", Samples.signature())
                .ok()
                .at("/id")
                .asString();
    }

    private static TestClient.Answer copy(TestClient who, String password) {
        return who.post("/api/signature/copies", password.isEmpty() ? Map.of() : Map.of("password", password));
    }

    @Test
    void a_signature_is_kept_with_the_password_and_each_use_is_a_copy() {
        assertThat(lin.get("/api/signature").ok().at("/file").isNull()).isTrue();
        assertThat(copy(lin, TestCompany.PASSWORD).status()).isEqualTo(404);
        var file = sign();
        for (var wrong : List.of("", "wrong-password")) {
            var refused = lin.put("/api/signature", Map.of("file", file, "password", wrong));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("password");
        }
        var kept = lin.put("/api/signature", Map.of("file", file, "password", TestCompany.PASSWORD))
                .ok();
        assertThat(kept.at("/file").asString()).isEqualTo(file);
        assertThat(kept.at("/open").asBoolean()).isTrue();

        var first = copy(lin, "").ok().at("/file").asString();
        var second = copy(lin, "").ok().at("/file").asString();
        assertThat(List.of(first, second, file)).doesNotHaveDuplicates();
        assertThat(lin.get("/api/files/" + first).status()).isEqualTo(200);
        assertThat(company.signIn("wu.xs").get("/api/files/" + file).status()).isEqualTo(404);
        assertThat(company.signIn("gao.admin").get("/api/files/" + file).status())
                .isEqualTo(404);
    }

    @Test
    void another_session_and_a_later_hour_ask_for_the_password_again() {
        lin.put("/api/signature", Map.of("file", sign(), "password", TestCompany.PASSWORD))
                .ok();
        var phone = company.signIn(account);
        assertThat(phone.get("/api/signature").ok().at("/open").asBoolean()).isFalse();
        assertThat(copy(phone, "").body().at("/errors/0/code").asString()).isEqualTo("access:password-needed");
        assertThat(copy(phone, "wrong-password").body().at("/errors/0/code").asString())
                .isEqualTo("access:old-wrong");
        copy(phone, TestCompany.PASSWORD).ok();
        copy(phone, "").ok();

        jdbc.update(
                "update approval_signature set confirmed_at = ? where person_id = ?",
                java.sql.Timestamp.from(clock.instant().minus(Duration.ofMinutes(16))),
                company.id(account));
        assertThat(copy(phone, "").status()).isEqualTo(422);
    }

    @Test
    void guessing_the_password_is_slowed_down() {
        lin.put("/api/signature", Map.of("file", sign(), "password", TestCompany.PASSWORD))
                .ok();
        var other = company.signIn(account);
        for (int i = 0; i < 20; i++) {
            copy(other, "wrong-password-" + i);
        }
        assertThat(copy(other, TestCompany.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void a_new_one_replaces_it_and_it_can_be_forgotten_what_is_no_signature_is_not_kept() {
        var first = sign();
        var second = sign();
        for (var file : List.of(first, second)) {
            lin.put("/api/signature", Map.of("file", file, "password", TestCompany.PASSWORD))
                    .ok();
        }
        assertThat(lin.get("/api/signature").ok().at("/file").asString()).isEqualTo(second);
        var blank = lin.upload("/api/files", "空.png", "image/png", Samples.picture(300, 120, false))
                .ok()
                .at("/id")
                .asString();
        assertThat(lin.put("/api/signature", Map.of("file", blank, "password", TestCompany.PASSWORD))
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("file:drawing-empty");
        assertThat(company.signIn("wu.xs")
                        .put("/api/signature", Map.of("file", second, "password", TestCompany.PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(lin.delete("/api/signature").status()).isEqualTo(204);
        assertThat(lin.delete("/api/signature").status()).isEqualTo(404);
        assertThat(lin.get("/api/signature").ok().at("/file").isNull()).isTrue();
    }
}
