package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator corrects what was filled in; what depends on it is computed again, as far as that is safe. */
@ProductTest
class CorrectionsTest {

    @Autowired
    Desk desk;

    @Autowired
    Corrections corrections;

    @Autowired
    Requests requests;

    @Autowired
    RequestMapper trail;

    @Autowired
    TrialSteps steps;

    @Autowired
    TestCompany company;

    private void correct(Desk.Case asked, Object... answers) {
        asked.after(() -> correctAs("gao.admin", asked, null, answers));
    }

    private void correctAs(String account, Desk.Case asked, @Nullable String key, Object... answers) {
        var given = new LinkedHashMap<String, Object>();
        for (int i = 0; i < answers.length; i += 2) {
            given.put((String) answers[i], answers[i + 1]);
        }
        corrections.correct(company.actor(account), asked.id, given, new Interventions.Said("金额录错了", null), key);
    }

    private EntryDetail last(Desk.Case asked) {
        var entries = trail.entries(asked.id);
        return entries.get(entries.size() - 1).details();
    }

    @Test
    void the_title_the_facts_and_what_was_reserved_follow() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 500);
        correct(asked, "amount", 5000);
        asked.waitsFor("zhao.min");
        assertThat(steps.reserved.get(asked.id)).isEqualByComparingTo("5000");
        assertThat(requests.row(asked.id).title()).isEqualTo("表决事项 5000 元");
        // The way goes by the new amount.
        asked.approves("zhao.min").waitsFor("role:finance");
    }

    @Test
    void each_changed_field_is_on_the_trail_with_before_and_after() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 500, "remark", "急");
        correct(asked, "amount", 800, "topic", "表决事项", "remark", "");
        assertThat(last(asked).changes())
                .extracting(change -> change.field() + " " + change.before() + " " + change.after())
                .containsExactlyInAnyOrder("amount 500 800", "remark 急 null");
        assertThat(last(asked).again()).containsExactly("Step_Reserve");
        assertThat(last(asked).kept()).isEmpty();
    }

    @Test
    void the_form_decides_what_can_be_written() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 500);
        asked.refused("process:too-small", () -> correct(asked, "amount", 0));
        asked.refused("process:required", () -> correct(asked, "topic", ""));
        asked.refused("process:unknown-field", () -> correct(asked, "colour", "red"));
        asked.refused("process:nothing-corrected", () -> correct(asked, "amount", 500));
        asked.refused("process:nothing-corrected", () -> correct(asked));
    }

    @Test
    void a_step_that_refuses_the_new_content_refuses_the_correction() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 500);
        asked.refused("process:irreversible", () -> correct(asked, "amount", 13));
        assertThat(steps.reserved.get(asked.id)).isEqualByComparingTo("500");
    }

    @Test
    void in_a_vote_ballots_stand_and_the_others_decide_on_the_new_content() {
        var vote = desk.ask("chen.yu", "trial-vote", "way", "all", "people", desk.ids("wang.hr", "wu.xs"))
                .approves("wang.hr");
        correct(vote, "topic", "改过的事项");
        vote.waitsFor("wu.xs").seen("wang.hr", "done").approves("wu.xs").isAt("Task_Next");
    }

    @Test
    void on_branches_and_while_it_waits_for_an_event() {
        var branches = desk.ask("chen.yu", "trial-branches").approves("zhao.min");
        correct(branches, "topic", "并行事项");
        branches.isAt("Task_A1", "Task_B1");
        assertThat(requests.row(branches.id).title()).isEqualTo("表决事项");
        var waits = desk.ask("chen.yu", "trial-wait");
        correct(waits, "amount", 9);
        assertThat(requests.row(waits.id).title()).isEqualTo("表决事项 9 元");
        assertThat(last(waits).again()).isEmpty();
    }

    @Test
    void decision_tables_that_were_asked_are_asked_again() {
        var chen = company.actor(company.employ("请假的人", "zhao.min"));
        var request = requests.submit(
                chen,
                "leave-request",
                Map.of("type", "personal", "start", "2026-12-07T09:00", "end", "2026-12-07T18:00", "reason", "家事"),
                null);
        corrections.correct(
                company.actor("gao.admin"),
                request.id(),
                Map.of("end", "2026-12-18T18:00"),
                new Interventions.Said("请的是两周", null),
                null);
        var entries = trail.entries(request.id());
        assertThat(entries.get(entries.size() - 1).details().again()).containsExactly("Step_Register", "Decide_Level");
        assertThat(requests.row(request.id()).title()).contains("10 天");
        // Two weeks go further up than a day.
        var asked = desk.of(request.id()).approves("zhao.min").waitsFor("sun.lei");
        asked.approves("sun.lei").isAt("Task_Hr");
    }

    @Test
    void only_administrators_with_a_reason_and_not_on_an_own_request() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 500);
        asked.refused("kernel:forbidden", () -> correctAs("zhao.min", asked, null, "amount", 1));
        asked.refused("kernel:forbidden", () -> correctAs("chen.yu", asked, null, "amount", 1));
        asked.refused("kernel:not-found", () -> correctAs("wu.xs", asked, null, "amount", 1));
        asked.refused(
                "process:administer-reason",
                () -> corrections.correct(
                        company.actor("gao.admin"),
                        asked.id,
                        Map.of("amount", 1),
                        new Interventions.Said(null, null),
                        null));
        var own = desk.ask("gao.admin", "trial-request", "amount", 500);
        own.refused("process:administer-own", () -> correct(own, "amount", 1));
    }

    @Test
    void a_second_click_does_not_correct_again() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 500);
        var key = UUID.randomUUID().toString();
        correctAs("gao.admin", asked, key, "amount", 700);
        correctAs("gao.admin", asked, key, "amount", 700);
        assertThat(asked.trail()).containsExactly("submit", "correct");
        asked.refused("process:key-reused", () -> correctAs("gao.admin", asked, key, "amount", 900));
    }
}
