package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.Sketch;
import io.tongban.Sketch.Branch;
import io.tongban.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What other office platforms on a process engine are known to get wrong; which test shows which stands in approval.md. */
@ProductTest
class KnownTrapsTest {

    @Autowired
    Desk desk;

    @Autowired
    Drawing drawing;

    @Autowired
    Requests requests;

    @Autowired
    Tasks tasks;

    @Autowired
    InboxMapper inbox;

    @Autowired
    RequestMapper trail;

    @Autowired
    SeatMapper seats;

    @Autowired
    OfficeCheck check;

    @Autowired
    TestTimers timers;

    @Autowired
    TrialSteps steps;

    @Autowired
    TestCompany company;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    private Desk.Case vote(String way, String... people) {
        return desk.ask("chen.yu", "trial-vote", "way", way, "people", desk.ids(people));
    }

    private Desk.Case sketched(Sketch sketch, Object... answers) {
        return desk.ask("chen.yu", drawing.deploy(sketch), answers);
    }

    private long notices(String account) {
        return java.util.Objects.requireNonNull(database.queryForObject(
                "select count(*) from notify_notice where recipient = ?", Long.class, company.id(account)));
    }

    @Test
    void whoever_is_no_longer_needed_has_not_rejected() {
        var vote = vote("any", "wang.hr", "wu.xs", "li.cw").approves("wu.xs");
        assertThat(seats.ofRequest(vote.id))
                .filteredOn(seat -> !seat.state().equals("done"))
                .hasSize(2)
                .allMatch(seat -> seat.state().equals("gone") && seat.ballot() == null);
        assertThat(company.signIn("li.cw").get("/api/notifications").text()).contains("不再需要你处理");
    }

    @Test
    void signers_who_are_added_in_order_are_not_skipped_by_a_removal() {
        vote("order", "wang.hr", "wu.xs")
                .adds("wang.hr", "before", "in-order", "li.cw", "gao.admin", "sun.lei")
                .waitsFor("li.cw")
                .removes("wang.hr", "li.cw")
                .waitsFor("gao.admin")
                .approves("gao.admin")
                .waitsFor("sun.lei")
                .removes("wang.hr", "sun.lei")
                .waitsFor("wang.hr")
                .approves("wang.hr")
                .waitsFor("wu.xs");
    }

    @Test
    void a_second_round_of_a_vote_begins_without_ballots_of_the_first() {
        var vote = vote("ratio", "wang.hr", "wu.xs", "li.cw")
                .rejects("wang.hr")
                .approves("wu.xs")
                .returns("li.cw", "applicant", "again")
                .submits("chen.yu")
                .waitsFor("wang.hr", "wu.xs", "li.cw");
        assertThat(seats.ofRequest(vote.id))
                .filteredOn(SeatRow::pending)
                .hasSize(3)
                .allMatch(seat -> seat.ballot() == null);
        vote.approves("wang.hr", "li.cw").isAt("Task_Next");
    }

    @Test
    void a_return_from_the_only_open_step_keeps_what_the_process_knows() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000)
                .approves("zhao.min")
                .returns("li.cw", "Task_Leader", "again");
        assertThat(engine.getRuntimeService()
                        .getVariable(
                                java.util.Objects.requireNonNull(trail.find(asked.id))
                                        .instanceId(),
                                "amount"))
                .hasToString("5000");
        asked.approves("zhao.min").isAt("Task_Finance").approves("li.cw").is("approved");
    }

    private Sketch inclusive() {
        return Sketch.of("sketch-inclusive")
                .task("Task_First", "leader")
                .inclusive(
                        "Gate_Some",
                        Branch.of("Task_A1", "person:wang.hr", "Task_A2", "person:wu.xs"),
                        Branch.of("Task_B1", "person:li.cw"))
                .task("Task_Last", "head:top");
    }

    @Test
    void an_inclusive_join_opens_once_after_a_return_on_one_branch() {
        sketched(inclusive())
                .approves("zhao.min")
                .isAt("Task_A1", "Task_B1")
                .approves("wang.hr", "li.cw")
                .isAt("Task_A2")
                .returns("wu.xs", "Task_A1", "again")
                .isAt("Task_A1")
                .approves("wang.hr", "wu.xs")
                .isAt("Task_Last")
                .approves("he.jing")
                .is("approved");
    }

    @Test
    void an_inclusive_join_is_not_blocked_by_a_return_across_the_fork() {
        sketched(inclusive())
                .approves("zhao.min", "li.cw")
                .returns("wang.hr", "Task_First", "again")
                .isAt("Task_First")
                .approves("zhao.min", "wang.hr", "wu.xs")
                .isAt("Task_B1")
                .approves("li.cw")
                .isAt("Task_Last");
    }

    @Test
    void a_task_that_each_has_for_themselves_is_returned_and_comes_again_once_for_each() {
        var each = Sketch.of("sketch-each")
                .with("facts", "people")
                .task("Task_Before", "leader")
                .each("Task_Each", "people", "actions", "approve reject return")
                .task("Task_After", "head:top");
        sketched(each, "people", desk.ids("wang.hr", "wu.xs", "li.cw"))
                .approves("zhao.min")
                .waitsFor("wang.hr", "wu.xs", "li.cw")
                .approves("wang.hr")
                .returns("wu.xs", "Task_Before", "again")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .waitsFor("wang.hr", "wu.xs", "li.cw")
                .approves("wang.hr", "wu.xs", "li.cw")
                .isAt("Task_After");
    }

    @Test
    void what_has_left_the_house_is_neither_taken_back_nor_withdrawn() {
        var asked = sketched(Sketch.of("sketch-sent")
                        .task("Task_One", "leader")
                        .step("Step_Send", "trial.send")
                        .task("Task_Two", "head:top"))
                .approves("zhao.min")
                .isAt("Task_Two");
        assertThat(steps.sent).contains(asked.id);
        asked.refused("process:irreversible", () -> asked.takesBack("zhao.min"));
        asked.refused(
                "process:irreversible", () -> requests.withdraw(company.actor("chen.yu"), asked.id, "不要了", null, null));
        asked.refused("process:irreversible", () -> asked.rejects("he.jing"));
        asked.approves("he.jing").is("approved");
    }

    @Test
    void a_request_is_withdrawn_while_nobody_has_a_task() {
        var waiting = desk.ask("chen.yu", "trial-wait");
        assertThat(inbox.ofRequest(waiting.id)).noneMatch(InboxRow::pending);
        requests.withdraw(company.actor("chen.yu"), waiting.id, "不等了", null, null);
        waiting.is("withdrawn");
        check.request(waiting.id);
        assertThat(waiting.trail()).containsExactly("submit", "withdraw");
    }

    @Test
    void two_who_decide_at_the_same_time_do_not_overwrite_each_others_fields() {
        var both = sketched(Sketch.of("sketch-fields")
                .parallel(
                        "Gate_Both",
                        Branch.of("Task_Remark", "person:wang.hr").with("write", "remark"),
                        Branch.of("Task_Amount", "person:li.cw").with("write", "remark,amount")));
        both.does("wang.hr", "approve", Tasks.Input.of("", null, Map.of("remark", "人事"), null))
                .does("li.cw", "approve", Tasks.Input.of("", null, Map.of("amount", 99), null))
                .is("approved");
        assertThat(company.signIn("chen.yu")
                        .get("/api/requests/" + both.id)
                        .ok()
                        .at("/answers")
                        .toString())
                .contains("\"remark\":\"人事\"", "\"amount\":99");
    }

    @Test
    void what_a_step_may_not_write_is_refused() {
        var asked = sketched(Sketch.of("sketch-rights").task("Task_One", "leader", "write", "remark"));
        asked.refused(
                "kernel:invalid",
                () -> asked.does("zhao.min", "approve", Tasks.Input.of("", null, Map.of("amount", 1), null)));
        asked.does("zhao.min", "approve", Tasks.Input.of("", null, Map.of("remark", "好"), null))
                .is("approved");
    }

    @Test
    void nobody_is_told_of_a_deed_that_was_refused() {
        var asked = desk.ask("chen.yu", "trial-request").returns("zhao.min", "applicant", "again");
        var before = notices("zhao.min");
        asked.refused("process:irreversible", () -> asked.submits("chen.yu", "amount", 13));
        assertThat(notices("zhao.min")).isEqualTo(before);
        asked.submits("chen.yu", "amount", 14);
        assertThat(notices("zhao.min")).isEqualTo(before + 1);
    }

    @Test
    void a_long_chain_that_is_decided_by_rule_is_one_deed() {
        var chain = Sketch.of("sketch-chain").with("repeated", "anywhere");
        IntStream.rangeClosed(1, 40).forEach(i -> chain.task("Task_" + i, "leader"));
        var asked = sketched(chain).approves("zhao.min").is("approved");
        assertThat(asked.trail().stream().filter("auto-approve"::equals)).hasSize(39);
    }

    @Test
    void a_deadline_takes_the_step_from_everybody_who_was_added_to_it() {
        var asked = sketched(Sketch.of("sketch-deadline")
                        .task("Task_One", "leader")
                        .deadline("Timer_Late", "Task_One", "P3D", "rejected"))
                .adds("zhao.min", "before", "all", "wu.xs", "wang.hr")
                .approves("wu.xs")
                .waitsFor("wang.hr");
        timers.fire(asked.id, "Timer_Late");
        asked.is("rejected").seen("wang.hr", "gone").seen("zhao.min", "gone").seen("wu.xs", "done");
        check.request(asked.id);
        assertThat(seats.ofRequest(asked.id)).noneMatch(SeatRow::pending);
    }

    @Test
    void sixteen_who_submit_at_once_get_sixteen_numbers() throws Exception {
        var deeds = new ArrayList<Callable<String>>();
        for (int i = 0; i < 16; i++) {
            var actor = company.actor(
                    List.of("chen.yu", "wu.xs", "zhao.min", "wang.hr").get(i % 4));
            deeds.add(() -> requests.submit(actor, "trial-request", Map.of("topic", "编号", "amount", 5), null)
                    .number());
        }
        var threads = Executors.newFixedThreadPool(16);
        try {
            var numbers = new ArrayList<String>();
            for (var number : threads.invokeAll(deeds)) {
                numbers.add(number.get());
            }
            assertThat(numbers).doesNotHaveDuplicates().hasSize(16);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_reason_of_a_rejection_outlives_the_task_and_the_history_of_the_engine() {
        var asked = desk.ask("chen.yu", "trial-request").does("zhao.min", "reject", Tasks.Input.saying("预算已经用完"));
        var instance = java.util.Objects.requireNonNull(trail.find(asked.id)).instanceId();
        engine.getHistoryService().deleteHistoricProcessInstance(instance);
        var seen = company.signIn("chen.yu").get("/api/requests/" + asked.id).ok();
        assertThat(seen.at("/status").asString()).isEqualTo("rejected");
        assertThat(seen.at("/timeline/1/comment").asString()).isEqualTo("预算已经用完");
        assertThat(seen.at("/timeline/1/person/name").asString()).isEqualTo("赵敏");
    }

    @Test
    void a_second_click_is_answered_and_another_persons_late_click_is_explained() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000);
        var row = asked.rows("zhao.min").get(0);
        var zhao = company.actor("zhao.min");
        var first = tasks.act(zhao, row.id(), "approve", Tasks.Input.saying("同意"), "k" + row.id());
        assertThat(tasks.act(zhao, row.id(), "approve", Tasks.Input.saying("同意"), "k" + row.id()))
                .isEqualTo(first);
        check.request(asked.id);
        var late = company.signIn("zhao.min").post("/api/tasks/" + row.id() + "/reject", Map.of("comment", "晚了"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.title()).contains("赵敏", "同意");
    }

    @Test
    void a_decision_on_an_older_state_is_refused() {
        var asked = desk.ask("chen.yu", "trial-request");
        var row = asked.rows("zhao.min").get(0);
        asked.adds("zhao.min", "before", "all", "wu.xs").removes("zhao.min", "wu.xs");
        asked.refused(
                "process:task-moved",
                () -> asked.on(row, "zhao.min", "approve", Tasks.Input.of("同意", row.revision(), null, null)));
        asked.approves("zhao.min").is("approved");
    }

    @Test
    void colliding_rows_never_reach_the_user() throws Exception {
        var asked = sketched(Sketch.of("sketch-collide")
                .parallel(
                        "Gate_Many",
                        Branch.of("Task_1", "person:wang.hr"),
                        Branch.of("Task_2", "person:wu.xs"),
                        Branch.of("Task_3", "person:li.cw"),
                        Branch.of("Task_4", "person:sun.lei"))
                .task("Task_Last", "head:top"));
        var deeds = new ArrayList<Callable<Object>>();
        for (var account : List.of("wang.hr", "wu.xs", "li.cw", "sun.lei")) {
            var actor = company.actor(account);
            var task = asked.rows(account).get(0).id();
            deeds.add(() -> tasks.act(actor, task, "approve", Tasks.Input.saying("同意"), null));
        }
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var done : threads.invokeAll(deeds)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        check.request(asked.id);
        asked.isAt("Task_Last").approves("he.jing").is("approved");
    }

    @Test
    void a_stranger_neither_sees_nor_moves_anything() {
        var asked = vote("all", "wang.hr", "wu.xs");
        var row = asked.rows("wang.hr").get(0);
        assertThatThrownBy(() -> tasks.act(company.actor("li.cw"), row.id(), "approve", Tasks.Input.saying("x"), null))
                .hasMessage("kernel:not-found");
        assertThat(company.signIn("li.cw").get("/api/requests/" + asked.id).status())
                .isEqualTo(404);
        asked.waitsFor("wang.hr", "wu.xs");
    }
}
