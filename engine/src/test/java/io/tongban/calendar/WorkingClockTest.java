package io.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ProductTest
@Transactional
class WorkingClockTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    WorkingClock clock;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    CalendarDays days;

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private String after(String from, String span, Away... away) {
        return clock.after(at(from), clock.minutes(WorkingSpan.of(span)), List.of(away))
                .at()
                .atZone(SHANGHAI)
                .toLocalDateTime()
                .toString();
    }

    private static CalendarMapper.Arranged day(String date, DayKind kind) {
        return new CalendarMapper.Arranged(LocalDate.parse(date), kind, null, null);
    }

    @Test
    void eight_hours_from_half_past_five_before_a_seven_day_holiday_end_on_the_make_up_sunday() {
        calendar.arrangeYear(
                2027,
                "通知",
                List.of(
                        day("2027-05-01", DayKind.HOLIDAY),
                        day("2027-05-02", DayKind.HOLIDAY),
                        day("2027-05-03", DayKind.HOLIDAY),
                        day("2027-05-04", DayKind.HOLIDAY),
                        day("2027-05-05", DayKind.HOLIDAY),
                        day("2027-05-06", DayKind.HOLIDAY),
                        day("2027-05-07", DayKind.HOLIDAY),
                        day("2027-05-09", DayKind.MAKEUP)));

        // Half an hour on Friday, nothing on the holiday and on Saturday the 8th, the rest on Sunday the 9th.
        assertThat(after("2027-04-30T17:30", "PT8H")).isEqualTo("2027-05-09T17:30");
        assertThat(clock.between(at("2027-04-30T17:30"), at("2027-05-09T17:30"), List.of()))
                .isEqualTo(480);
    }

    @Test
    void working_time_of_the_real_golden_week() {
        assertThat(after("2026-09-30T17:30", "PT8H")).isEqualTo("2026-10-08T17:30");
        // 10 October is a Saturday on which people work.
        assertThat(after("2026-09-30T17:30", "P3D")).isEqualTo("2026-10-10T17:30");
    }

    @Test
    void two_working_days_end_at_the_same_time_of_day() {
        assertThat(after("2026-11-23T10:15", "P2D")).isEqualTo("2026-11-25T10:15");
        assertThat(after("2026-11-27T15:00", "P1DT1H")).isEqualTo("2026-11-30T16:00");
    }

    @Test
    void what_begins_outside_office_hours_counts_from_the_next_morning_and_lunch_is_no_work() {
        assertThat(after("2026-11-23T20:00", "PT1H")).isEqualTo("2026-11-24T10:00");
        assertThat(after("2026-11-23T12:20", "PT30M")).isEqualTo("2026-11-23T13:30");
        assertThat(after("2026-11-28T12:00", "PT30M")).isEqualTo("2026-11-30T09:30");
        assertThat(after("2026-11-23T09:00", "PT8H")).isEqualTo("2026-11-23T18:00");
    }

    @Test
    void a_year_whose_holidays_are_not_known_counts_by_weekday_and_says_so() {
        var new_year = clock.after(at("2027-12-31T17:00"), 120, List.of());
        assertThat(new_year.at()).isEqualTo(at("2028-01-03T10:00"));
        assertThat(new_year.provisional()).isTrue();
        assertThat(clock.after(at("2026-11-23T10:00"), 120, List.of()).provisional())
                .isFalse();

        calendar.arrangeYear(2027, "通知", List.of(day("2027-01-01", DayKind.HOLIDAY)));
        calendar.arrangeYear(2028, "通知", List.of(day("2028-01-03", DayKind.HOLIDAY)));

        var known = clock.after(at("2027-12-31T17:00"), 120, List.of());
        assertThat(known.at()).isEqualTo(at("2028-01-04T10:00"));
        assertThat(known.provisional()).isFalse();
    }

    @Test
    void office_hours_stay_where_they_are_when_the_clocks_are_changed() {
        var newYork = ZoneId.of("America/New_York");
        var there = new WorkingClock(calendar, days, newYork);
        var spring = LocalDateTime.parse("2026-03-06T17:00").atZone(newYork);
        var autumn = LocalDateTime.parse("2026-10-30T17:00").atZone(newYork);

        // From five o'clock on Friday to ten on Monday: 64 hours in spring, 66 in autumn, two of them worked.
        assertThat(there.after(spring.toInstant(), 120, List.of()).at()).isEqualTo("2026-03-09T14:00:00Z");
        assertThat(there.after(autumn.toInstant(), 120, List.of()).at()).isEqualTo("2026-11-02T15:00:00Z");
        assertThat(there.between(spring.toInstant(), Instant.parse("2026-03-09T14:00:00Z"), List.of()))
                .isEqualTo(120);
        assertThat(there.day(Instant.parse("2026-03-09T03:59:00Z"))).isEqualTo("2026-03-08");
    }

    @Test
    void absences_do_not_count_wherever_they_lie() {
        var tuesday = new Away(at("2026-11-24T09:00"), at("2026-11-24T18:00"));
        var lunch = new Away(at("2026-11-23T11:00"), at("2026-11-23T14:00"));
        assertThat(after("2026-11-23T17:00", "PT2H", tuesday)).isEqualTo("2026-11-25T10:00");
        assertThat(after("2026-11-23T10:00", "PT2H", lunch)).isEqualTo("2026-11-23T15:00");
        assertThat(after("2026-11-23T12:30", "PT1H", lunch, tuesday)).isEqualTo("2026-11-23T15:00");
        assertThat(clock.between(at("2026-11-23T17:00"), at("2026-11-25T10:00"), List.of(tuesday)))
                .isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({
        "P1M, working days",
        "P1Y2D, working days",
        "P2W, P5D",
        "PT30S, minutes",
        "P0D, no time",
        "PT0M, no time",
        "-PT2H, less than no time",
        "P999D, longer than a year",
        "two days, PT8H",
        "PT, PT8H",
        "P, no time"
    })
    void nonsense_is_refused_in_words(String text, String reason) {
        assertThatThrownBy(() -> WorkingSpan.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining(reason);
    }
}
