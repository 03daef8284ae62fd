package io.tongban.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.calendar.CalendarEntries;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.notify.Notifications;
import io.tongban.process.StepContext;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.transaction.annotation.Transactional;

/** Leave by its steps, without the procedure around it. Every test employs somebody new and is rolled back. */
@ProductTest
@Transactional
class LeaveRequestsTest {

    private static final int DAY = 480;

    @Autowired
    LeaveSteps steps;

    @Autowired
    Leaves leaves;

    @Autowired
    LeaveMapper rows;

    @Autowired
    LeaveCancellation cancellation;

    @Autowired
    CalendarEntries entries;

    @Autowired
    Notifications notifications;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestCompany company;

    private String person = "";

    /** The company stays; what a test does is rolled back. */
    @BeforeTransaction
    void theCompany() {
        company.open();
    }

    @BeforeEach
    void somebodyNew() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        person = company.id(company.employ("林晓", "zhao.min"));
    }

    @AfterEach
    void noLanguage() {
        LocaleContextHolder.resetLocaleContext();
        LedgerCheck.theBalanceIsTheSumOfTheLedger(jdbc, person);
    }

    @Test
    void two_days_are_held_and_then_used() {
        var leave = ask("annual", "2026-12-07T09:00", "2026-12-08T18:00");

        assertThat(balance("annual")).isEqualTo("granted 4800, used 0, held 960, left 3840");

        steps.deduct(nothing(), leave);

        assertThat(balance("annual")).isEqualTo("granted 4800, used 960, held 0, left 3840");
        assertThat(kinds()).containsExactly("use -960", "hold -960", "accrual 4800");
        assertThat(row(leave).state()).isEqualTo(LeaveRow.State.APPROVED);
    }

    @Test
    void the_count_gives_type_minutes_and_days() {
        var counted = steps.register(asked("annual", "2026-12-07T09:00", "2026-12-08T12:00"), context());

        assertThat(counted)
                .isEqualTo(new LeaveSteps.Counted(
                        "annual",
                        DAY + DAY / 2,
                        1.5,
                        "1.5 天",
                        "1.5 days",
                        "12月7日 09:00 – 12月8日 12:00",
                        "Dec 7, 09:00 – Dec 8, 12:00"));
    }

    @Test
    void the_title_names_whole_days_without_the_time() {
        assertThat(period("2026-12-01T09:00", "2026-12-01T18:00")).containsExactly("12月1日", "Dec 1");
        assertThat(period("2026-12-07T09:00", "2026-12-10T18:00")).containsExactly("12月7日–10日", "Dec 7–10");
        assertThat(period("2026-11-26T09:00", "2026-12-02T18:00")).containsExactly("11月26日–12月2日", "Nov 26 – Dec 2");
        assertThat(period("2026-11-25T13:00", "2026-11-25T18:00"))
                .containsExactly("11月25日 13:00–18:00", "Nov 25, 13:00–18:00");
        assertThat(period("2026-12-07T00:00", "2026-12-09T00:00")).containsExactly("12月7日–8日", "Dec 7–8");
    }

    private List<String> period(String start, String end) {
        var context = context();
        var counted = steps.register(asked("annual", start, end), context);
        steps.release(nothing(), context);
        return List.of(counted.period(), counted.periodEn());
    }

    @Test
    void half_a_day_costs_half_a_day_in_the_morning_and_in_the_afternoon() {
        ask("annual", "2026-12-07T09:00", "2026-12-07T12:00");
        ask("annual", "2026-12-07T13:00", "2026-12-07T18:00");

        assertThat(balance("annual")).endsWith("held 480, left 4320");
    }

    @Test
    void personal_leave_is_counted_in_started_hours() {
        ask("personal", "2026-12-07T09:30", "2026-12-07T11:00");

        assertThat(balance("personal")).endsWith("held 120, left 9480");
    }

    @Test
    void days_of_rest_and_holidays_cost_nothing_and_make_up_days_do() {
        ask("annual", "2026-02-12T09:00", "2026-02-24T18:00");

        assertThat(balance("annual")).as("12, 13, 14 and 24 February").endsWith("held 1920, left 2880");
    }

    @Test
    void maternity_leave_counts_every_day() {
        var counted = steps.register(asked("maternity", "2026-12-05T09:00", "2026-12-06T18:00", "proof"), context());

        assertThat(counted.days()).as("a weekend").isEqualTo(2);
    }

    @Test
    void leave_over_new_year_is_taken_from_both_years() {
        ask("annual", "2026-12-31T09:00", "2027-01-05T18:00");

        assertThat(balance("annual")).endsWith("held 480, left 4320");
        assertThat(balance("annual", 2027))
                .as("1, 4 and 5 January, without an arrangement yet")
                .endsWith("held 1440, left 3360");
    }

    @Test
    void too_little_balance_says_what_was_counted_what_is_left_and_what_is_missing() {
        adjust("annual", 2026, -4800 + DAY);

        assertThatThrownBy(() -> ask("annual", "2026-10-09T09:00", "2026-10-10T18:00"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.code()).isEqualTo("leave:balance-exceeded");
                    assertThat(problem.args()).containsExactly("10月10日是调休上班日。", "2 天", "年假", "1 天", "1 天");
                    assertThat(problem.errors())
                            .extracting(Problem.FieldError::field)
                            .containsExactly("answers.end");
                });
    }

    @Test
    void overlapping_leave_is_refused_with_number_and_dates_of_the_other() {
        var first = ask("annual", "2026-12-07T09:00", "2026-12-08T18:00");

        assertThatThrownBy(() -> ask("personal", "2026-12-08T13:00", "2026-12-09T18:00"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("leave:overlap");
                    assertThat(problem.args()).containsExactly(first.number(), "12月7日 09:00 – 12月8日 18:00");
                });
    }

    @Test
    void leave_that_begins_when_the_other_ends_does_not_overlap() {
        ask("annual", "2026-12-07T09:00", "2026-12-07T12:00");

        ask("annual", "2026-12-07T12:00", "2026-12-07T18:00");
    }

    @Test
    void leave_of_somebody_else_is_no_obstacle() {
        ask("annual", "2026-12-07T09:00", "2026-12-07T18:00");
        var other = new StepContext(Ids.next(), "QJ-2", "leave-request", company.id("wu.xs"), company.id("wu.xs"));

        steps.register(asked("annual", "2026-12-07T09:00", "2026-12-07T18:00"), other);
    }

    @Test
    void proof_is_required_from_two_days_of_sick_leave_and_always_for_marriage() {
        ask("sick", "2026-12-07T09:00", "2026-12-08T12:00");

        assertRefused("leave:proof-required-from", "sick", "2026-12-09T09:00", "2026-12-10T18:00");
        assertRefused("leave:proof-required", "marriage", "2026-12-09T09:00", "2026-12-09T18:00");
        steps.register(asked("sick", "2026-12-09T09:00", "2026-12-10T18:00", "file"), context());
    }

    @Test
    void what_makes_no_sense_is_refused_at_its_field() {
        assertRefused("leave:end-before-start", "annual", "2026-12-08T09:00", "2026-12-07T18:00");
        assertRefused("leave:no-working-time", "annual", "2026-12-05T09:00", "2026-12-06T18:00");
        assertRefused("leave:too-far", "annual", "2036-12-05T09:00", "2036-12-06T18:00");
        assertRefused("leave:longer-than-type", "bereavement", "2026-12-07T09:00", "2026-12-31T18:00");
        assertRefused("leave:time-malformed", "annual", "tomorrow", "2026-12-31T18:00");
        assertThatThrownBy(() -> steps.register(
                        new LeaveSteps.Asked("annual", "2026-12-07T09:00", "2026-12-07T18:00", person, null),
                        context()))
                .hasMessage("leave:handover-self");
        assertThatThrownBy(() -> ask("holiday", "2026-12-07T09:00", "2026-12-07T18:00"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.errors().get(0).code()).isEqualTo("leave:type-unknown"));
    }

    @Test
    void handing_in_again_replaces_the_earlier_hold() {
        var leave = ask("annual", "2026-12-07T09:00", "2026-12-08T18:00");

        steps.register(asked("annual", "2026-12-07T09:00", "2026-12-07T18:00"), leave);
        assertThat(balance("annual")).endsWith("held 480, left 4320");

        steps.register(asked("personal", "2026-12-07T09:00", "2026-12-09T18:00"), leave);
        assertThat(balance("annual")).endsWith("held 0, left 4800");
        assertThat(balance("personal")).endsWith("held 1440, left 8160");
    }

    @Test
    void a_rejected_request_gives_its_hold_back_once() {
        var leave = ask("annual", "2026-12-07T09:00", "2026-12-08T18:00");

        steps.release(nothing(), leave);
        steps.release(nothing(), leave);

        assertThat(balance("annual")).endsWith("held 0, left 4800");
        ask("annual", "2026-12-07T09:00", "2026-12-08T18:00");
    }

    @Test
    void a_deduction_happens_once_and_its_undoing_gives_everything_back() {
        var leave = ask("annual", "2026-12-07T09:00", "2026-12-08T18:00");
        steps.deduct(nothing(), leave);
        steps.deduct(nothing(), leave);
        assertThat(balance("annual")).isEqualTo("granted 4800, used 960, held 0, left 3840");

        steps.giveBack(nothing(), leave);
        steps.release(nothing(), leave);

        assertThat(balance("annual")).isEqualTo("granted 4800, used 0, held 0, left 4800");
    }

    @Test
    void sick_leave_has_no_limit_and_is_still_on_record() {
        var leave = ask("sick", "2026-12-07T09:00", "2026-12-07T18:00");
        steps.deduct(nothing(), leave);

        var sick = leaves.balances(person, 2026).stream()
                .filter(b -> b.type().equals("sick"))
                .findFirst()
                .orElseThrow();
        assertThat(sick.used()).isEqualTo(DAY);
        assertThat(sick.available()).isNull();
    }

    @Test
    void approved_leave_stands_in_the_calendar_and_the_colleague_who_takes_over_is_told() {
        var zhao = company.id("zhao.min");
        int unread = notifications.unread(zhao);
        var leave = context();
        steps.register(new LeaveSteps.Asked("annual", "2026-12-07T09:00", "2026-12-07T18:00", zhao, null), leave);
        steps.deduct(nothing(), leave);
        steps.markCalendar(nothing(), leave);

        assertThat(calendar()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("年假");
            assertThat(entry.away()).isTrue();
        });
        assertThat(notifications.unread(zhao)).isEqualTo(unread + 1);

        steps.clearCalendar(nothing(), leave);
        assertThat(calendar()).isEmpty();
    }

    @Test
    void cancelled_leave_gives_everything_back() {
        var leave = approved("annual", "2026-12-07T09:00", "2026-12-08T18:00");

        assertThat(steps.cancel(new LeaveSteps.Cancelled(leave.requestId(), null), context()))
                .isEqualTo(new LeaveSteps.GivenBack(960, "年假", "Annual leave", "2 天", "2 days", "12月7日–8日", "Dec 7–8"));

        assertThat(balance("annual")).isEqualTo("granted 4800, used 0, held 0, left 4800");
        assertThat(calendar()).isEmpty();
        assertThat(row(leave).state()).isEqualTo(LeaveRow.State.CANCELLED);
        assertThatThrownBy(() -> steps.cancel(new LeaveSteps.Cancelled(leave.requestId(), null), context()))
                .hasMessage("leave:not-cancellable");
    }

    @Test
    void an_earlier_return_gives_the_rest_back_and_shortens_the_entry() {
        var leave = approved("annual", "2026-12-07T09:00", "2026-12-09T18:00");

        steps.cancel(new LeaveSteps.Cancelled(leave.requestId(), "2026-12-08T13:00"), context());

        assertThat(balance("annual")).isEqualTo("granted 4800, used 720, held 0, left 4080");
        assertThat(calendar())
                .singleElement()
                .satisfies(e -> assertThat(e.end()).isEqualTo("2026-12-08T13:00"));
        ask("annual", "2026-12-08T13:00", "2026-12-09T18:00");
    }

    @Test
    void a_return_that_saves_nothing_is_refused() {
        var leave = approved("annual", "2026-12-07T09:00", "2026-12-07T18:00");

        assertThatThrownBy(() -> steps.checkCancellation(
                        new LeaveSteps.Cancelled(leave.requestId(), "2026-12-07T17:00"), context()))
                .hasMessage("leave:nothing-back");
    }

    @Test
    void leave_of_somebody_else_or_not_yet_approved_can_not_be_cancelled() {
        var held = ask("annual", "2026-12-07T09:00", "2026-12-07T18:00");
        var stranger = new StepContext(Ids.next(), "XJ-1", "leave-cancellation", company.id("wu.xs"), "system");

        assertThatThrownBy(() -> steps.checkCancellation(new LeaveSteps.Cancelled(held.requestId(), null), context()))
                .hasMessage("leave:not-cancellable");
        assertThatThrownBy(() -> steps.checkCancellation(new LeaveSteps.Cancelled(held.requestId(), null), stranger))
                .hasMessage("leave:not-yours");
        assertThatThrownBy(() -> steps.checkCancellation(new LeaveSteps.Cancelled(null, null), context()))
                .hasMessage("leave:not-yours");
    }

    @Test
    void only_own_approved_leave_is_offered_for_cancellation() {
        ask("annual", "2026-12-14T09:00", "2026-12-14T18:00");
        var leave = approved("annual", "2026-12-07T09:00", "2026-12-07T18:00");
        var actor = new Actor(person, "林晓", java.util.Set.of(), java.util.Set.of(), List.of());

        assertThat(cancellation.options(actor)).singleElement().satisfies(option -> {
            assertThat(option.value()).isEqualTo(leave.requestId());
            assertThat(option.label()).isEqualTo("年假 12月7日 09:00–18:00 (" + leave.number() + ")");
        });
    }

    private StepContext approved(String type, String start, String end) {
        var leave = ask(type, start, end);
        steps.deduct(nothing(), leave);
        steps.markCalendar(nothing(), leave);
        return leave;
    }

    private StepContext ask(String type, String start, String end) {
        var context = context();
        steps.register(asked(type, start, end), context);
        return context;
    }

    private void assertRefused(String code, String type, String start, String end) {
        assertThatThrownBy(() -> ask(type, start, end)).hasMessage(code);
    }

    private StepContext context() {
        var id = Ids.next();
        return new StepContext(id, "QJ-" + id.substring(9, 18), "leave-request", person, person);
    }

    private static LeaveSteps.Asked asked(String type, String start, String end, String... proof) {
        return new LeaveSteps.Asked(type, start, end, null, List.of(proof));
    }

    private static LeaveSteps.Nothing nothing() {
        return new LeaveSteps.Nothing();
    }

    private void adjust(String type, int year, int minutes) {
        leaves.adjust(company.actor("wang.hr"), person, type, year, minutes, "更正");
    }

    private LeaveRow row(StepContext context) {
        return Objects.requireNonNull(rows.find(context.requestId()));
    }

    private List<io.tongban.calendar.CalendarEntry> calendar() {
        return entries.of(person, LocalDateTime.parse("2026-12-01T00:00"), LocalDateTime.parse("2027-01-01T00:00"));
    }

    private List<String> kinds() {
        return leaves.ledger(person, "annual", null, 50).items().stream()
                .map(entry -> entry.kind() + " " + entry.minutes())
                .toList();
    }

    private String balance(String type) {
        return balance(type, 2026);
    }

    private String balance(String type, int year) {
        return leaves.balances(person, year).stream()
                .filter(b -> b.type().equals(type))
                .map(b -> "granted " + b.granted() + ", used " + b.used() + ", held " + b.held() + ", left "
                        + b.available())
                .findFirst()
                .orElseThrow();
    }
}
