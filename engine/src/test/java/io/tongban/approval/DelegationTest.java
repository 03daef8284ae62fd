package io.tongban.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestClient.Answer;
import io.tongban.TestCompany;
import io.tongban.org.People;
import io.tongban.process.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody is away and a colleague decides in their place, for a while. */
@ProductTest
class DelegationTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    People people;

    @Autowired
    DelegationPeriods periods;

    @Autowired
    DelegationMapper rows;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    String principal;
    String deputy;
    String applicant;

    @BeforeEach
    void people() {
        principal = company.employ("主管", "he.jing");
        deputy = company.employ("代理", "he.jing");
        applicant = company.employ("下属", principal);
    }

    /** A task that the principal holds alone. */
    private Desk.Case single() {
        return desk.ask(applicant, "trial-vote", "way", "repeat").waitsFor(principal);
    }

    private Map<String, @Nullable Object> period(@Nullable Duration from, Duration until, @Nullable Object... more) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("deputy", company.id(deputy));
        body.put("from", from == null ? null : local(from));
        body.put("until", local(until));
        for (int i = 0; i < more.length; i += 2) {
            body.put(String.valueOf(more[i]), more[i + 1]);
        }
        return body;
    }

    private String local(Duration ahead) {
        return LocalDateTime.ofInstant(clock.instant().plus(ahead), zone)
                .withNano(0)
                .toString();
    }

    private Instant in(Duration ahead) {
        return clock.instant().plus(ahead);
    }

    private Answer away(Map<String, Object> body) {
        return company.signIn(principal).post("/api/delegations", body);
    }

    private String awayNow(Object... more) {
        return away(period(null, Duration.ofDays(2), more))
                .ok()
                .at("/delegation/id")
                .asString();
    }

    private List<String> notices(String account, String kind) {
        return company.signIn(account)
                .get("/api/notifications")
                .ok()
                .path("items")
                .valueStream()
                .filter(notice -> notice.at("/kind").asString().equals(kind))
                .map(notice -> notice.at("/title").asString())
                .toList();
    }

    @Test
    void what_is_open_goes_to_the_deputy_at_once_and_both_names_stand_in_the_trail() {
        var one = single();
        var vote = desk.ask(applicant, "trial-vote", "way", "all", "people", desk.ids(principal, "wu.xs"));
        var preview = company.signIn(principal)
                .post("/api/delegations/preview", period(null, Duration.ofDays(2)))
                .ok();
        assertThat(preview.at("/tasks").asInt()).isEqualTo(2);
        assertThat(preview.at("/now").asBoolean()).isTrue();

        var set = away(period(null, Duration.ofDays(2), "reason", "出差"));
        assertThat(set.status()).isEqualTo(201);
        assertThat(set.body().at("/tasks").asInt()).isEqualTo(2);
        one.waitsFor(deputy).seen(deputy, "todo");
        vote.waitsFor(deputy, "wu.xs");
        assertThat(notices(deputy, "process.deputy-begins"))
                .singleElement()
                .asString()
                .contains("主管", "2 件")
                .containsPattern("（11月\\d+日 周. \\d\\d:\\d\\d 至 11月\\d+日 周. \\d\\d:\\d\\d）");

        var reader = company.signIn(deputy);
        var task =
                reader.get("/api/requests/" + one.id).ok().at("/openTasks/0/id").asString();
        assertThat(reader.get("/api/tasks/" + task).ok().at("/onBehalfOf/name").asString())
                .isEqualTo("主管");
        one.approves(deputy);
        vote.approves(deputy, "wu.xs").is("approved");
        var timeline =
                company.signIn(applicant).get("/api/requests/" + one.id).ok().at("/timeline");
        assertThat(timeline.valueStream()).anySatisfy(entry -> {
            assertThat(entry.at("/person/name").asString()).isEqualTo("代理");
            assertThat(entry.at("/onBehalfOf/name").asString()).isEqualTo("主管");
        });
        // The principal may still read what the deputy decides.
        assertThat(company.signIn(principal).get("/api/requests/" + one.id).status())
                .isEqualTo(200);
    }

    @Test
    void a_period_begins_and_ends_by_itself_on_open_tasks() {
        var task = single();
        away(period(Duration.ofHours(1), Duration.ofHours(3))).ok();
        task.waitsFor(principal);
        periods.run(in(Duration.ofMinutes(30)));
        task.waitsFor(principal);
        periods.run(in(Duration.ofHours(2)));
        task.waitsFor(deputy);
        periods.run(in(Duration.ofHours(2).plusSeconds(20)));
        periods.run(in(Duration.ofHours(2).plusSeconds(40)));
        assertThat(notices(deputy, "process.deputy-begins")).hasSize(1);
        periods.run(in(Duration.ofHours(4)));
        task.waitsFor(principal);
        periods.run(in(Duration.ofHours(4).plusSeconds(20)));
        assertThat(notices(principal, "process.deputy-ends"))
                .singleElement()
                .asString()
                .contains("代理", "1 件");
        assertThat(notices(deputy, "process.deputy-over")).hasSize(1);
        task.approves(principal);
    }

    @Test
    void a_period_that_nobody_noticed_changes_nothing() {
        var task = single();
        away(period(Duration.ofHours(1), Duration.ofHours(3))).ok();
        periods.run(in(Duration.ofHours(5)));
        task.waitsFor(principal);
        assertThat(notices(deputy, "process.deputy-begins")).isEmpty();
    }

    @Test
    void what_comes_meanwhile_reaches_the_deputy() {
        awayNow();
        desk.ask(applicant, "trial-vote", "way", "repeat").waitsFor(deputy).approves(deputy);
        desk.ask(applicant, "trial-vote", "way", "all", "people", desk.ids(principal, "wu.xs"))
                .waitsFor(deputy, "wu.xs")
                .approves(deputy)
                .waitsFor("wu.xs");
    }

    @Test
    void a_seat_of_a_vote_that_is_not_due_yet_waits_for_the_deputy() {
        var vote = desk.ask(applicant, "trial-vote", "way", "order", "people", desk.ids("wu.xs", principal));
        awayNow();
        vote.seen(deputy, "waiting").approves("wu.xs").waitsFor(deputy).approves(deputy);
    }

    @Test
    void above_the_limit_the_principal_decides() {
        var small = desk.ask(applicant, "trial-vote", "way", "repeat", "amount", 100);
        var large = desk.ask(applicant, "trial-vote", "way", "repeat", "amount", 101);
        awayNow("limit", "100.00");
        small.waitsFor(deputy);
        large.waitsFor(principal);
        desk.ask(applicant, "trial-vote", "way", "repeat", "amount", 5000).waitsFor(principal);
        desk.ask(applicant, "trial-vote", "way", "repeat", "amount", 99).waitsFor(deputy);
    }

    @Test
    void only_the_chosen_procedures_are_handed_over() {
        var task = single();
        awayNow("processes", List.of("trial-rules"));
        task.waitsFor(principal);
        desk.ask(applicant, "trial-vote", "way", "repeat").waitsFor(principal);
        desk.ask(applicant, "trial-rules", "way", "decided", "rule", "leader").waitsFor(deputy);
        // Another colleague may have the others at the same time.
        var other = company.employ("另一位", "he.jing");
        away(period(null, Duration.ofDays(1), "deputy", company.id(other), "processes", List.of("trial-vote")))
                .ok();
        task.waitsFor(other);
    }

    @Test
    void ended_early_undecided_work_goes_back_and_decided_work_stays() {
        var decided = single();
        var open = single();
        var id = awayNow();
        decided.approves(deputy);
        var ended = company.signIn(principal).delete("/api/delegations/" + id);
        assertThat(ended.ok().at("/tasks").asInt()).isEqualTo(1);
        assertThat(ended.body().at("/delegation/state").asString()).isEqualTo("past");
        open.waitsFor(principal);
        decided.seen(deputy, "done");
        desk.ask(applicant, "trial-vote", "way", "repeat").waitsFor(principal);
        assertThat(company.signIn(principal).delete("/api/delegations/" + id).status())
                .isEqualTo(409);
    }

    @Test
    void whoever_no_longer_stands_in_does_not_get_back_what_was_returned() {
        var task = single();
        var id = awayNow();
        task.returns(deputy, "applicant", "straight").waitsFor(applicant);
        company.signIn(principal).delete("/api/delegations/" + id).ok();
        task.submits(applicant).waitsFor(principal);
        var other = single();
        awayNow();
        other.returns(deputy, "applicant", "straight").submits(applicant).waitsFor(deputy);
    }

    @Test
    void a_deputy_never_decides_on_an_own_request() {
        var own = desk.ask(deputy, "trial-vote", "way", "all", "people", desk.ids(principal));
        awayNow();
        own.waitsFor(principal);
        desk.ask(deputy, "trial-vote", "way", "all", "people", desk.ids(principal))
                .waitsFor(principal);
    }

    @Test
    void a_deputy_whom_the_step_excludes_does_not_come_in_through_the_back_door() {
        var open = desk.ask(applicant, "trial-rules", "way", "barred", "rule", "leader", "barred", desk.ids(deputy));
        awayNow();
        open.waitsFor(principal);
        desk.ask(applicant, "trial-rules", "way", "barred", "rule", "leader", "barred", desk.ids(deputy))
                .waitsFor(principal);
        desk.ask(applicant, "trial-rules", "way", "barred", "rule", "leader").waitsFor(deputy);
    }

    @Test
    void a_deputy_of_a_deputy_is_not_asked() {
        var third = company.employ("第三位", "he.jing");
        company.signIn(deputy)
                .post("/api/delegations", period(null, Duration.ofDays(2), "deputy", company.id(third)))
                .ok();
        var task = single();
        awayNow();
        task.waitsFor(deputy);
        desk.ask(applicant, "trial-vote", "way", "repeat").waitsFor(deputy);
    }

    @Test
    void an_own_returned_request_stays_with_the_applicant() {
        var task = desk.ask(principal, "trial-vote", "way", "repeat")
                .returns("he.jing", "applicant", "again")
                .waitsFor(principal);
        awayNow();
        task.waitsFor(principal);
    }

    @Test
    void when_the_deputy_leaves_the_work_goes_back() {
        var one = single();
        var vote = desk.ask(applicant, "trial-vote", "way", "all", "people", desk.ids(principal, "wu.xs"));
        var id = awayNow();
        people.setPresent(company.id(deputy), false);
        one.waitsFor(principal);
        vote.waitsFor(principal, "wu.xs");
        assertThat(rows.find(id).orElseThrow().endedAt()).isNotNull();
        desk.ask(applicant, "trial-vote", "way", "repeat").waitsFor(principal);
    }

    @Test
    void when_the_principal_leaves_the_rule_is_asked_again() {
        var task = single();
        awayNow();
        task.waitsFor(deputy);
        people.setPresent(company.id(principal), false);
        task.waitsFor("he.jing");
    }

    @Test
    void of_two_nodes_one_begins_and_one_ends_a_period() throws Exception {
        var task = single();
        away(period(Duration.ofHours(1), Duration.ofHours(3))).ok();
        both(() -> periods.run(in(Duration.ofHours(2))));
        task.waitsFor(deputy);
        assertThat(notices(deputy, "process.deputy-begins")).hasSize(1);
        both(() -> periods.run(in(Duration.ofHours(4))));
        task.waitsFor(principal);
        assertThat(notices(principal, "process.deputy-ends")).hasSize(1);
    }

    private static void both(Runnable deed) throws Exception {
        Callable<Object> call = Executors.callable(deed);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (var done : nodes.invokeAll(List.of(call, call))) {
                done.get();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void two_people_who_set_each_other_at_once_do_not_both_succeed() throws Exception {
        var mine = company.signIn(principal);
        var theirs = company.signIn(deputy);
        var body = period(null, Duration.ofDays(1));
        var back = period(null, Duration.ofDays(1), "deputy", company.id(principal));
        var nodes = Executors.newFixedThreadPool(2);
        try {
            var answers = nodes.invokeAll(List.<Callable<Answer>>of(
                    () -> mine.post("/api/delegations", body), () -> theirs.post("/api/delegations", back)));
            assertThat(List.of(
                            answers.get(0).get().status(), answers.get(1).get().status()))
                    .containsExactlyInAnyOrder(201, 422);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void circles_overlaps_and_nonsense_are_refused_in_words() {
        awayNow();
        var circle = company.signIn(deputy)
                .post("/api/delegations", period(null, Duration.ofDays(1), "deputy", company.id(principal)));
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.text()).contains("不能互相代理", "主管");
        refused("deputy", period(Duration.ofHours(5), Duration.ofDays(1)), "已经由代理代理");
        refused("deputy", period(Duration.ofDays(9), Duration.ofDays(10), "deputy", company.id(principal)), "自己");
        refused("deputy", period(Duration.ofDays(9), Duration.ofDays(10), "deputy", null), "请选择代理人");
        refused("until", period(Duration.ofDays(9), Duration.ofDays(8)), "晚于开始时间");
        refused("until", period(Duration.ofDays(9), Duration.ofDays(900)), "一年");
        refused("processes", period(Duration.ofDays(9), Duration.ofDays(10), "processes", List.of("x")), "不存在");
        refused("limit", period(Duration.ofDays(9), Duration.ofDays(10), "limit", "-1"), "大于 0");
        var gone = company.employ("离职", "he.jing");
        people.setPresent(company.id(gone), false);
        refused("deputy", period(Duration.ofDays(9), Duration.ofDays(10), "deputy", company.id(gone)), "不在职");
        // Afterwards it may be set again.
        away(period(Duration.ofDays(2).plusHours(1), Duration.ofDays(3))).ok();
    }

    private void refused(String field, Map<String, Object> body, String words) {
        var answer = away(body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.text()).contains(words);
    }

    @Test
    void the_wrong_people_see_and_change_nothing() {
        var id = awayNow();
        TestClient stranger = company.signIn("wu.xs");
        assertThat(stranger.get("/api/delegations/" + id).status()).isEqualTo(404);
        assertThat(stranger.delete("/api/delegations/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/api/delegations").ok().at("/items").valueStream())
                .noneSatisfy(item -> assertThat(item.at("/id").asString()).isEqualTo(id));
        assertThat(stranger.get("/api/admin/delegations").status()).isEqualTo(403);
        assertThat(stranger.post(
                                "/api/delegations",
                                period(null, Duration.ofDays(1), "principal", company.id(applicant)))
                        .status())
                .isEqualTo(403);
        var standing = company.signIn(deputy);
        assertThat(standing.get("/api/delegations")
                        .ok()
                        .at("/items/0/principal/name")
                        .asString())
                .isEqualTo("主管");
        assertThat(standing.delete("/api/delegations/" + id).status()).isEqualTo(403);
    }

    @Test
    void an_administrator_sets_one_for_somebody_who_is_told() {
        var gao = company.signIn("gao.admin");
        var set = gao.post("/api/delegations", period(null, Duration.ofDays(1), "principal", company.id(principal)));
        var id = set.ok().at("/delegation/id").asString();
        assertThat(set.body().at("/delegation/setBy/name").asString()).isEqualTo("高远");
        assertThat(notices(principal, "process.deputy-set")).hasSize(1);
        assertThat(gao.get("/api/admin/delegations").ok().at("/items").valueStream())
                .anySatisfy(item -> assertThat(item.at("/id").asString()).isEqualTo(id));
        assertThat(gao.delete("/api/delegations/" + id).status()).isEqualTo(200);
    }
}
