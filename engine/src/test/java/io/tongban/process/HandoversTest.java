package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.access.Roles;
import io.tongban.org.People;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Everything that somebody has to decide goes to a successor, item by item. */
@ProductTest
class HandoversTest {

    @Autowired
    Desk desk;

    @Autowired
    Handovers handovers;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Requests requests;

    @Autowired
    InboxMapper inbox;

    @Autowired
    People people;

    @Autowired
    Roles roles;

    @Autowired
    TestCompany company;

    @Autowired
    ZoneId zone;

    private String leaver = "";
    private String applicant = "";
    private String heir = "";

    @BeforeEach
    void somebodyWhoLeaves() {
        leaver = company.employ("将离职", "sun.lei");
        applicant = company.employ("申请人", leaver);
        heir = company.employ("接手人", "sun.lei");
    }

    private Desk.Case single() {
        return desk.ask(applicant, "trial-request", "amount", 5000).waitsFor(leaver);
    }

    private Desk.Case vote(String way, String... voters) {
        return desk.ask(applicant, "trial-vote", "way", way, "people", desk.ids(voters));
    }

    private JsonNode holdings() {
        return holdings(leaver);
    }

    private JsonNode holdings(String person) {
        return company.signIn("gao.admin")
                .get("/api/admin/people/" + company.id(person) + "/handover?limit=100")
                .ok();
    }

    private List<String> listed() {
        var ids = new ArrayList<String>();
        holdings().path("tasks").forEach(task -> ids.add(task.path("id").asString()));
        return ids;
    }

    private List<Handovers.Outcome> handOver(List<String> tasks, @Nullable String key) {
        return handovers.handOver(
                company.actor("gao.admin"),
                company.id(leaver),
                new Handovers.Asked(tasks, company.id(heir), "离职交接"),
                key);
    }

    private List<String> results(List<Handovers.Outcome> outcomes) {
        return outcomes.stream().map(Handovers.Outcome::result).toList();
    }

    @Test
    void tasks_seats_and_added_signers_all_go_to_the_successor() {
        var single = single();
        var open = vote("all", leaver, "wu.xs");
        var turn = vote("order", "wu.xs", leaver, "wang.hr");
        var added = desk.ask("chen.yu", "trial-request", "amount", 5000).adds("zhao.min", "before", "all", leaver);
        var asked = desk.ask("chen.yu", "trial-request").consults("zhao.min", leaver);
        var claimed = desk.ask("chen.yu", "trial-request").delegates("zhao.min", leaver);
        assertThat(listed()).hasSize(6);
        assertThat(holdings().path("total").asInt()).isEqualTo(6);

        assertThat(results(handOver(listed(), null)))
                .containsOnly("handed-over")
                .hasSize(6);

        assertThat(listed()).isEmpty();
        single.after(() -> {}).waitsFor(heir).approves(heir).waitsFor("role:finance");
        open.after(() -> {}).waitsFor(heir, "wu.xs").approves("wu.xs", heir).isAt("Task_Next");
        turn.after(() -> {})
                .waitsFor("wu.xs")
                .approves("wu.xs")
                .waitsFor(heir)
                .approves(heir)
                .waitsFor("wang.hr");
        added.after(() -> {}).waitsFor(heir).approves(heir).waitsFor("zhao.min");
        asked.after(() -> {}).does(heir, "reply", Tasks.Input.saying("可以"));
        claimed.after(() -> {})
                .does(heir, "give-back", Tasks.Input.saying("办好了"))
                .waitsFor("zhao.min");
        assertThat(single.trail()).containsExactly("submit", "hand-over", "approve");
    }

    @Test
    void one_that_can_not_be_handed_over_keeps_none_of_the_others() {
        var mine = desk.ask(heir, "trial-vote", "way", "all", "people", desk.ids(leaver, "wu.xs"));
        var single = single();
        var both = vote("all", leaver, heir);
        var outcomes = handOver(listed(), null);
        assertThat(results(outcomes)).containsExactlyInAnyOrder("refused", "handed-over", "dropped");
        assertThat(outcomes)
                .filteredOn(one -> one.refusal() != null)
                .singleElement()
                .satisfies(one -> assertThat(
                                java.util.Objects.requireNonNull(one.refusal()).code())
                        .isEqualTo("process:transfer-to-applicant"));
        mine.after(() -> {}).waitsFor(leaver, "wu.xs");
        single.after(() -> {}).waitsFor(heir);
        both.after(() -> {}).waitsFor(heir).approves(heir).isAt("Task_Next");
    }

    @Test
    void the_pool_of_a_role_in_which_nobody_else_is_left() {
        var role = "lone" + UUID.randomUUID().toString().substring(0, 8);
        roles.define(role, "独任", "Alone", Set.of());
        roles.grant(company.id(leaver), role);
        assertThat(handovers.owners(company.id(leaver))).containsExactly(company.id(leaver), "role:" + role);
        roles.grant(company.id(heir), role);
        assertThat(handovers.owners(company.id(leaver))).containsExactly(company.id(leaver));
        // The only one of finance: a task that nobody has claimed goes to the successor, who may put it back.
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000)
                .approves("zhao.min")
                .waitsFor("role:finance");
        var task = asked.rows("li.cw").get(0).id();
        assertThat(handovers
                        .handOver(
                                company.actor("gao.admin"),
                                company.id("li.cw"),
                                new Handovers.Asked(List.of(task), company.id(heir), "李文休长假"),
                                null)
                        .get(0)
                        .result())
                .isEqualTo("handed-over");
        asked.after(() -> {})
                .waitsFor(heir)
                .does(heir, "release", Tasks.Input.empty())
                .waitsFor("role:finance");
    }

    @Test
    void what_somebody_decides_for_somebody_else_goes_back_and_what_a_deputy_has_comes_along() {
        var absent = company.employ("外出", "sun.lei");
        var staff = company.employ("下属", absent);
        standIn(absent, leaver);
        var theirs = desk.ask(staff, "trial-request", "amount", 5000).waitsFor(leaver);
        var deputy = company.employ("代理人", "sun.lei");
        standIn(leaver, deputy);
        var own = desk.ask(applicant, "trial-request", "amount", 5000).waitsFor(deputy);
        var vote = vote("all", leaver, "wu.xs").waitsFor(deputy, "wu.xs");
        assertThat(holdings().path("belongings").toString()).contains("代理审批");
        assertThat(holdings(absent).path("belongings").toString()).contains("直接下属", "下属");
        assertThat(holdings("li.cw").path("belongings").toString()).contains("财务");

        assertThat(results(handOver(listed(), null)))
                .containsExactlyInAnyOrder("given-back", "handed-over", "handed-over");

        theirs.after(() -> {}).waitsFor(absent);
        own.after(() -> {}).waitsFor(heir).approves(heir);
        vote.after(() -> {}).waitsFor(heir, "wu.xs").approves(heir, "wu.xs").isAt("Task_Next");
    }

    private void standIn(String principal, String deputy) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("deputy", company.id(deputy));
        body.put("from", null);
        body.put("until", LocalDateTime.now(zone).plusDays(2).withNano(0).toString());
        company.signIn(principal).post("/api/delegations", body).ok();
    }

    @Test
    void also_what_stands_still_is_handed_over() {
        var single = single();
        single.after(() ->
                suspensions.suspend(company.actor("gao.admin"), single.id, new Interventions.Said("先停", null), null));
        assertThat(results(handOver(listed(), null))).containsExactly("handed-over");
        single.after(() -> {}).waitsFor(heir);
    }

    @Test
    void a_second_click_says_the_same_and_does_nothing() {
        single();
        vote("all", leaver, "wu.xs");
        var tasks = listed();
        var key = UUID.randomUUID().toString();
        var first = handOver(tasks, key);
        assertThat(handOver(tasks, key)).isEqualTo(first);
        assertThat(notices(heir).stream().filter(text -> text.contains("2 件待办交接给你")))
                .hasSize(1);
        assertThat(notices(leaver).stream().filter(text -> text.contains("交接给了")))
                .hasSize(1);
        assertThat(results(handOver(tasks, null))).containsOnly("refused");
    }

    private List<String> notices(String account) {
        var words = new ArrayList<String>();
        company.signIn(account)
                .get("/api/notifications")
                .ok()
                .path("items")
                .forEach(item -> words.add(item.toString()));
        return words;
    }

    @Test
    void what_the_person_asked_for_is_only_shown() {
        var own = desk.ask(leaver, "trial-request", "amount", 5000);
        assertThat(holdings().at("/requests/0/id").asString()).isEqualTo(own.id);
        assertThat(listed()).isEmpty();
    }

    @Test
    void a_successor_and_a_reason_are_needed_and_only_administrators_may() {
        var task = List.of(single().rows(leaver).get(0).id());
        var gao = company.actor("gao.admin");
        var id = company.id(leaver);
        var other = company.id(heir);
        for (var wrong : List.of(
                new Handovers.Asked(task, null, "交接"),
                new Handovers.Asked(task, id, "交接"),
                new Handovers.Asked(task, "nobody", "交接"),
                new Handovers.Asked(task, other, ""),
                new Handovers.Asked(List.of(), other, "交接"))) {
            assertThatThrownBy(() -> handovers.handOver(gao, id, wrong, null)).hasMessage("kernel:invalid");
        }
        var path = "/api/admin/people/" + id + "/handover";
        assertThat(company.signIn("zhao.min").get(path).status()).isEqualTo(403);
        assertThat(company.signIn("zhao.min")
                        .post(path, Map.of("tasks", task, "to", other, "comment", "交接"))
                        .status())
                .isEqualTo(403);
        assertThat(company.signIn("gao.admin")
                        .get("/api/admin/people/" + UUID.randomUUID() + "/handover")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void long_lists_come_in_pages_and_whoever_leaves_leaves_none_of_them() {
        var asked = new ArrayList<Desk.Case>();
        for (int i = 0; i < 103; i++) {
            asked.add(single());
        }
        var gao = company.signIn("gao.admin");
        var path = "/api/admin/people/" + company.id(leaver) + "/handover?limit=60";
        var first = gao.get(path).ok();
        assertThat(first.path("total").asInt()).isEqualTo(103);
        assertThat(first.path("tasks").size()).isEqualTo(60);
        var second = gao.get(path + "&cursor="
                        + java.net.URLEncoder.encode(
                                first.path("next").asString(), java.nio.charset.StandardCharsets.UTF_8))
                .ok();
        assertThat(second.path("tasks").size()).isEqualTo(43);
        assertThat(second.path("next").isNull()).isTrue();
        people.setPresent(company.id(leaver), false);
        assertThat(inbox.pending(company.id(leaver), "", "", 10)).isEmpty();
        asked.get(102).after(() -> {}).waitsFor("sun.lei");
    }
}
