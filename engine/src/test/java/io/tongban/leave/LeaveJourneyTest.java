package io.tongban.leave;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Leave from the first click to the last, over HTTP, as the web application and outside programs do it. */
@ProductTest
class LeaveJourneyTest {

    @Autowired
    TestCompany company;

    @Autowired
    JdbcTemplate jdbc;

    private String account = "";
    private TestClient lin = new TestClient(0);

    @BeforeEach
    void somebodyNew() {
        account = company.employ("林晓", "zhao.min");
        lin = company.signIn(account);
    }

    @AfterEach
    void theLedgerAddsUp() {
        LedgerCheck.theBalanceIsTheSumOfTheLedger(jdbc, company.id(account));
    }

    @Test
    void one_day_needs_the_direct_leader_and_really_happens() {
        var request = ask("annual", "2026-12-07T09:00", "2026-12-07T18:00", "handover", company.id("zhao.min"));
        assertThat(balance("annual")).isEqualTo("used 0, held 480, available 4320");
        assertThat(lin.get("/api/requests/" + request).ok().path("title").asString())
                .isEqualTo("年假 1 天，12月7日");

        assertThat(act("zhao.min", request, "approve")).isEqualTo("approved");

        assertThat(balance("annual")).isEqualTo("used 480, held 0, available 4320");
        var entry = lin.get("/api/calendar/entries?from=2026-12-07&to=2026-12-07")
                .ok()
                .at("/items/0");
        assertThat(entry.path("title").asString()).isEqualTo("年假");
        assertThat(entry.path("link").asString()).isEqualTo("/requests/" + request);
        assertThat(company.signIn("wu.xs")
                        .get("/api/calendar/away?from=2026-12-07&to=2026-12-07&limit=200")
                        .text())
                .contains("林晓")
                .doesNotContain("年假");
        var mine = lin.get("/api/leaves").ok().at("/items/0");
        assertThat(mine.path("requestId").asString()).isEqualTo(request);
        assertThat(mine.path("state").asString()).isEqualTo("approved");
        assertThat(company.signIn("zhao.min").get("/api/notifications?limit=20").text())
                .contains("将于 12月7日 周一 09:00 至 12月7日 周一 18:00 请假，期间的工作由你接手");
    }

    @Test
    void three_days_need_the_head_of_the_department_and_five_need_hr() {
        var three = ask("annual", "2026-12-07T09:00", "2026-12-09T18:00");
        assertThat(act("zhao.min", three, "approve")).isEqualTo("running");
        assertThat(step(three)).isEqualTo("部门负责人审批");
        assertThat(act("sun.lei", three, "approve")).isEqualTo("approved");

        var five = ask("annual", "2026-12-14T09:00", "2026-12-18T18:00");
        act("zhao.min", five, "approve");
        act("sun.lei", five, "approve");
        assertThat(step(five)).isEqualTo("人事审批");
        assertThat(act("wang.hr", five, "approve")).isEqualTo("approved");
    }

    @Test
    void marriage_leave_goes_up_to_the_head_of_the_company() {
        var proof = lin.upload(
                        "/api/files", "结婚证.pdf", "application/pdf", "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8))
                .ok()
                .path("id")
                .asString();
        var request = ask("marriage", "2026-12-07T09:00", "2026-12-07T18:00", "proof", List.of(proof));

        act("zhao.min", request, "approve");
        act("sun.lei", request, "approve");
        act("wang.hr", request, "approve");
        assertThat(step(request)).isEqualTo("总经理审批");
        assertThat(act("he.jing", request, "approve")).isEqualTo("approved");
    }

    @Test
    void two_days_of_sick_leave_need_proof() {
        var refused = submit("sick", "2026-12-07T09:00", "2026-12-08T18:00");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("leave:proof-required-from");
        assertThat(refused.title()).isEqualTo("病假满 2 天需要证明材料，请上传后再提交。");
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("answers.proof");
        assertThat(lin.get("/api/tasks/counts").ok().path("started").asInt()).isZero();
    }

    @Test
    void too_little_balance_is_explained_in_both_languages() {
        company.signIn("wang.hr")
                .post(
                        "/api/leaves/people/" + company.id(account) + "/adjust",
                        Map.of("type", "annual", "year", 2026, "minutes", 480 - 4800, "reason", "去年已休"))
                .ok();

        var refused = submit("annual", "2026-10-09T09:00", "2026-10-10T18:00");
        lin.language("en");
        var english = submit("annual", "2026-10-09T09:00", "2026-10-10T18:00");

        assertThat(refused.problem()).isEqualTo("leave:balance-exceeded");
        assertThat(refused.title()).isEqualTo("10月10日是调休上班日。本次请假共 2 天，年假余额 1 天，还差 1 天。请缩短时间，或改用其他假期类型。");
        assertThat(english.title())
                .isEqualTo(
                        "Make-up working days are counted: 10 Oct. This leave takes 2 days; your balance of Annual leave"
                                + " is 1 day, so you lack 1 day. Please choose a shorter time or another type of leave.");
    }

    @Test
    void overlapping_leave_is_refused_with_the_number_of_the_other() {
        var request = ask("annual", "2026-12-07T09:00", "2026-12-08T18:00");
        var number = lin.get("/api/requests/" + request).ok().path("number").asString();

        var refused = submit("personal", "2026-12-08T13:00", "2026-12-09T18:00");

        assertThat(refused.problem()).isEqualTo("leave:overlap");
        assertThat(refused.title()).contains(number).contains("12月7日 09:00 – 12月8日 18:00");
    }

    @Test
    void two_clicks_at_once_make_one_leave() throws Exception {
        var answers = atOnce(
                () -> submit("annual", "2026-12-07T09:00", "2026-12-07T18:00"),
                () -> submit("annual", "2026-12-07T09:00", "2026-12-07T18:00"));

        assertThat(answers).extracting(TestClient.Answer::status).containsExactlyInAnyOrder(201, 422);
        assertThat(balance("annual")).isEqualTo("used 0, held 480, available 4320");
    }

    @Test
    void a_rejection_and_a_withdrawal_give_the_hold_back() {
        var first = ask("annual", "2026-12-07T09:00", "2026-12-08T18:00");
        assertThat(act("zhao.min", first, "reject")).isEqualTo("rejected");
        assertThat(balance("annual")).isEqualTo("used 0, held 0, available 4800");

        var second = ask("annual", "2026-12-07T09:00", "2026-12-08T18:00");
        lin.post("/api/requests/" + second + "/withdraw", Map.of("comment", "计划有变"))
                .ok();

        assertThat(balance("annual")).isEqualTo("used 0, held 0, available 4800");
        assertThat(lin.get("/api/leaves").ok().path("items").values())
                .extracting(item -> item.path("state").asString())
                .containsExactly("released", "released");
    }

    @Test
    void a_returned_request_is_counted_anew_when_it_is_handed_in_again() {
        var request = ask("annual", "2026-12-07T09:00", "2026-12-11T18:00");
        act("zhao.min", request, "return");
        var task = openTask(lin, request);
        var again = new LinkedHashMap<>(answers("annual", "2026-12-07T09:00", "2026-12-07T18:00"));

        lin.post(
                        "/api/tasks/" + task.path("id").asString() + "/submit",
                        Map.of("answers", again, "comment", "改为一天"),
                        UUID.randomUUID().toString())
                .ok();

        assertThat(balance("annual")).isEqualTo("used 0, held 480, available 4320");
        assertThat(act("zhao.min", request, "approve"))
                .as("a single day ends with the leader")
                .isEqualTo("approved");
    }

    @Test
    void approved_leave_is_cancelled_and_comes_back() {
        var leave = ask("annual", "2026-12-07T09:00", "2026-12-07T18:00");
        act("zhao.min", leave, "approve");
        var options = lin.get("/api/options/leave.cancellable").ok().path("items");
        assertThat(options.at("/0/value").asString()).isEqualTo(leave);

        var cancellation = lin.post(
                        "/api/requests",
                        Map.of("process", "leave-cancellation", "answers", Map.of("leave", leave)),
                        UUID.randomUUID().toString())
                .ok();
        assertThat(act("zhao.min", cancellation.path("id").asString(), "approve"))
                .isEqualTo("approved");

        assertThat(balance("annual")).isEqualTo("used 0, held 0, available 4800");
        assertThat(lin.get("/api/calendar/entries?from=2026-12-07&to=2026-12-07")
                        .ok()
                        .path("items")
                        .size())
                .isZero();
        assertThat(lin.get("/api/options/leave.cancellable").ok().path("items").size())
                .isZero();
        assertThat(lin.get("/api/leaves").ok().at("/items/0/state").asString()).isEqualTo("cancelled");
    }

    @Test
    void leave_that_was_just_approved_is_revoked_and_everything_comes_back() {
        var leave = ask("annual", "2026-12-07T09:00", "2026-12-07T18:00");
        act("zhao.min", leave, "approve");
        assertThat(lin.get("/api/requests/" + leave).ok().path("actions").toString())
                .contains("revoke");

        var seen = lin.post("/api/requests/" + leave + "/revoke", Map.of("comment", "计划变了"))
                .ok();

        assertThat(seen.path("status").asString()).isEqualTo("revoked");
        assertThat(seen.path("timeline").toString()).contains("系统扣减余额").contains("系统写入日程");
        assertThat(balance("annual")).isEqualTo("used 0, held 0, available 4800");
        assertThat(lin.get("/api/calendar/entries?from=2026-12-07&to=2026-12-07")
                        .ok()
                        .path("items")
                        .size())
                .isZero();
        assertThat(lin.get("/api/options/leave.cancellable").ok().path("items").size())
                .isZero();
    }

    @Test
    void leave_that_was_cut_short_gives_back_only_the_rest_when_it_is_revoked() {
        var leave = ask("annual", "2026-12-07T09:00", "2026-12-08T18:00");
        act("zhao.min", leave, "approve");
        act("sun.lei", leave, "approve");
        var answers = Map.of("leave", leave, "returnAt", "2026-12-08T09:00");
        var cancellation = lin.post(
                        "/api/requests",
                        Map.of("process", "leave-cancellation", "answers", answers),
                        UUID.randomUUID().toString())
                .ok();
        act("zhao.min", cancellation.path("id").asString(), "approve");
        assertThat(balance("annual")).isEqualTo("used 480, held 0, available 4320");

        lin.post("/api/requests/" + leave + "/revoke", Map.of("comment", "都不去了"))
                .ok();

        assertThat(balance("annual")).isEqualTo("used 0, held 0, available 4800");
    }

    @Test
    void leave_that_has_begun_is_cancelled_with_the_leader_not_revoked() {
        var leave = ask("sick", "2026-11-16T09:00", "2026-11-16T18:00");
        act("zhao.min", leave, "approve");

        var refused = lin.post("/api/requests/" + leave + "/revoke", Map.of("comment", "没有休"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("leave:begun");
        // It is not offered either; the page says why and what to do instead.
        var seen = lin.get("/api/requests/" + leave).ok();
        assertThat(seen.path("actions").toString()).doesNotContain("revoke");
        assertThat(seen.path("notRevocable").asString())
                .isEqualTo(refused.title())
                .contains("已经开始", "销假");
        assertThat(lin.get("/api/requests/" + leave).ok().path("status").asString())
                .isEqualTo("approved");
    }

    @Test
    void leave_of_a_colleague_can_not_be_cancelled() {
        var leave = ask("annual", "2026-12-07T09:00", "2026-12-07T18:00");
        act("zhao.min", leave, "approve");

        var stranger = company.signIn(company.employ("路人", "zhao.min"))
                .post("/api/requests", Map.of("process", "leave-cancellation", "answers", Map.of("leave", leave)));

        assertThat(stranger.status()).isEqualTo(422);
        assertThat(balance("annual")).isEqualTo("used 480, held 0, available 4320");
    }

    @Test
    void a_count_shows_the_days_the_balance_and_what_is_in_the_way_and_holds_nothing() {
        var counted = lin.post(
                        "/api/leaves/count",
                        Map.of("type", "annual", "start", "2026-10-09T09:00", "end", "2026-10-12T12:00"))
                .ok();

        assertThat(counted.path("minutes").asInt()).isEqualTo(2 * 480 + 240);
        assertThat(counted.at("/days/1/kind").asString()).isEqualTo("makeup");
        assertThat(counted.at("/days/1/minutes").asInt()).isEqualTo(480);
        assertThat(counted.at("/days/2/minutes").asInt()).isZero();
        assertThat(counted.path("available").asInt()).isEqualTo(4800);
        assertThat(counted.path("provisional").asBoolean()).isFalse();
        assertThat(counted.path("overlap").isNull()).isTrue();

        ask("annual", "2026-10-12T09:00", "2026-10-12T18:00");
        var again = lin.post(
                        "/api/leaves/count",
                        Map.of("type", "annual", "start", "2026-10-12T09:00", "end", "2026-10-12T12:00"))
                .ok();
        assertThat(again.at("/overlap/number").asString()).startsWith("QJ");
        assertThat(again.path("available").asInt()).isEqualTo(4320);
    }

    @Test
    void whoever_decides_sees_the_balance_and_nobody_else() {
        var request = ask("annual", "2026-12-07T09:00", "2026-12-08T18:00");

        var facts = company.signIn("zhao.min")
                .get("/api/leaves/facts?request=" + request)
                .ok();

        assertThat(facts.path("name").asString()).isEqualTo("年假");
        assertThat(facts.path("minutes").asInt()).isEqualTo(960);
        assertThat(facts.path("granted").asInt()).isEqualTo(4800);
        assertThat(facts.path("held").asInt()).isEqualTo(960);
        assertThat(facts.path("available").asInt()).isEqualTo(3840);
        assertThat(facts.path("provisional").asBoolean()).isFalse();
        var stranger = company.signIn(company.employ("路人", "zhao.min"));
        assertThat(stranger.get("/api/leaves/facts?request=" + request).status())
                .isEqualTo(404);
        assertThat(lin.get("/api/leaves/facts?request=" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void types_and_balances_are_named_in_the_readers_language_and_only_ones_own_are_seen() {
        assertThat(lin.get("/api/leaves/types").ok().at("/items/0/name").asString())
                .isEqualTo("年假");
        assertThat(lin.language("en")
                        .get("/api/leaves/balances")
                        .ok()
                        .at("/items/1/name")
                        .asString())
                .isEqualTo("Personal leave");
        var person = company.id("chen.yu");
        assertThat(lin.get("/api/leaves/people/" + person + "/balances").status())
                .isEqualTo(403);
        assertThat(lin.post("/api/leaves/people/" + person + "/adjust", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(company.signIn("wang.hr")
                        .get("/api/leaves/people/" + person + "/balances")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_adjustment_needs_a_reason_and_never_overdraws() {
        var hr = company.signIn("wang.hr");
        var path = "/api/leaves/people/" + company.id(account) + "/adjust";

        assertThat(hr.post(path, Map.of("type", "compensatory", "minutes", 480)).status())
                .isEqualTo(422);
        assertThat(hr.post(path, Map.of("type", "compensatory", "minutes", -480, "reason", "x"))
                        .problem())
                .isEqualTo("leave:adjust-below-zero");
        assertThat(hr.post(path, Map.of("type", "compensatory", "minutes", 480, "reason", "周末加班"))
                        .ok()
                        .path("available")
                        .asInt())
                .isEqualTo(480);
        assertThat(lin.get("/api/leaves/ledger?type=compensatory")
                        .ok()
                        .at("/items/0/note")
                        .asString())
                .isEqualTo("周末加班");
    }

    private String ask(String type, String start, String end, Object... more) {
        var answers = new LinkedHashMap<>(answers(type, start, end));
        for (int i = 0; i < more.length; i += 2) {
            answers.put((String) more[i], more[i + 1]);
        }
        return submit(answers).ok().path("id").asString();
    }

    private TestClient.Answer submit(String type, String start, String end) {
        return submit(answers(type, start, end));
    }

    private TestClient.Answer submit(Map<String, Object> answers) {
        return lin.post(
                "/api/requests",
                Map.of("process", "leave-request", "answers", answers),
                UUID.randomUUID().toString());
    }

    private static Map<String, Object> answers(String type, String start, String end) {
        return Map.of("type", type, "start", start, "end", end, "reason", "家里有事");
    }

    /** Acts on the open task as this person and answers the request's status afterwards. */
    private String act(String who, String request, String action) {
        var person = company.signIn(who);
        var task = openTask(person, request);
        return person.post(
                        "/api/tasks/" + task.path("id").asString() + "/" + action,
                        Map.of("comment", "知道了"),
                        UUID.randomUUID().toString())
                .ok()
                .at("/request/status")
                .asString();
    }

    private static JsonNode openTask(TestClient person, String request) {
        return person.get("/api/requests/" + request).ok().at("/openTasks/0");
    }

    private String step(String request) {
        return openTask(lin, request).path("step").asString();
    }

    private String balance(String type) {
        for (var item : lin.get("/api/leaves/balances?year=2026").ok().path("items")) {
            if (item.path("type").asString().equals(type)) {
                return "used " + item.path("used").asInt() + ", held "
                        + item.path("held").asInt() + ", available "
                        + item.path("available").asInt();
            }
        }
        return "none";
    }

    @SafeVarargs
    private static List<TestClient.Answer> atOnce(Callable<TestClient.Answer>... deeds) throws Exception {
        var pool = Executors.newFixedThreadPool(deeds.length);
        try {
            var answers = new ArrayList<TestClient.Answer>();
            for (var answer : pool.invokeAll(List.of(deeds))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
