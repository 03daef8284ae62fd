package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What administrators see and do over HTTP, and that nobody else does. */
@ProductTest
class AdminHttpTest {

    @Autowired
    Desk desk;

    @Autowired
    TestCompany company;

    private static List<String> ids(JsonNode list) {
        var ids = new ArrayList<String>();
        list.path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private static List<String> words(JsonNode list) {
        var words = new ArrayList<String>();
        list.forEach(word -> words.add(word.asString()));
        return words;
    }

    private TestClient gao() {
        return company.signIn("gao.admin");
    }

    private static String path(Desk.Case asked, String deed) {
        return "/api/admin/requests/" + asked.id + deed;
    }

    @Test
    void the_list_shows_what_is_under_way_with_whom_the_newest_first() {
        var applicant = company.employ("名单申请人", "zhao.min");
        var first = desk.ask(applicant, "trial-request", "topic", "名单甲");
        var vote = desk.ask(applicant, "trial-vote", "way", "all", "people", desk.ids("wang.hr", "wu.xs"));
        desk.ask(applicant, "trial-request").rejects("zhao.min");
        var all = gao().get("/api/admin/requests?applicant=" + company.id(applicant))
                .ok();
        assertThat(ids(all)).containsExactly(vote.id, first.id);
        assertThat(all.at("/items/1/waiting/0/holders/0/name").asString()).isEqualTo("赵敏");
        assertThat(all.at("/items/0/waiting/0/holders").size()).isEqualTo(2);
        assertThat(ids(gao().get("/api/admin/requests?q=" + url("名单甲")).ok())).containsExactly(first.id);
        assertThat(ids(gao().get("/api/admin/requests?process=trial-vote&applicant=" + company.id(applicant))
                        .ok()))
                .containsExactly(vote.id);
        var page = gao().get("/api/admin/requests?limit=1&applicant=" + company.id(applicant))
                .ok();
        assertThat(ids(page)).containsExactly(vote.id);
        assertThat(ids(gao().get("/api/admin/requests?limit=1&applicant=" + company.id(applicant) + "&cursor="
                                + page.path("next").asString())
                        .ok()))
                .containsExactly(first.id);
    }

    private static String url(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void administrators_of_one_process_see_only_its_requests_and_others_nothing() {
        var branches = desk.ask("chen.yu", "trial-branches");
        var other = desk.ask("chen.yu", "trial-request");
        var wang = company.signIn("wang.hr");
        assertThat(ids(wang.get("/api/admin/requests?limit=100").ok()))
                .contains(branches.id)
                .doesNotContain(other.id);
        assertThat(wang.get("/api/admin/requests?process=trial-request")
                        .ok()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(wang.get("/api/admin/requests/processes").ok().toString())
                .contains("trial-branches")
                .doesNotContain("trial-request");
        assertThat(words(wang.get("/api/requests/" + branches.id).ok().path("actions")))
                .contains("administer");
        assertThat(wang.get(path(other, "")).status()).isEqualTo(404);
        assertThat(company.signIn("zhao.min").get("/api/admin/requests").status())
                .isEqualTo(403);
        assertThat(company.signIn("zhao.min").get(path(other, "")).status()).isEqualTo(403);
        assertThat(company.signIn("wu.xs").get(path(other, "")).status()).isEqualTo(404);
        assertThat(words(company.signIn("zhao.min")
                        .get("/api/requests/" + other.id)
                        .ok()
                        .path("actions")))
                .doesNotContain("administer");
        assertThat(company.signIn("zhao.min")
                        .post(path(other, "/stop"), Map.of("comment", "停"))
                        .status())
                .isEqualTo(403);
        assertThat(gao().get("/api/admin/requests?state=nonsense").status()).isEqualTo(400);
        assertThat(words(wang.get("/api/me").ok().path("abilities"))).contains("process.look-after");
        assertThat(words(company.signIn("zhao.min").get("/api/me").ok().path("abilities")))
                .doesNotContain("process.look-after");
    }

    @Test
    void suspended_it_is_marked_in_every_list_and_offers_nothing_to_click() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000);
        var task = asked.rows("zhao.min").get(0).id();
        var seen =
                gao().post(path(asked, "/suspend"), Map.of("comment", "等审计结果")).ok();
        assertThat(seen.path("suspendedAt").isNull()).isFalse();
        assertThat(seen.path("status").asString()).isEqualTo("running");
        var zhao = company.signIn("zhao.min");
        var shown = zhao.get("/api/tasks/" + task).ok();
        assertThat(shown.path("actions").isEmpty()).isTrue();
        assertThat(shown.path("suspended").asBoolean()).isTrue();
        var refused = zhao.post("/api/tasks/" + task + "/approve", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.title()).contains("挂起");
        assertThat(words(company.signIn("chen.yu")
                        .get("/api/requests/" + asked.id)
                        .ok()
                        .path("actions")))
                .contains("comment")
                .doesNotContain("withdraw", "urge");
        assertThat(ids(gao().get("/api/admin/requests?state=suspended&limit=100")
                        .ok()))
                .contains(asked.id);
        assertThat(notices("zhao.min")).anyMatch(text -> text.contains("已挂起"));
        assertThat(notices("chen.yu")).anyMatch(text -> text.contains("已挂起"));
        gao().post(path(asked, "/resume"), Map.of("comment", "审计结束")).ok();
        assertThat(zhao.get("/api/tasks/" + task).ok().path("actions").isEmpty())
                .isFalse();
        assertThat(ids(gao().get("/api/admin/requests?state=suspended&limit=100")
                        .ok()))
                .doesNotContain(asked.id);
    }

    private List<String> notices(String account) {
        var words = new ArrayList<String>();
        company.signIn(account)
                .get("/api/notifications?limit=30")
                .ok()
                .path("items")
                .forEach(item -> words.add(item.toString()));
        return words;
    }

    @Test
    void before_a_jump_it_is_said_what_is_left_what_stays_and_who_is_asked() {
        var asked = desk.ask("chen.yu", "trial-branches").approves("zhao.min", "wang.hr");
        var means = gao().get(path(asked, "")).ok();
        assertThat(means.path("standing").size()).isEqualTo(2);
        var jump = gao().get(path(asked, "/jump?from=Task_A2&to=Task_A1")).ok();
        assertThat(jump.at("/leaves/0/step").asString()).isEqualTo("部门会签");
        assertThat(jump.at("/leaves/0/people").size()).isEqualTo(2);
        assertThat(words(jump.path("stays"))).containsExactly("财务审批");
        assertThat(jump.at("/asks/0/name").asString()).isEqualTo("王慧");
        var across = gao().get(path(asked, "/jump?from=Task_A2&to=Task_B1")).ok();
        assertThat(words(across.path("done"))).containsExactly("人事初审");
        assertThat(gao().get(path(asked, "/jump?from=Task_A2&to=Gate_Join")).status())
                .isEqualTo(422);
        var jumped = gao().post(path(asked, "/jump"), Map.of("from", "Task_A2", "to", "Task_A1", "comment", "初审漏看附件"))
                .ok();
        var timeline = jumped.path("timeline");
        var last = timeline.get(timeline.size() - 1);
        assertThat(last.path("action").asString()).isEqualTo("jump");
        assertThat(last.path("step").asString()).isEqualTo("部门会签");
        assertThat(last.path("comment").asString()).isEqualTo("→ 人事初审\n初审漏看附件");
        assertThat(notices("wu.xs")).anyMatch(text -> text.contains("转到了另一步"));
    }

    @Test
    void the_trail_says_what_was_corrected_in_words_and_what_was_not_computed_again() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 500);
        var seen = gao().post(
                        path(asked, "/correct"),
                        Map.of("answers", Map.of("amount", 800, "copy", company.id("wu.xs")), "comment", "录错了"))
                .ok();
        var timeline = seen.path("timeline");
        var last = timeline.get(timeline.size() - 1);
        assertThat(last.path("changes").toString())
                .contains("\"label\":\"金额\",\"before\":\"500\",\"after\":\"800\"")
                .contains("吴小山");
        assertThat(words(last.path("again"))).containsExactly("预留");
        var refused = gao().post(path(asked, "/correct"), Map.of("answers", Map.of("amount", -1), "comment", "录错了"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("answers.amount");
    }

    @Test
    void stopped_over_http_it_says_what_was_undone_and_everybody_is_told() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 500);
        assertThat(words(gao().get(path(asked, "")).ok().path("undoes"))).containsExactly("预留");
        assertThat(gao().post(path(asked, "/stop"), Map.of()).status()).isEqualTo(422);
        var old = gao().post(path(asked, "/stop"), Map.of("comment", "不做了", "revision", 99));
        assertThat(old.status()).isEqualTo(409);
        var seen = gao().post(path(asked, "/stop"), Map.of("comment", "不做了")).ok();
        assertThat(seen.path("status").asString()).isEqualTo("cancelled");
        var timeline = seen.path("timeline");
        assertThat(words(timeline.get(timeline.size() - 1).path("undone"))).containsExactly("预留");
        assertThat(notices("chen.yu")).anyMatch(text -> text.contains("已取消"));
        assertThat(notices("zhao.min")).anyMatch(text -> text.contains("已停止"));
        assertThat(gao().get(path(asked, "")).status()).isEqualTo(409);
    }
}
