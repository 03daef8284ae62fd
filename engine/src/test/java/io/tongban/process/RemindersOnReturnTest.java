package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.Sketch;
import io.tongban.Sketch.Branch;
import io.tongban.TestCompany;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Timers and reminders after a return: those of what is given up go, those of what stays stay, each exactly once. */
@ProductTest
class RemindersOnReturnTest {

    @Autowired
    Desk desk;

    @Autowired
    Drawing drawing;

    @Autowired
    TestTimers timers;

    @Autowired
    Requests requests;

    @Autowired
    TestCompany company;

    /** Each of three steps reminds after a day, and a second time two days later; a message starts something beside. */
    private Desk.Case three() {
        var model = Sketch.of("sketch-reminders")
                .task("Task_One", "leader")
                .task("Task_Two", "person:wang.hr")
                .task("Task_Three", "head:top")
                .reminder("Timer_One", "Task_One", "P1D", "P2D")
                .reminder("Timer_Two", "Task_Two", "P1D", "P2D")
                .reminder("Timer_Three", "Task_Three", "P1D", "P2D")
                .beside("Sub_Beside", "trial.beside", "P9D");
        return desk.ask("chen.yu", drawing.deploy(model));
    }

    private void wait(Desk.Case asked, Map<String, Integer> expected) {
        for (var timer : java.util.List.of(
                "Timer_One",
                "Timer_One_Wait",
                "Timer_Two",
                "Timer_Two_Wait",
                "Timer_Three",
                "Timer_Three_Wait",
                "Sub_Beside_Wait")) {
            assertThat(timers.count(asked.id, timer))
                    .as(timer)
                    .isEqualTo(expected.getOrDefault(timer, 0).longValue());
        }
    }

    @Test
    void a_reminder_under_way_of_an_earlier_step_goes_on_when_a_later_one_is_returned() {
        var asked = three();
        timers.fire(asked.id, "Timer_One");
        asked.approves("zhao.min").approves("wang.hr");
        wait(asked, Map.of("Timer_One_Wait", 1, "Timer_Three", 1));
        asked.returns("he.jing", "Task_Two", "again").isAt("Task_Two");
        wait(asked, Map.of("Timer_One_Wait", 1, "Timer_Two", 1));
        timers.fire(asked.id, "Timer_One_Wait");
        wait(asked, Map.of("Timer_Two", 1));
        asked.approves("wang.hr").approves("he.jing").is("approved");
    }

    @Test
    void a_reminder_under_way_of_the_step_itself_and_of_later_ones_goes_with_the_return() {
        var asked = three();
        timers.fire(asked.id, "Timer_One");
        asked.approves("zhao.min");
        timers.fire(asked.id, "Timer_Two");
        asked.approves("wang.hr");
        timers.fire(asked.id, "Timer_Three");
        wait(asked, Map.of("Timer_One_Wait", 1, "Timer_Two_Wait", 1, "Timer_Three_Wait", 1));
        asked.returns("he.jing", "Task_Two", "again");
        wait(asked, Map.of("Timer_One_Wait", 1, "Timer_Two", 1));
        asked.returns("wang.hr", "Task_One", "again");
        wait(asked, Map.of("Timer_One", 1));
    }

    @Test
    void a_return_to_the_applicant_leaves_no_reminder_of_any_step() {
        var asked = three();
        timers.fire(asked.id, "Timer_One");
        asked.approves("zhao.min").returns("wang.hr", "applicant", "again").waitsFor("chen.yu");
        wait(asked, Map.of());
        asked.submits("chen.yu").approves("zhao.min");
        wait(asked, Map.of("Timer_Two", 1));
    }

    @Test
    void what_runs_beside_the_whole_request_is_never_given_up() {
        var asked = three();
        requests.signal(company.actor("chen.yu"), asked.id, "trial.beside", Map.of(), "另外的事");
        asked.approves("zhao.min").approves("wang.hr").returns("he.jing", "applicant", "again");
        wait(asked, Map.of("Sub_Beside_Wait", 1));
        asked.submits("chen.yu");
        wait(asked, Map.of("Sub_Beside_Wait", 1, "Timer_One", 1));
    }

    @Test
    void coming_straight_back_and_taking_back_leave_each_timer_once() {
        var asked = three();
        asked.approves("zhao.min").approves("wang.hr").returns("he.jing", "Task_One", "straight");
        wait(asked, Map.of("Timer_One", 1));
        asked.approves("zhao.min").isAt("Task_Three");
        wait(asked, Map.of("Timer_Three", 1));
        var other = three().approves("zhao.min");
        timers.fire(other.id, "Timer_Two");
        other.takesBack("zhao.min").isAt("Task_One");
        wait(other, Map.of("Timer_One", 1));
    }

    @Test
    void a_reminder_on_one_branch_outlives_a_return_on_the_other() {
        var model = Sketch.of("sketch-reminded-branches")
                .parallel(
                        "Gate_Both",
                        Branch.of("Task_A1", "person:wang.hr", "Task_A2", "person:wu.xs"),
                        Branch.of("Task_B1", "person:li.cw"))
                .reminder("Timer_A1", "Task_A1", "P1D", "P2D")
                .reminder("Timer_B1", "Task_B1", "P1D", "P2D");
        var asked = desk.ask("chen.yu", drawing.deploy(model));
        timers.fire(asked.id, "Timer_B1");
        timers.fire(asked.id, "Timer_A1");
        asked.approves("wang.hr").returns("wu.xs", "Task_A1", "again").isAt("Task_A1", "Task_B1");
        assertThat(timers.count(asked.id, "Timer_B1_Wait")).isEqualTo(1);
        assertThat(timers.count(asked.id, "Timer_A1_Wait")).isZero();
        assertThat(timers.count(asked.id, "Timer_A1")).isEqualTo(1);
        asked.approves("wang.hr", "wu.xs", "li.cw");
    }

    @Test
    void the_date_of_a_timer_begins_anew_with_the_step() {
        var asked = three();
        var first = timers.dueAt(asked.id, "Timer_One").orElseThrow();
        asked.returns("zhao.min", "applicant", "again").submits("chen.yu");
        assertThat(timers.dueAt(asked.id, "Timer_One").orElseThrow()).isAfterOrEqualTo(first);
        assertThat(timers.count(asked.id, "Timer_One")).isEqualTo(1);
    }
}
