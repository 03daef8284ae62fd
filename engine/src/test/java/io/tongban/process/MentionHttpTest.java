package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.org.People;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is mentioned is told, and may read the request from then on. */
@ProductTest
class MentionHttpTest {

    @Autowired
    TestCompany company;

    @Autowired
    People people;

    TestClient lin = new TestClient(0);
    String friend = "";
    String request = "";

    @BeforeEach
    void aRequest() {
        lin = company.signIn(company.employ("林晓", "zhao.min"));
        friend = company.employ("秦岚", "sun.lei");
        request = lin.post(
                        "/api/requests",
                        Map.of("process", "trial-proof", "answers", Map.of("topic", "劳动合同", "secret", "涉密")))
                .ok()
                .at("/id")
                .asString();
    }

    private TestClient.Answer say(TestClient who, String text, Object... mentions) {
        return who.post("/api/requests/" + request + "/comments", Map.of("text", text, "mentions", List.of(mentions)));
    }

    @Test
    void a_mention_tells_opens_the_request_and_stands_in_the_trail_with_the_name() {
        var qin = company.signIn(friend);
        assertThat(qin.get("/api/requests/" + request).status()).isEqualTo(404);

        var seen = say(lin, "@秦岚 请帮忙看看", company.id(friend)).ok();
        assertThat(seen.at("/timeline/1/mentions/0/name").asString()).isEqualTo("秦岚");

        assertThat(qin.get("/api/requests/" + request)
                        .ok()
                        .at("/timeline/1/comment")
                        .asString())
                .isEqualTo("@秦岚 请帮忙看看");
        assertThat(qin.get("/api/requests/" + request + "/diagram").status()).isEqualTo(200);
        var notices = qin.get("/api/notifications").ok().at("/items");
        assertThat(notices.size()).isEqualTo(1);
        assertThat(notices.at("/0/kind").asString()).isEqualTo("process.mentioned");
        assertThat(notices.at("/0/title").asString()).contains("林晓").contains("劳动合同");
        assertThat(notices.at("/0/link").asString()).isEqualTo("/requests/" + request);

        say(qin, "看过了").ok();
    }

    @Test
    void whoever_takes_part_and_is_mentioned_is_told_once() {
        say(lin, "@赵敏 请尽快", company.id("zhao.min")).ok();
        var about = company.signIn("zhao.min")
                .get("/api/notifications")
                .ok()
                .at("/items")
                .valueStream()
                .filter(notice -> notice.at("/link").asString().endsWith(request))
                .map(notice -> notice.at("/kind").asString())
                .toList();
        assertThat(about).containsExactly("process.mentioned");
    }

    @Test
    void a_mention_opens_no_field_that_a_step_may_not_see() {
        say(company.signIn("zhao.min"), "@秦岚", company.id(friend)).ok();
        assertThat(company.signIn(friend)
                        .get("/api/requests/" + request)
                        .ok()
                        .at("/answers")
                        .has("secret"))
                .isFalse();
        assertThat(company.signIn("zhao.min")
                        .get("/api/requests/" + request)
                        .ok()
                        .at("/answers")
                        .has("secret"))
                .isFalse();
        assertThat(lin.get("/api/requests/" + request).ok().at("/answers").has("secret"))
                .isTrue();
    }

    @Test
    void unknown_and_left_people_can_not_be_mentioned_and_nothing_is_said_then() {
        var gone = company.employ("离开", "zhao.min");
        people.setPresent(company.id(gone), false);
        for (var nobody : List.of(company.id(gone), UUID.randomUUID().toString(), "", "'; --")) {
            var refused = say(lin, "@谁", nobody);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("mentions");
            assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("process:mentioned-nobody");
        }
        assertThat(say(lin, "@所有人", Collections.nCopies(1, company.id(friend)).toArray())
                        .status())
                .isEqualTo(200);
        var everybody = people.everybody().stream().limit(21).toArray();
        assertThat(say(lin, "@所有人", everybody).status()).isEqualTo(422);
        assertThat(lin.get("/api/requests/" + request).ok().at("/timeline").size())
                .isEqualTo(2);
    }

    @Test
    void who_may_not_read_can_not_comment_and_learns_nothing_of_people() {
        var wu = company.signIn("wu.xs");
        assertThat(say(wu, "hi", company.id(friend)).status()).isEqualTo(404);
        assertThat(say(wu, "hi", "nobody").status()).isEqualTo(404);
        assertThat(company.signIn(friend).get("/api/requests/" + request).status())
                .isEqualTo(404);
    }

    @Test
    void a_repeated_click_mentions_once_and_another_mention_is_another_deed() {
        var body = Map.of("text", "@秦岚", "mentions", List.of(company.id(friend)));
        var path = "/api/requests/" + request + "/comments";
        var key = UUID.randomUUID().toString();
        lin.post(path, body, key).ok();
        lin.post(path, body, key).ok();
        assertThat(company.signIn(friend)
                        .get("/api/notifications")
                        .ok()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertThat(lin.post(path, Map.of("text", "@秦岚", "mentions", List.of(company.id("sun.lei"))), key)
                        .problem())
                .isEqualTo("process:key-reused");
    }
}
