package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.Sketch;
import io.tongban.TestCompany;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request goes back to an earlier step, and what comes after that. */
@ProductTest
class ReturnsTest {

    @Autowired
    Desk desk;

    @Autowired
    TestTimers timers;

    @Autowired
    TrialSteps steps;

    @Autowired
    TestCompany company;

    @Autowired
    Drawing drawing;

    private Desk.Case vote(String way, String... people) {
        return desk.ask("chen.yu", "trial-vote", "way", way, "people", desk.ids(people));
    }

    /** Both branches are open: 人事初审 on one, 财务审批 on the other. */
    private Desk.Case branches() {
        return desk.ask("chen.yu", "trial-branches").approves("zhao.min").isAt("Task_A1", "Task_B1");
    }

    @Test
    void back_to_the_applicant_from_inside_a_vote_closes_the_vote() {
        vote("all", "wang.hr", "wu.xs", "li.cw")
                .approves("wang.hr")
                .returns("wu.xs", "applicant", "again")
                .waitsFor("chen.yu")
                .seen("li.cw", "gone")
                .submits("chen.yu")
                .waitsFor("wang.hr", "wu.xs", "li.cw");
    }

    @Test
    void straight_back_asks_only_whoever_returned_it_and_those_who_had_not_decided() {
        vote("all", "wang.hr", "wu.xs", "li.cw")
                .approves("wang.hr")
                .returns("wu.xs", "applicant", "straight")
                .submits("chen.yu")
                .waitsFor("wu.xs", "li.cw")
                .seen("wang.hr", "done")
                .approves("wu.xs", "li.cw")
                .isAt("Task_Next");
    }

    @Test
    void what_changed_is_registered_anew_before_it_comes_back() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000)
                .approves("zhao.min")
                .returns("li.cw", "applicant", "straight")
                .submits("chen.yu", "amount", 6000)
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .waitsFor("role:finance");
        assertThat(steps.reserved.get(asked.id)).isEqualByComparingTo("6000");
    }

    @Test
    void unchanged_it_comes_straight_back_past_what_the_system_does_on_the_way() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000)
                .approves("zhao.min")
                .returns("li.cw", "applicant", "straight")
                .submits("chen.yu")
                .waitsFor("li.cw");
        assertThat(asked.trail()).containsExactly("submit", "approve", "return", "submit");
    }

    @Test
    void whoever_returns_and_whoever_changes_it_read_before_what_will_happen() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000).approves("zhao.min");
        var li = company.signIn("li.cw");
        var task = li.get("/api/requests/" + asked.id).ok().at("/myTask").asString();
        var targets = li.get("/api/tasks/" + task).ok().at("/returnTargets");
        assertThat(targets.at("/0/applicant").asBoolean()).isTrue();
        assertThat(targets.at("/0/registers").asBoolean()).isTrue();
        assertThat(targets.at("/1/registers").asBoolean()).isFalse();

        asked.returns("li.cw", "applicant", "straight");
        assertThat(afterwards(asked, "chen.yu", "zh-CN"))
                .isEqualTo("没有改动内容，办完后直接回到“财务审批”；改动了内容，系统要重新登记，途中看到的内容有变化的人会再审一次，然后回到“财务审批”。");
        asked.submits("chen.yu").returns("li.cw", "Task_Leader", "straight");
        assertThat(afterwards(asked, "zhao.min", "zh-CN")).isEqualTo("办完后直接回到“财务审批”，中间的人不再审批。");
        asked.approves("zhao.min").returns("li.cw", "applicant", "changed");
        assertThat(afterwards(asked, "chen.yu", "en"))
                .isEqualTo("When you are done, only those for whom something changed are asked again, up to “财务审批”.");
        asked.submits("chen.yu").returns("li.cw", "applicant", "again");
        assertThat(afterwards(asked, "chen.yu", "zh-CN")).isEmpty();
    }

    private String afterwards(Desk.Case asked, String account, String language) {
        var reader = company.signIn(account).language(language);
        var task = reader.get("/api/requests/" + asked.id).ok().at("/myTask").asString();
        return reader.get("/api/tasks/" + task).ok().at("/afterwards").asString("");
    }

    @Test
    void changed_only_those_who_see_the_change_decide_again_on_the_way_back() {
        var hidden = Sketch.of("sketch-hidden")
                .step("Step_Reserve", "trial.reserve")
                .task("Task_Sees", "leader")
                .task("Task_Sees_Not", "person:wang.hr", "hidden", "remark")
                .task("Task_Last", "head:top");
        desk.ask("chen.yu", drawing.deploy(hidden))
                .approves("zhao.min", "wang.hr")
                .returns("he.jing", "applicant", "straight")
                .submits("chen.yu", "remark", "换了理由")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .waitsFor("he.jing")
                .approves("he.jing")
                .is("approved");
    }

    @Test
    void straight_back_keeps_the_task_of_whoever_returned_it() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000).approves("zhao.min");
        asked.does("li.cw", "claim", Tasks.Input.empty());
        var task = asked.rows("li.cw").get(0).id();
        asked.returns("li.cw", "Task_Leader", "straight")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .waitsFor("li.cw");
        assertThat(asked.rows("li.cw")).extracting(InboxRow::id).containsExactly(task);
        asked.approves("li.cw").is("approved");
    }

    @Test
    void only_those_for_whom_something_changed_are_asked_again() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000).approves("zhao.min");
        asked.returns("li.cw", "applicant", "changed").submits("chen.yu").waitsFor("role:finance");
        assertThat(asked.trail()).contains("auto-approve");
        asked.returns("li.cw", "applicant", "changed")
                .submits("chen.yu", "remark", "理由不同")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .waitsFor("role:finance");
    }

    @Test
    void walking_again_asks_everybody_again() {
        desk.ask("chen.yu", "trial-request", "amount", 5000)
                .approves("zhao.min")
                .returns("li.cw", "applicant", "again")
                .submits("chen.yu")
                .waitsFor("zhao.min");
    }

    @Test
    void the_previous_step_is_the_one_decided_last() {
        desk.ask("chen.yu", "trial-request", "amount", 5000)
                .approves("zhao.min")
                .returns("li.cw", "previous", "again")
                .isAt("Task_Leader")
                .approves("zhao.min")
                .isAt("Task_Finance");
    }

    @Test
    void a_step_that_was_never_reached_is_no_target() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000);
        asked.refused("process:no-such-step", () -> asked.returns("zhao.min", "Task_Finance", "again"));
        asked.refused("process:no-such-step", () -> asked.returns("zhao.min", "Task_Nowhere", "again"));
        asked.refused("process:no-such-resume", () -> asked.returns("zhao.min", "applicant", "sometimes"));
    }

    @Test
    void a_return_before_the_fork_closes_all_branches() {
        branches()
                .returns("li.cw", "Task_First", "again")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .isAt("Task_A1", "Task_B1");
    }

    @Test
    void a_return_on_one_branch_leaves_the_other_alone() {
        branches()
                .approves("wang.hr")
                .isAt("Task_A2", "Task_B1")
                .returns("wu.xs", "Task_A1", "again")
                .isAt("Task_A1", "Task_B1")
                .approves("wang.hr")
                .approves("sun.lei", "wu.xs")
                .approves("li.cw")
                .isAt("Task_Last");
    }

    @Test
    void a_branch_that_waits_at_the_join_keeps_waiting_there() {
        branches()
                .approves("li.cw")
                .approves("wang.hr")
                .returns("sun.lei", "Task_A1", "again")
                .isAt("Task_A1")
                .approves("wang.hr")
                .approves("sun.lei", "wu.xs")
                .isAt("Task_Last")
                .approves("he.jing")
                .is("approved");
    }

    @Test
    void no_old_token_opens_the_join_after_a_return_to_the_start() {
        branches()
                .approves("li.cw")
                .approves("wang.hr")
                .returns("wu.xs", "applicant", "again")
                .submits("chen.yu")
                .approves("zhao.min")
                .isAt("Task_A1", "Task_B1")
                .approves("li.cw")
                .isAt("Task_A1")
                .approves("wang.hr")
                .approves("sun.lei", "wu.xs")
                .isAt("Task_Last")
                .approves("he.jing")
                .is("approved");
    }

    @Test
    void straight_back_on_one_branch_leaves_the_other_alone() {
        branches()
                .approves("wang.hr")
                .returns("wu.xs", "Task_A1", "straight")
                .isAt("Task_A1", "Task_B1")
                .approves("wang.hr")
                .isAt("Task_A2", "Task_B1");
    }

    @Test
    void from_a_branch_there_is_no_straight_way_back_across_the_fork() {
        var asked = branches();
        asked.refused("process:no-straight-way", () -> asked.returns("li.cw", "Task_First", "straight"));
        asked.refused("process:no-such-step", () -> asked.returns("li.cw", "Task_A1", "again"));
    }

    @Test
    void after_the_join_a_step_inside_a_branch_is_no_target() {
        var asked = branches()
                .approves("li.cw", "wang.hr")
                .approves("sun.lei", "wu.xs")
                .isAt("Task_Last");
        asked.refused("process:no-such-step", () -> asked.returns("he.jing", "Task_A1", "again"));
        asked.returns("he.jing", "Task_First", "straight").approves("zhao.min").isAt("Task_Last");
    }

    @Test
    void two_branches_that_return_at_once_do_not_return_twice() {
        var asked = branches();
        var hr = asked.rows("wang.hr").get(0);
        asked.returns("li.cw", "applicant", "again");
        asked.refused("process:no-longer-open", () -> asked.on(hr, "wang.hr", "return", Tasks.Input.saying("也退回")));
    }

    @Test
    void timers_are_there_exactly_once_after_each_return() {
        var asked = branches().approves("wang.hr");
        assertThat(timers.dueAt(asked.id, "Timer_A2")).isPresent();
        asked.returns("wu.xs", "Task_A1", "again");
        assertThat(timers.dueAt(asked.id, "Timer_A2")).isEmpty();
        asked.approves("wang.hr");
        assertThat(timers.dueAt(asked.id, "Timer_A2")).isPresent();
        asked.returns("wu.xs", "applicant", "again")
                .submits("chen.yu")
                .approves("zhao.min")
                .approves("wang.hr");
        assertThat(timers.count(asked.id, "Timer_A2")).isEqualTo(1);
    }

    @Test
    void a_reminder_under_way_does_not_stop_a_return() {
        var asked = branches().approves("wang.hr");
        timers.fire(asked.id, "Timer_A2");
        asked.returns("wu.xs", "Task_A1", "again").isAt("Task_A1", "Task_B1");
    }

    @Test
    void added_signers_go_with_the_return_and_are_not_asked_again() {
        desk.ask("chen.yu", "trial-request")
                .adds("zhao.min", "beside", "all", "wu.xs")
                .returns("wu.xs", "applicant", "again")
                .seen("zhao.min", "gone")
                .submits("chen.yu")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void a_return_inside_a_return_comes_back_step_by_step() {
        desk.ask("chen.yu", "trial-request", "amount", 5000)
                .approves("zhao.min")
                .returns("li.cw", "Task_Leader", "straight")
                .returns("zhao.min", "applicant", "straight")
                .submits("chen.yu")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .waitsFor("li.cw")
                .approves("li.cw")
                .is("approved");
    }
}
