package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.process.engine.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator puts a request to another step: from steps, votes and branches, and every join still opens once. */
@ProductTest
class JumpsTest {

    @Autowired
    Desk desk;

    @Autowired
    Jumps jumps;

    @Autowired
    InboxMapper inbox;

    @Autowired
    People people;

    @Autowired
    Models models;

    @Autowired
    TestTimers timers;

    @Autowired
    Requests requests;

    @Autowired
    TrialSteps steps;

    @Autowired
    TestCompany company;

    private void jump(Desk.Case asked, @Nullable String from, String to) {
        asked.after(() -> jumpAs("gao.admin", asked, from, to, null));
    }

    private void jumpAs(
            String account, Desk.Case asked, @Nullable String from, @Nullable String to, @Nullable String key) {
        jumps.jump(company.actor(account), asked.id, from, to, new Interventions.Said("走错了", null), key);
    }

    /** At both branches: 人事初审 on one, 财务审批 on the other. */
    private Desk.Case branches() {
        return desk.ask("chen.yu", "trial-branches").approves("zhao.min").isAt("Task_A1", "Task_B1");
    }

    private Desk.Case vote(String way, String... people) {
        return desk.ask("chen.yu", "trial-vote", "way", way, "people", desk.ids(people));
    }

    @Test
    void forwards_over_everything_that_lies_between() {
        var asked = desk.ask("chen.yu", "trial-branches");
        jump(asked, null, "Task_Last");
        asked.isAt("Task_Last").waitsFor("he.jing").seen("zhao.min", "gone");
        assertThat(asked.trail()).containsExactly("submit", "jump");
        asked.approves("he.jing").is("approved");
    }

    @Test
    void back_on_one_branch_while_the_other_stays_and_the_timer_is_there_once() {
        var asked = branches().approves("wang.hr").isAt("Task_A2", "Task_B1");
        assertThat(timers.count(asked.id, "Timer_A2")).isEqualTo(1);
        jump(asked, "Task_A2", "Task_A1");
        asked.isAt("Task_A1", "Task_B1").waitsFor("wang.hr", "li.cw");
        assertThat(timers.count(asked.id, "Timer_A2")).isZero();
        asked.approves("wang.hr");
        assertThat(timers.count(asked.id, "Timer_A2")).isEqualTo(1);
        asked.approves("sun.lei", "wu.xs", "li.cw")
                .isAt("Task_Last")
                .approves("he.jing")
                .is("approved");
    }

    @Test
    void forwards_on_one_branch_into_its_vote() {
        var asked = branches();
        jump(asked, "Task_A1", "Task_A2");
        asked.isAt("Task_A2", "Task_B1").waitsFor("sun.lei", "wu.xs", "li.cw");
        assertThat(timers.count(asked.id, "Timer_A2")).isEqualTo(1);
        asked.approves("li.cw", "sun.lei", "wu.xs").isAt("Task_Last");
    }

    @Test
    void onto_a_branch_from_before_the_fork_the_other_branch_counts_as_done() {
        var asked = desk.ask("chen.yu", "trial-branches");
        jump(asked, null, "Task_A2");
        asked.isAt("Task_A2").waitsFor("sun.lei", "wu.xs");
        assertThat(timers.count(asked.id, "Timer_A2")).isEqualTo(1);
        asked.approves("sun.lei").isAt("Task_A2").approves("wu.xs").isAt("Task_Last");
        assertThat(timers.count(asked.id, "Timer_A2")).isZero();
        asked.approves("he.jing").is("approved");
    }

    @Test
    void back_onto_a_branch_from_behind_the_join() {
        var asked = branches().approves("wang.hr", "sun.lei", "wu.xs", "li.cw").isAt("Task_Last");
        jump(asked, null, "Task_B1");
        asked.isAt("Task_B1").waitsFor("li.cw").approves("li.cw").isAt("Task_Last");
        jump(asked, null, "Task_A1");
        asked.approves("wang.hr", "sun.lei", "wu.xs")
                .isAt("Task_Last")
                .approves("he.jing")
                .is("approved");
    }

    @Test
    void from_a_branch_to_its_neighbour_the_branch_that_is_left_counts_as_done() {
        var asked = branches();
        jump(asked, "Task_A1", "Task_B1");
        asked.isAt("Task_B1").waitsFor("li.cw").approves("li.cw").isAt("Task_Last");
    }

    @Test
    void to_a_neighbour_that_was_done_already_it_is_done_again_and_the_join_opens_once() {
        var asked = branches().approves("li.cw").isAt("Task_A1");
        jump(asked, "Task_A1", "Task_B1");
        asked.isAt("Task_B1")
                .waitsFor("li.cw")
                .approves("li.cw")
                .isAt("Task_Last")
                .waitsFor("he.jing");
        asked.approves("he.jing").is("approved");
    }

    @Test
    void out_of_both_branches_nothing_is_left_behind() {
        var asked = branches().approves("wang.hr");
        jump(asked, "Task_A2", "Task_First");
        asked.isAt("Task_First").waitsFor("zhao.min");
        assertThat(timers.count(asked.id, "Timer_A2")).isZero();
        asked.approves("zhao.min").isAt("Task_A1", "Task_B1");
    }

    @Test
    void out_of_a_vote_and_back_into_it_everybody_is_asked_again() {
        var vote = vote("all", "wang.hr", "wu.xs").approves("wang.hr");
        jump(vote, null, "Task_Next");
        vote.isAt("Task_Next").waitsFor("zhao.min").seen("wu.xs", "gone");
        jump(vote, null, "Task_All");
        vote.waitsFor("wang.hr", "wu.xs").approves("wang.hr", "wu.xs").isAt("Task_Next");
    }

    @Test
    void whoever_has_approved_elsewhere_is_asked_where_the_administrator_puts_it() {
        var vote = vote("all", "zhao.min").approves("zhao.min").is("approved");
        assertThat(vote.trail()).contains("auto-approve");
        var other = vote("all", "zhao.min", "wu.xs").approves("zhao.min");
        jump(other, null, "Task_Next");
        other.isAt("Task_Next").waitsFor("zhao.min");
    }

    @Test
    void signers_who_were_added_go_with_the_step_that_is_left() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000).adds("zhao.min", "before", "all", "wu.xs");
        jump(asked, null, "Task_Finance");
        asked.waitsFor("role:finance").seen("wu.xs", "gone").seen("zhao.min", "gone");
    }

    @Test
    void to_the_applicant_who_submits_again() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000).approves("zhao.min");
        jump(asked, null, "Task_Apply");
        asked.waitsFor("chen.yu").submits("chen.yu", "amount", 10).waitsFor("zhao.min");
        assertThat(steps.reserved.get(asked.id)).isEqualByComparingTo("10");
    }

    @Test
    void what_was_to_come_straight_back_to_a_step_that_is_left_does_not() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000)
                .approves("zhao.min")
                .does("li.cw", "claim", Tasks.Input.empty())
                .returns("li.cw", "applicant", "straight")
                .waitsFor("chen.yu");
        jump(asked, null, "Task_Leader");
        asked.waitsFor("zhao.min").approves("zhao.min").waitsFor("role:finance");
    }

    @Test
    void steps_that_are_done_several_times_at_once_are_all_there_after_a_jump() {
        steps.plan = new TrialSteps.Planned(
                company.id("chen.yu"),
                List.of(company.id("zhao.min"), company.id("wu.xs")),
                java.time.Instant.parse("2026-12-24T00:00:00Z"),
                java.time.Instant.parse("2027-02-01T00:00:00Z"));
        var asked = desk.ask("wang.hr", "trial-work");
        assertThat(timers.count(asked.id, "Timer_Due")).isEqualTo(1);
        jump(asked, null, "Task_Judge");
        asked.waitsFor("zhao.min", "wu.xs");
        assertThat(timers.count(asked.id, "Timer_Due")).isZero();
        jump(asked, null, "Task_Do");
        asked.waitsFor("chen.yu");
        assertThat(timers.count(asked.id, "Timer_Due")).isEqualTo(1);
    }

    @Test
    void where_the_request_stands_at_several_steps_the_one_that_is_left_has_to_be_named() {
        var asked = branches();
        asked.refused("process:jump-from", () -> jump(asked, null, "Task_Last"));
        asked.refused("process:jump-not-there", () -> jump(asked, "Task_A2", "Task_Last"));
        asked.refused("process:jump-same", () -> jump(asked, "Task_A1", "Task_A1"));
        asked.refused("process:jump-where", () -> jump(asked, "Task_A1", "Gate_Join"));
        asked.refused("process:jump-where", () -> jumpAs("gao.admin", asked, "Task_A1", null, null));
    }

    @Test
    void only_administrators_may_and_nobody_does_it_to_an_own_request() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000);
        asked.refused("kernel:forbidden", () -> jumpAs("zhao.min", asked, null, "Task_Finance", null));
        asked.refused("kernel:forbidden", () -> jumpAs("chen.yu", asked, null, "Task_Finance", null));
        asked.refused("kernel:not-found", () -> jumpAs("wu.xs", asked, null, "Task_Finance", null));
        asked.refused("kernel:not-found", () -> jumpAs("wang.hr", asked, null, "Task_Finance", null));
        var own = desk.ask("gao.admin", "trial-request", "amount", 5000);
        own.refused("process:administer-own", () -> jump(own, null, "Task_Finance"));
        // The model names the role of wang.hr as administrators of this process.
        var theirs = desk.ask("chen.yu", "trial-branches");
        theirs.after(() -> jumpAs("wang.hr", theirs, null, "Task_Last", null)).waitsFor("he.jing");
    }

    @Test
    void a_reason_is_needed_and_what_has_ended_does_not_move() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000);
        asked.refused(
                "process:administer-reason",
                () -> jumps.jump(
                        company.actor("gao.admin"),
                        asked.id,
                        null,
                        "Task_Finance",
                        new Interventions.Said(" ", null),
                        null));
        asked.rejects("zhao.min").is("rejected");
        asked.refused("process:ended-rejected", () -> jump(asked, null, "Task_Finance"));
    }

    @Test
    void a_second_click_does_not_jump_again() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000);
        var key = UUID.randomUUID().toString();
        jumpAs("gao.admin", asked, null, "Task_Finance", key);
        jumpAs("gao.admin", asked, null, "Task_Finance", key);
        asked.waitsFor("role:finance");
        assertThat(asked.trail()).containsExactly("submit", "jump");
        asked.refused("process:key-reused", () -> jumpAs("gao.admin", asked, null, "Task_Leader", key));
    }

    @Test
    void of_two_at_once_who_saw_the_same_one_comes_too_late() throws Exception {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000);
        var seen = requests.get(asked.id).revision();
        var gao = company.actor("gao.admin");
        Callable<String> one = () ->
                said(() -> jumps.jump(gao, asked.id, null, "Task_Finance", new Interventions.Said("走错了", seen), null));
        Callable<String> other = () ->
                said(() -> jumps.jump(gao, asked.id, null, "Task_Apply", new Interventions.Said("走错了", seen), null));
        try (var threads = new Threads()) {
            assertThat(threads.all(one, other)).containsExactlyInAnyOrder("done", "process:request-moved");
        }
        asked.after(() -> {});
        assertThat(asked.trail().stream().filter("jump"::equals)).hasSize(1);
    }

    /** Wherever it is put, and however often, every join opens in the end, once. */
    @ParameterizedTest
    @ValueSource(strings = {"one", "both"})
    void after_any_jumps_through_nested_branches_it_still_comes_to_its_end(String way) {
        for (int seed = 1; seed <= 12; seed++) {
            var random = new Random(seed);
            var asked = desk.ask("chen.yu", "trial-nested", "way", way);
            var course = new ArrayList<String>();
            for (int deed = 0; deed < 8 && requests.row(asked.id).running(); deed++) {
                if (random.nextInt(3) == 0) {
                    course.add(approveOne(asked, random));
                } else {
                    course.add(jumpSomewhere(asked, random));
                }
            }
            for (int left = 0; left < 60 && requests.row(asked.id).running(); left++) {
                course.add(approveOne(asked, random));
            }
            assertThat(requests.row(asked.id).status())
                    .as("seed %s: %s", seed, course)
                    .isEqualTo("approved");
            assertThat(course.stream().filter("Task_Last"::equals))
                    .as("seed %s: %s", seed, course)
                    .isNotEmpty();
        }
    }

    private String approveOne(Desk.Case asked, Random random) {
        var open = inbox.ofRequest(asked.id).stream().filter(InboxRow::todo).toList();
        var row = open.get(random.nextInt(open.size()));
        var account = java.util.Objects.requireNonNull(people.find(row.owner()).orElseThrow())
                .account();
        asked.on(row, account, "Task_Apply".equals(row.step()) ? "submit" : "approve", Tasks.Input.saying("同意"));
        return String.valueOf(row.step());
    }

    private String jumpSomewhere(Desk.Case asked, Random random) {
        var row = requests.row(asked.id);
        var targets = new ArrayList<>(
                jumps.targets(row, models.of(row.definitionId())).entrySet());
        var from = targets.get(random.nextInt(targets.size()));
        var to = from.getValue().get(random.nextInt(from.getValue().size()));
        jump(asked, from.getKey(), to);
        return from.getKey() + " → " + to;
    }

    static String said(Runnable deed) {
        try {
            deed.run();
            return "done";
        } catch (Problem problem) {
            return problem.code();
        }
    }

    /** People who act at the same moment. */
    static final class Threads implements AutoCloseable {

        private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(4);

        @SafeVarargs
        final List<String> all(Callable<String>... deeds) throws Exception {
            var said = new java.util.ArrayList<String>();
            for (var future : threads.invokeAll(List.of(deeds))) {
                said.add(future.get());
            }
            return said;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
