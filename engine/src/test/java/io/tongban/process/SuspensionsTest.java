package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.org.People;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator lets requests stand still, lets them go on, and ends them. */
@ProductTest
class SuspensionsTest {

    /** A delivery that some other part of the product tells of. */
    record Delivered(String requestId) implements io.tongban.kernel.BusinessEvent {
        @Override
        public String name() {
            return "trial.arrived";
        }
    }

    @Autowired
    Desk desk;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Stops stops;

    @Autowired
    Jumps jumps;

    @Autowired
    Requests requests;

    @Autowired
    Attention attention;

    @Autowired
    TestTimers timers;

    @Autowired
    TrialSteps steps;

    @Autowired
    ProcessEngine engine;

    @Autowired
    People people;

    @Autowired
    TestCompany company;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private static Interventions.Said because(String reason) {
        return new Interventions.Said(reason, null);
    }

    private void suspend(Desk.Case asked) {
        asked.after(() -> suspensions.suspend(company.actor("gao.admin"), asked.id, because("等审计结果"), null));
    }

    private void resume(Desk.Case asked) {
        asked.after(() -> suspensions.resume(company.actor("gao.admin"), asked.id, because("审计结束"), null));
    }

    private void stop(Desk.Case asked, @Nullable String key) {
        asked.after(() -> stops.stop(company.actor("gao.admin"), asked.id, because("项目取消"), key));
    }

    /** How many timers the job executor would take. */
    private long running(Desk.Case asked) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(
                        java.util.Objects.requireNonNull(requests.row(asked.id)).instanceId())
                .active()
                .count();
    }

    @Test
    void nobody_can_act_until_it_is_resumed_and_then_everything_is_as_it_was() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000);
        suspend(asked);
        var chen = company.actor("chen.yu");
        asked.waitsFor("zhao.min");
        asked.refused("process:suspended", () -> asked.approves("zhao.min"));
        asked.refused("process:suspended", () -> asked.transfers("zhao.min", "wu.xs"));
        asked.refused("process:suspended", () -> requests.withdraw(chen, asked.id, null, null, null));
        asked.refused("process:suspended", () -> attention.urge(chen, asked.id, null, null));
        requests.comment(chen, asked.id, "为什么停了", null);
        resume(asked);
        asked.approves("zhao.min").waitsFor("role:finance");
        assertThat(asked.trail()).containsExactly("submit", "suspend", "comment", "resume", "approve");
    }

    @Test
    void what_was_decided_before_can_still_be_taken_back_afterwards() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000).approves("zhao.min");
        suspend(asked);
        asked.refused("process:suspended", () -> asked.takesBack("zhao.min"));
        resume(asked);
        asked.takesBack("zhao.min").waitsFor("zhao.min");
    }

    @Test
    void timers_do_not_fire_while_it_is_suspended_and_wait_for_the_same_moment_afterwards() {
        var asked = desk.ask("chen.yu", "trial-branches").approves("zhao.min", "wang.hr");
        var due = timers.dueAt(asked.id, "Timer_A2");
        assertThat(running(asked)).isEqualTo(1);
        suspend(asked);
        assertThat(running(asked)).isZero();
        resume(asked);
        assertThat(running(asked)).isEqualTo(1);
        assertThat(timers.count(asked.id, "Timer_A2")).isEqualTo(1);
        assertThat(timers.dueAt(asked.id, "Timer_A2")).isEqualTo(due);
        timers.fire(asked.id, "Timer_A2");
        assertThat(asked.trail()).contains("remind");
    }

    @Test
    void a_timer_that_begins_while_it_is_suspended_stands_still_with_the_rest() {
        var asked = desk.ask("chen.yu", "trial-branches").approves("zhao.min");
        suspend(asked);
        asked.after(
                () -> jumps.jump(company.actor("gao.admin"), asked.id, "Task_A1", "Task_A2", because("跳过初审"), null));
        assertThat(timers.count(asked.id, "Timer_A2")).isEqualTo(1);
        assertThat(running(asked)).isZero();
        resume(asked);
        assertThat(running(asked)).isEqualTo(1);
        asked.approves("li.cw", "sun.lei", "wu.xs").isAt("Task_Last");
    }

    @Test
    void votes_stand_still_with_all_their_ballots() {
        var vote = desk.ask("chen.yu", "trial-vote", "way", "all", "people", desk.ids("wang.hr", "wu.xs"))
                .approves("wang.hr");
        suspend(vote);
        vote.refused("process:suspended", () -> vote.approves("wu.xs"));
        resume(vote);
        vote.waitsFor("wu.xs").approves("wu.xs").isAt("Task_Next");
    }

    @Test
    void what_happens_elsewhere_still_reaches_it() {
        var asked = desk.ask("chen.yu", "trial-wait");
        suspend(asked);
        transaction.executeWithoutResult(t -> events.publishEvent(new Delivered(asked.id)));
        asked.after(() -> {});
        assertThat(running(asked)).isZero();
        assertThat(steps.reserved).doesNotContainKey(asked.id);
        resume(asked);
        timers.carryOn(asked.id);
        asked.waitsFor("chen.yu");
        assertThat(steps.reserved).containsKey(asked.id);
    }

    @Test
    void whoever_leaves_meanwhile_leaves_nothing_behind() {
        var leader = company.employ("将离", "sun.lei");
        var applicant = company.employ("申请", leader);
        var asked = desk.ask(applicant, "trial-request").waitsFor(leader);
        suspend(asked);
        asked.after(() -> people.setPresent(company.id(leader), false));
        assertThat(requests.row(asked.id).suspended()).isTrue();
        asked.waitsFor("sun.lei");
        resume(asked);
        asked.approves("sun.lei").is("approved");
    }

    @Test
    void twice_is_said_and_a_second_click_is_not_twice() {
        var asked = desk.ask("chen.yu", "trial-request");
        var key = UUID.randomUUID().toString();
        var gao = company.actor("gao.admin");
        suspensions.suspend(gao, asked.id, because("等审计结果"), key);
        suspensions.suspend(gao, asked.id, because("等审计结果"), key);
        assertThat(asked.trail()).containsExactly("submit", "suspend");
        asked.refused("process:suspended-already", () -> suspend(asked));
        resume(asked);
        asked.refused("process:not-suspended", () -> resume(asked));
    }

    @Test
    void a_decision_and_a_suspension_at_once_both_hold_or_the_decision_comes_too_late() throws Exception {
        for (int i = 0; i < 4; i++) {
            var asked = desk.ask("chen.yu", "trial-request", "amount", 5000);
            Callable<String> suspends = () -> JumpsTest.said(
                    () -> suspensions.suspend(company.actor("gao.admin"), asked.id, because("等审计结果"), null));
            Callable<String> approves = () -> JumpsTest.said(() -> asked.approves("zhao.min"));
            try (var threads = new JumpsTest.Threads()) {
                var said = threads.all(suspends, approves);
                assertThat(said.get(0)).isEqualTo("done");
                assertThat(said.get(1)).isIn("done", "process:suspended");
                asked.after(() -> {});
                asked.waitsFor(said.get(1).equals("done") ? "role:finance" : "zhao.min");
            }
        }
    }

    @Test
    void only_administrators_with_a_reason() {
        var asked = desk.ask("chen.yu", "trial-request");
        asked.refused(
                "kernel:forbidden",
                () -> suspensions.suspend(company.actor("zhao.min"), asked.id, because("想停"), null));
        asked.refused(
                "kernel:not-found", () -> suspensions.suspend(company.actor("wu.xs"), asked.id, because("想停"), null));
        asked.refused(
                "process:administer-reason",
                () -> suspensions.suspend(company.actor("gao.admin"), asked.id, because(""), null));
        asked.refused("kernel:forbidden", () -> stops.stop(company.actor("zhao.min"), asked.id, because("想停"), null));
        asked.refused(
                "process:administer-reason",
                () -> stops.stop(company.actor("gao.admin"), asked.id, because(" "), null));
    }

    @Test
    void stopped_it_is_over_and_what_it_did_is_undone() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000);
        assertThat(steps.reserved).containsKey(asked.id);
        var key = UUID.randomUUID().toString();
        stop(asked, key);
        stop(asked, key);
        asked.is("cancelled").waitsFor().seen("zhao.min", "gone");
        assertThat(steps.reserved).doesNotContainKey(asked.id);
        assertThat(asked.trail()).containsExactly("submit", "stop");
        asked.refused("process:ended-cancelled", () -> stop(asked, null));
    }

    @Test
    void stopped_out_of_a_vote_out_of_branches_and_while_it_is_suspended() {
        var vote = desk.ask("chen.yu", "trial-vote", "way", "all", "people", desk.ids("wang.hr", "wu.xs"))
                .approves("wang.hr");
        stop(vote, null);
        vote.is("cancelled").waitsFor().seen("wang.hr", "done").seen("wu.xs", "gone");
        var branches = desk.ask("chen.yu", "trial-branches").approves("zhao.min", "wang.hr");
        suspend(branches);
        stop(branches, null);
        branches.is("cancelled").waitsFor();
        assertThat(requests.row(branches.id).suspended()).isFalse();
    }
}
