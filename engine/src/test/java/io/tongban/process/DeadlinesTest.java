package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.Sketch;
import io.tongban.TestCompany;
import io.tongban.TestTime;
import io.tongban.approval.StandingIn;
import io.tongban.calendar.CalendarEntries;
import io.tongban.calendar.CalendarEntry;
import io.tongban.calendar.WorkingClock;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Due dates in working time and what happens when they have passed. The clock of these tests is put forward. */
@ProductTest
class DeadlinesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String LADDER =
            "-PT1H remind, PT0H remind, PT2H remind*2, P1D remind-leader, P2D transfer, P4D reject";

    @Autowired
    Desk desk;

    @Autowired
    Drawing drawing;

    @Autowired
    DeadlineJob job;

    @Autowired
    DeadlineMapper deadlines;

    @Autowired
    RequestMapper requests;

    @Autowired
    InboxMapper inbox;

    @Autowired
    WorkingClock working;

    @Autowired
    CalendarEntries entries;

    @Autowired
    StandingIn standingIn;

    @Autowired
    TestTimers timers;

    @Autowired
    TestCompany company;

    @Autowired
    TestTime time;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    private final List<BusinessRef> absences = new ArrayList<>();

    @BeforeEach
    void thePeopleWereHereBefore() {
        company.id("chen.yu");
    }

    @AfterEach
    void nowAgain() {
        time.goBack();
        absences.forEach(entries::remove);
        jdbc.update("delete from calendar_year where of_year = 2027");
        jdbc.update("delete from calendar_day where on_day between '2027-01-01' and '2027-12-31'");
        // Everybody hears of it, as when an administrator does it.
        company.signIn("gao.admin").delete("/api/calendar/days/2026-12-01");
    }

    private Desk.Case late(String ladder, String... more) {
        var properties = new ArrayList<>(List.of("camunda:dueDate", "working:PT4H"));
        if (!ladder.isEmpty()) {
            properties.addAll(List.of("escalation", ladder));
        }
        properties.addAll(List.of(more));
        return ask("sketch-late-" + Integer.toHexString(properties.hashCode()), properties);
    }

    private Desk.Case ask(String key, List<String> properties) {
        return desk.ask(
                "chen.yu",
                drawing.deploy(Sketch.of(key)
                        .with("goal", "P1D")
                        .task("Task_One", "leader", properties.toArray(String[]::new))));
    }

    private DeadlineRow deadline(Desk.Case asked) {
        return deadlines.ofRequest(asked.id).stream()
                .filter(row -> row.step() != null)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private Instant due(Desk.Case asked) {
        return Objects.requireNonNull(deadline(asked).dueAt());
    }

    /** It is so much working time after the due date; what is due by then happens. */
    private void late(Instant due, int minutes) {
        time.goTo(working.after(due, minutes, List.of()).at().plusSeconds(1));
        job.run();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private void away(String account, String from, String until) {
        var ref = new BusinessRef("trial.away", Ids.next());
        absences.add(ref);
        entries.put(new CalendarEntry(
                ref,
                company.id(account),
                "leave",
                "请假",
                "Leave",
                LocalDateTime.parse(from),
                LocalDateTime.parse(until),
                true,
                null));
    }

    @Test
    void a_due_date_in_working_time_reaches_the_inbox_the_engine_and_costs_one_row() {
        time.goTo(at("2026-11-30T16:30"));
        var asked = late("");
        var row = inbox.ofRequest(asked.id).stream()
                .filter(InboxRow::todo)
                .findFirst()
                .orElseThrow();
        assertThat(row.dueAt()).isCloseTo(at("2026-12-01T11:30"), within());
        assertThat(due(asked)).isEqualTo(row.dueAt());
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(row.taskId())
                        .singleResult()
                        .getDueDate()
                        .toInstant())
                .isEqualTo(row.dueAt());
        assertThat(deadlines.ofRequest(asked.id)).hasSize(1);
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return new org.assertj.core.data.TemporalUnitWithinOffset(30, ChronoUnit.SECONDS);
    }

    @Test
    void a_plain_timer_waits_in_working_time_too() {
        time.goTo(at("2026-12-04T17:00"));
        var model = Sketch.of("sketch-working-timer")
                .task("Task_One", "leader")
                .deadline("Timer_Over", "Task_One", "working:PT8H", "rejected");
        var asked = desk.ask("chen.yu", drawing.deploy(model));
        assertThat(timers.dueAt(asked.id, "Timer_Over").orElseThrow()).isCloseTo(at("2026-12-07T17:00"), within());
        timers.fire(asked.id, "Timer_Over");
        asked.is("rejected");
    }

    @Test
    void a_plain_timer_moves_with_the_calendar_and_the_trail_says_so() {
        time.goTo(at("2026-11-30T16:00"));
        var model = Sketch.of("sketch-moved-timer")
                .task("Task_One", "leader")
                .deadline("Timer_Over", "Task_One", "working:PT8H", "rejected");
        var asked = desk.ask("chen.yu", drawing.deploy(model));
        jdbc.update(
                "update ACT_RU_JOB set CREATE_TIME_ = ? where PROCESS_INSTANCE_ID_ = ?",
                LocalDateTime.ofInstant(time.instant(), java.time.ZoneOffset.UTC),
                Objects.requireNonNull(requests.find(asked.id)).instanceId());
        job.run();
        assertThat(timers.dueAt(asked.id, "Timer_Over").orElseThrow()).isCloseTo(at("2026-12-01T16:00"), within());
        company.signIn("gao.admin")
                .put("/api/calendar/days/2026-12-01", Map.of("kind", "holiday", "name", "公司日"))
                .ok();
        job.run();
        assertThat(timers.dueAt(asked.id, "Timer_Over").orElseThrow()).isCloseTo(at("2026-12-02T16:00"), within());
        assertThat(requests.entries(asked.id).stream()
                        .filter(line -> line.action().equals("due-moved"))
                        .map(EntryRow::detail))
                .singleElement()
                .asString()
                .startsWith("calendar|2026-12-01T08:00")
                .contains("|2026-12-02T08:00");
    }

    @Test
    void each_rung_is_climbed_once_and_is_on_the_trail() {
        var asked = late(LADDER);
        var due = due(asked);
        assertThat(asked.trail()).doesNotContain("overdue-early");
        time.goTo(due.minus(Duration.ofMinutes(30)));
        job.run();
        assertThat(asked.trail()).containsOnlyOnce("overdue-early").doesNotContain("overdue-remind");
        late(due, 0);
        job.run();
        assertThat(asked.trail()).containsOnlyOnce("overdue-remind");
        late(due, 120);
        assertThat(asked.trail().stream().filter("overdue-remind"::equals)).hasSize(2);
        late(due, 480);
        assertThat(asked.trail()).containsOnlyOnce("overdue-leader");
        assertThat(deadlines.find(deadline(asked).id())).isNotNull();
        late(due, 2 * 480);
        assertThat(asked.trail()).containsOnlyOnce("overdue-transfer");
        asked.waitsFor("sun.lei");
        late(due(asked), 4 * 480);
        asked.is("rejected");
        assertThat(asked.trail()).containsOnlyOnce("auto-reject");
        late(due, 9 * 480);
        assertThat(asked.trail()).containsOnlyOnce("auto-reject");
    }

    @Test
    void the_trail_says_since_when_it_was_late() {
        time.goTo(at("2026-11-30T09:00"));
        var asked = late("PT0H remind");
        late(due(asked), 0);
        var words = company.signIn("chen.yu").get("/api/requests/" + asked.id).ok().path("timeline").values().stream()
                .filter(line -> line.path("action").asString().equals("overdue-remind"))
                .map(line -> line.path("comment").asString())
                .toList();
        assertThat(words)
                .singleElement()
                .asString()
                .contains("自动：11月30日 周一 14:00 起超时，已提醒")
                .contains("赵敏");
    }

    @Test
    void time_passes_a_step_where_the_model_says_so_and_nobody_is_said_to_have_approved() {
        var asked = late("P1D pass");
        late(due(asked), 480);
        asked.is("approved").seen("zhao.min", "gone");
        assertThat(asked.trail()).contains("auto-approve").doesNotContain("approve");
    }

    @Test
    void time_decides_a_vote_whatever_was_said_so_far() {
        var asked = ask(
                "sketch-late-vote",
                List.of(
                        "camunda:dueDate",
                        "working:PT4H",
                        "escalation",
                        "PT1H pass",
                        "deciding",
                        "all",
                        "exclude",
                        "person:wang.hr"));
        late(due(asked), 60);
        asked.is("approved");
    }

    @Test
    void a_server_that_was_down_reminds_once_and_goes_on_where_it_was() {
        var asked = late(LADDER);
        var due = due(asked);
        late(due, 0);
        assertThat(deadline(asked).rung()).isEqualTo(2);
        // Down over two reminders and the leader's rung: everything that matters stands in the database.
        late(due, 490);
        assertThat(asked.trail().stream().filter("overdue-remind"::equals)).hasSize(2);
        assertThat(asked.trail()).containsOnlyOnce("overdue-leader").doesNotContain("overdue-transfer");
        assertThat(deadline(asked).rung()).isEqualTo(5);
    }

    @Test
    void a_transfer_to_somebody_who_is_away_goes_on_to_the_deputy() {
        var asked = late("PT0H transfer");
        var standIn = standingIn.begin("sun.lei", "wang.hr");
        try {
            time.goTo(due(asked).plusSeconds(1));
            job.run();
            asked.waitsFor("wang.hr");
            assertThat(asked.trail()).contains("overdue-transfer", "stand-in");
            asked.approves("wang.hr").is("approved");
        } finally {
            time.goBack();
            standingIn.end("sun.lei", standIn);
        }
    }

    @Test
    void a_return_ends_the_deadline_and_the_next_round_has_its_own() {
        time.goTo(at("2026-11-30T10:00"));
        var asked = late(LADDER);
        var first = deadline(asked);
        time.goTo(at("2026-11-30T11:00"));
        asked.returns("zhao.min", "applicant", "again").waitsFor("chen.yu");
        time.goTo(at("2026-12-01T09:00"));
        job.run();
        assertThat(asked.trail()).doesNotContain("overdue-remind");
        asked.submits("chen.yu");
        var second = deadline(asked);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.dueAt()).isCloseTo(at("2026-12-01T14:00"), within());
        assertThat(Objects.requireNonNull(deadlines.find(first.id())).endedAt()).isNotNull();
    }

    @Test
    void coming_straight_back_begins_the_time_anew_also_in_the_list() {
        time.goTo(at("2026-11-30T10:00"));
        var asked = late(LADDER);
        time.goTo(at("2026-11-30T11:00"));
        asked.returns("zhao.min", "applicant", "straight");
        time.goTo(at("2026-12-01T09:00"));
        asked.submits("chen.yu");
        assertThat(inbox.ofRequest(asked.id).stream().filter(InboxRow::todo).map(InboxRow::dueAt))
                .singleElement()
                .satisfies(due -> assertThat(due).isCloseTo(at("2026-12-01T14:00"), within()));
    }

    @Test
    void whoever_gets_a_task_shortly_before_it_is_due_has_a_quarter_of_the_time() {
        time.goTo(at("2026-11-30T09:00"));
        var asked = late("PT0H remind");
        time.goTo(at("2026-11-30T13:55"));
        asked.transfers("zhao.min", "wang.hr");
        assertThat(due(asked)).isCloseTo(at("2026-11-30T14:55"), within());
        assertThat(asked.trail()).contains("due-moved");
        time.goTo(at("2026-11-30T14:30"));
        job.run();
        assertThat(asked.trail()).doesNotContain("overdue-remind");
    }

    @Test
    void the_absence_of_whoever_has_it_does_not_count_and_the_trail_says_so() {
        time.goTo(at("2026-11-30T10:00"));
        away("zhao.min", "2026-11-30T13:00", "2026-12-01T18:00");
        var asked = late(LADDER);
        job.run();
        assertThat(due(asked)).isCloseTo(at("2026-12-02T11:00"), within());
        assertThat(asked.trail()).contains("due-moved");
        // Back earlier than planned.
        absences.forEach(entries::remove);
        job.run();
        assertThat(due(asked)).isCloseTo(at("2026-11-30T15:00"), within());
    }

    @Test
    void who_goes_away_later_is_not_late_either_but_nobody_waits_for_ever() {
        time.goTo(at("2026-11-30T10:00"));
        var asked = late(LADDER);
        job.run();
        away("zhao.min", "2026-11-30T13:00", "2026-12-31T18:00");
        time.goTo(at("2026-11-30T15:30"));
        job.run();
        assertThat(asked.trail()).doesNotContain("overdue-remind");
        // Five working days more than the step has, no longer.
        assertThat(due(asked)).isCloseTo(at("2026-12-07T15:00"), within());
    }

    @Test
    void a_holiday_that_is_arranged_meanwhile_moves_the_due_date() {
        time.goTo(at("2026-11-30T16:00"));
        var asked = late(LADDER);
        job.run();
        assertThat(due(asked)).isCloseTo(at("2026-12-01T11:00"), within());
        company.signIn("gao.admin")
                .put("/api/calendar/days/2026-12-01", Map.of("kind", "holiday", "name", "公司日"))
                .ok();
        job.run();
        assertThat(due(asked)).isCloseTo(at("2026-12-02T11:00"), within());
        assertThat(asked.trail()).containsOnlyOnce("due-moved");
        assertThat(inbox.ofRequest(asked.id).stream().filter(InboxRow::todo).map(InboxRow::dueAt))
                .containsExactly(due(asked));
        job.run();
        assertThat(asked.trail()).containsOnlyOnce("due-moved");
    }

    @Test
    void next_years_calendar_arrives_after_the_due_date_was_counted() {
        time.goTo(at("2026-12-31T17:30"));
        var asked = late(LADDER);
        job.run();
        assertThat(deadline(asked).provisional()).isTrue();
        assertThat(due(asked)).isCloseTo(at("2027-01-01T13:30"), within());
        company.signIn("gao.admin")
                .put(
                        "/api/calendar/years/2027",
                        Map.of(
                                "source",
                                "通知",
                                "days",
                                List.of(
                                        Map.of("date", "2027-01-01", "kind", "holiday"),
                                        Map.of("date", "2027-01-03", "kind", "makeup"))))
                .ok();
        job.run();
        assertThat(deadline(asked).provisional()).isFalse();
        assertThat(due(asked)).isCloseTo(at("2027-01-03T13:30"), within());
        assertThat(asked.trail()).containsOnlyOnce("due-moved");
    }

    @Test
    void two_rungs_at_once_and_a_decision_do_nothing_twice() throws Exception {
        for (int turn = 0; turn < 5; turn++) {
            var asked = late("PT0H remind-leader, PT0H reject");
            time.goTo(due(asked).plusSeconds(1));
            var start = new CyclicBarrier(3);
            var deeds = List.<Callable<Object>>of(
                    () -> {
                        start.await();
                        job.run();
                        return "";
                    },
                    () -> {
                        start.await();
                        job.run();
                        return "";
                    },
                    () -> {
                        start.await();
                        try {
                            asked.approves("zhao.min");
                        } catch (io.tongban.kernel.Problem tooLate) {
                            return tooLate;
                        }
                        return "";
                    });
            var threads = Executors.newFixedThreadPool(3);
            for (var deed : threads.invokeAll(deeds)) {
                deed.get();
            }
            threads.shutdown();
            var trail = asked.trail();
            var byTime = trail.contains("auto-reject");
            assertThat(trail.contains("approve")).isNotEqualTo(byTime);
            asked.is(byTime ? "rejected" : "approved");
            assertThat(trail.stream().filter("auto-reject"::equals)).hasSizeLessThan(2);
            assertThat(trail.stream().filter("overdue-leader"::equals)).hasSizeLessThan(2);
            assertThat(deadline(asked).endedAt()).isNotNull();
            time.goBack();
        }
    }

    @Test
    void a_suspended_request_stands_still_for_its_ladder_too() {
        var asked = late("PT0H remind");
        var due = due(asked);
        jdbc.update("update process_request set suspended_at = ? where id = ?", LocalDateTime.now(), asked.id);
        late(due, 60);
        assertThat(asked.trail()).doesNotContain("overdue-remind");
        jdbc.update("update process_request set suspended_at = null where id = ?", asked.id);
        job.run();
        assertThat(asked.trail()).containsOnlyOnce("overdue-remind");
    }

    @Test
    void how_long_it_took_is_kept_for_the_numbers() {
        time.goTo(at("2026-11-30T10:00"));
        var quick = late("");
        time.goTo(at("2026-11-30T14:00"));
        quick.approves("zhao.min");
        var slow = late("");
        time.goTo(at("2026-12-02T14:00"));
        slow.approves("zhao.min");
        job.run();
        assertThat(numbers(quick)).containsExactly("request 480 3 h true", "Task_One 240 3 h true");
        assertThat(numbers(slow)).containsExactly("request 480 16 h false", "Task_One 240 16 h false");
    }

    private List<String> numbers(Desk.Case asked) {
        return deadlines.ofRequest(asked.id).stream()
                .map(row -> (row.step() == null ? "request" : row.step()) + " " + row.goal() + " "
                        + Math.round(Objects.requireNonNull(row.used()) / 60.0) + " h "
                        + row.met())
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }
}
