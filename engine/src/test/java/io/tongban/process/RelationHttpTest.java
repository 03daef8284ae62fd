package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Requests that refer to each other, for those who may read both. */
@ProductTest
class RelationHttpTest {

    @Autowired
    TestCompany company;

    TestClient lin = new TestClient(0);
    TestClient wu = new TestClient(0);
    TestClient zhao = new TestClient(0);

    @BeforeEach
    void somebodyNew() {
        lin = company.signIn(company.employ("林晓", "zhao.min"));
        wu = company.signIn("wu.xs");
        zhao = company.signIn("zhao.min");
    }

    private static JsonNode ask(TestClient applicant, String topic, String... related) {
        return applicant
                .post(
                        "/api/requests",
                        Map.of(
                                "process",
                                "trial-proof",
                                "answers",
                                Map.of("topic", topic),
                                "related",
                                List.of(related)))
                .ok();
    }

    private static String id(JsonNode request) {
        return request.at("/id").asString();
    }

    private static TestClient.Answer relate(TestClient actor, String request, String... others) {
        return actor.post("/api/requests/" + request + "/related", Map.of("related", List.of(others)));
    }

    private static List<String> related(TestClient reader, String request) {
        return reader.get("/api/requests/" + request + "/related")
                .ok()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/request/id").asString())
                .toList();
    }

    private static List<String> found(TestClient reader, String words) {
        var q = URLEncoder.encode(words, StandardCharsets.UTF_8);
        return reader.get("/api/requests?q=" + q)
                .ok()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    @Test
    void a_request_names_others_when_it_is_submitted_and_both_sides_show_it() {
        var first = id(ask(lin, "出差"));
        var second = id(ask(lin, "报销", first));

        assertThat(related(lin, second)).containsExactly(first);
        assertThat(related(lin, first)).containsExactly(second);
        var item = zhao.get("/api/requests/" + first + "/related").ok();
        assertThat(item.at("/items/0/request/title").asString()).isEqualTo("报销");
        assertThat(item.at("/items/0/addedBy/name").asString()).isEqualTo("林晓");
        assertThat(item.at("/items/0/removable").asBoolean()).isFalse();
        assertThat(item.at("/mayAdd").asBoolean()).as("it waits for her").isTrue();
    }

    @Test
    void who_may_not_read_the_other_learns_nothing_of_it() {
        var first = id(ask(lin, "绝密事项"));
        var second = id(ask(lin, "报销", first));
        var sun = company.signIn("sun.lei");
        lin.post(
                        "/api/requests/" + second + "/comments",
                        Map.of("text", "请看", "mentions", List.of(company.id("sun.lei"))))
                .ok();

        var seen = sun.get("/api/requests/" + second + "/related");
        assertThat(seen.ok().at("/items").size()).isZero();
        assertThat(seen.text()).doesNotContain(first).doesNotContain("绝密");
        assertThat(sun.get("/api/requests/" + second).ok().toString())
                .doesNotContain(first)
                .doesNotContain("绝密");
        assertThat(sun.get("/api/requests/" + first + "/related").status()).isEqualTo(404);
        assertThat(sun.get("/api/requests?id=" + first).ok().at("/items").size())
                .isZero();
    }

    @Test
    void only_what_somebody_may_read_is_related_and_a_refusal_does_not_tell_why() {
        var theirs = id(ask(wu, "销售合同"));
        var mine = id(ask(lin, "采购合同"));
        var unread = relate(lin, mine, theirs);
        var unknown = relate(lin, mine, UUID.randomUUID().toString());
        assertThat(unread.status()).isEqualTo(422);
        assertThat(unread.body().at("/errors")).isEqualTo(unknown.body().at("/errors"));
        assertThat(relate(lin, mine, "../x").status()).isEqualTo(422);
        assertThat(relate(lin, mine, mine).body().at("/errors/0/code").asString())
                .isEqualTo("process:related-to-itself");
        assertThat(lin.post(
                                "/api/requests",
                                Map.of(
                                        "process",
                                        "trial-proof",
                                        "answers",
                                        Map.of("topic", "x"),
                                        "related",
                                        List.of(theirs)))
                        .status())
                .isEqualTo(422);
        assertThat(related(wu, theirs)).isEmpty();
    }

    @Test
    void the_applicant_and_who_holds_it_may_add_others_may_not() {
        var first = id(ask(lin, "出差"));
        var second = id(ask(lin, "报销"));
        assertThat(relate(wu, first, second).status()).isEqualTo(404);
        var sun = company.signIn("sun.lei");
        for (var request : List.of(first, second)) {
            lin.post(
                            "/api/requests/" + request + "/comments",
                            Map.of("text", "请看", "mentions", List.of(company.id("sun.lei"))))
                    .ok();
        }
        assertThat(relate(sun, first, second).status()).isEqualTo(403);
        assertThat(relate(zhao, first, second).status()).isEqualTo(200);
        assertThat(relate(lin, second, first).status()).as("they are already").isEqualTo(200);
        assertThat(related(lin, first)).containsExactly(second);

        assertThat(lin.delete("/api/requests/" + first + "/related/" + second).status())
                .isEqualTo(403);
        assertThat(zhao.delete("/api/requests/" + first + "/related/" + second)
                        .ok()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(zhao.delete("/api/requests/" + first + "/related/" + second).status())
                .isEqualTo(404);
    }

    @Test
    void there_is_a_limit_in_words() {
        var main = id(ask(lin, "总单"));
        var others = new ArrayList<String>();
        for (int i = 0; i < 21; i++) {
            others.add(id(ask(lin, "分单" + i)));
        }
        assertThat(relate(lin, main, others.toArray(String[]::new)).status()).isEqualTo(422);
        assertThat(relate(lin, main, others.subList(0, 20).toArray(String[]::new))
                        .status())
                .isEqualTo(200);
        var more = relate(lin, main, others.get(20));
        assertThat(more.body().at("/errors/0/code").asString()).isEqualTo("process:too-many-related");
        assertThat(more.body().at("/errors/0/message").asString()).contains("20");
    }

    @Test
    void requests_are_found_by_title_and_number_among_those_that_may_be_read() {
        var asked = ask(lin, "找得到100%_的合同");
        var number = asked.at("/number").asString();
        assertThat(found(lin, "找得到")).containsExactly(id(asked));
        assertThat(found(lin, "100%_")).containsExactly(id(asked));
        assertThat(found(lin, "%")).containsExactly(id(asked));
        assertThat(found(lin, "")).contains(id(asked));
        assertThat(found(zhao, "找得到")).as("it waits for her").containsExactly(id(asked));
        assertThat(found(lin, number.toLowerCase(java.util.Locale.ROOT))).containsExactly(id(asked));
        assertThat(found(wu, "找得到")).isEmpty();
        assertThat(found(wu, number)).isEmpty();
        assertThat(found(company.signIn("gao.admin"), number)).containsExactly(id(asked));
        assertThat(company.anonymous().get("/api/requests?q=x").status()).isEqualTo(401);
    }
}
