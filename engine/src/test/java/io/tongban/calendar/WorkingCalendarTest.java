package io.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.annotation.Transactional;

@ProductTest
@RecordApplicationEvents
@Transactional
class WorkingCalendarTest {

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void noLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void the_year_2026_has_its_33_days_off_and_6_make_up_days() {
        var year = days("2026-01-01", "2026-12-31");

        assertThat(dates(year, DayKind.HOLIDAY))
                .hasSize(33)
                .contains("2026-01-01", "2026-02-15", "2026-02-23", "2026-04-06", "2026-05-05", "2026-06-19")
                .contains("2026-09-27", "2026-10-07")
                .doesNotContain("2026-02-14", "2026-02-24", "2026-10-08");
        assertThat(dates(year, DayKind.MAKEUP))
                .containsExactly("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
        assertThat(year).noneMatch(Day::provisional);
        assertThat(year.stream().filter(day -> day.kind().working())).hasSize(248);
    }

    @Test
    void a_year_keeps_its_248_working_days_whatever_is_exchanged() {
        for (int of : List.of(2025, 2026)) {
            var year = days(of + "-01-01", of + "-12-31");

            assertThat(year.stream().filter(d -> d.kind().working()))
                    .as("365 days, 104 days of rest, 13 holidays by law")
                    .hasSize(248);
            assertThat(dates(year, DayKind.MAKEUP))
                    .allSatisfy(d ->
                            assertThat(DayKind.ofWeekday(LocalDate.parse(d))).isEqualTo(DayKind.REST));
        }
    }

    @Test
    void a_holiday_has_its_name_in_the_readers_language() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(days("2026-02-17", "2026-02-17").get(0).name()).isEqualTo("春节");

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(days("2026-02-17", "2026-02-17").get(0).name()).isEqualTo("Spring Festival");
    }

    @Test
    void a_year_without_arrangement_counts_by_weekday_and_says_so() {
        var time = count("2028-10-02T09:00", "2028-10-08T18:00");

        assertThat(time.minutes()).isEqualTo(5 * 480);
        assertThat(time.provisional()).isTrue();
    }

    @Test
    void office_hours_are_counted_without_the_lunch_break() {
        assertThat(count("2026-12-07T09:00", "2026-12-07T18:00").minutes()).isEqualTo(480);
        assertThat(count("2026-12-07T00:00", "2026-12-08T00:00").minutes()).isEqualTo(480);
        assertThat(count("2026-12-07T10:30", "2026-12-07T14:00").minutes()).isEqualTo(150);
        assertThat(count("2026-12-07T12:00", "2026-12-07T13:00").minutes()).isZero();
        assertThat(count("2026-12-07T13:00", "2026-12-07T09:00").minutes()).isZero();
    }

    @Test
    void what_was_arranged_and_rolled_back_is_forgotten_although_its_version_comes_again() {
        var day = LocalDate.parse("2026-12-07");
        for (var kind : List.of(DayKind.HOLIDAY, DayKind.WORK)) {
            calendar.arrange(day, kind, "试", null);
            assertThat(days("2026-12-07", "2026-12-07").get(0).kind()).isEqualTo(kind);
            TestTransaction.end();
            assertThat(days("2026-12-07", "2026-12-07").get(0).name()).isNull();
            TestTransaction.start();
        }
    }

    @Test
    void a_change_is_seen_with_the_next_count() {
        assertThat(count("2026-12-07T09:00", "2026-12-07T18:00").minutes()).isEqualTo(480);

        TestTransaction.flagForCommit();
        calendar.arrange(LocalDate.parse("2026-12-07"), DayKind.HOLIDAY, "试", null);
        TestTransaction.end();
        assertThat(count("2026-12-07T09:00", "2026-12-07T18:00").minutes()).isZero();

        TestTransaction.start();
        TestTransaction.flagForCommit();
        calendar.reset(LocalDate.parse("2026-12-07"));
        TestTransaction.end();
        assertThat(count("2026-12-07T09:00", "2026-12-07T18:00").minutes()).isEqualTo(480);
    }

    @Test
    void half_a_day_knows_which_half() {
        var part = count("2026-12-07T13:00", "2026-12-07T18:00").days().get(0);

        assertThat(part.morning()).isZero();
        assertThat(part.afternoon()).isEqualTo(300);
    }

    @Test
    void a_make_up_day_between_is_worked_and_a_holiday_is_not() {
        var time = count("2026-02-12T09:00", "2026-02-24T18:00");

        assertThat(time.minutes()).as("12, 13, 14 (make-up) and 24 February").isEqualTo(4 * 480);
        assertThat(time.days()).hasSize(13);
        assertThat(time.days())
                .filteredOn(part -> part.day().kind() == DayKind.MAKEUP)
                .singleElement()
                .satisfies(part -> assertThat(part.day().date()).isEqualTo("2026-02-14"));
    }

    @Test
    void an_arranged_day_counts_at_once_and_is_announced() {
        int before = calendar.version();

        calendar.arrange(LocalDate.parse("2026-12-24"), DayKind.HOLIDAY, "公司日", "Company day");

        assertThat(count("2026-12-24T09:00", "2026-12-24T18:00").minutes()).isZero();
        assertThat(calendar.version()).isGreaterThan(before);
        assertThat(events.stream(CalendarChanged.class))
                .containsExactly(new CalendarChanged(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-24")));

        calendar.reset(LocalDate.parse("2026-12-24"));

        assertThat(count("2026-12-24T09:00", "2026-12-24T18:00").minutes()).isEqualTo(480);
    }

    @Test
    void a_whole_year_is_taken_over_and_is_no_longer_provisional() {
        calendar.arrange(LocalDate.parse("2029-03-01"), DayKind.HOLIDAY, "旧", null);

        calendar.arrangeYear(
                2029,
                "通知",
                List.of(new CalendarMapper.Arranged(LocalDate.parse("2029-01-01"), DayKind.HOLIDAY, "元旦", null)));

        assertThat(days("2029-01-01", "2029-12-31"))
                .noneMatch(Day::provisional)
                .filteredOn(day -> day.kind() == DayKind.HOLIDAY)
                .hasSize(1);
        assertThat(calendar.years(2029))
                .contains(new CalendarYear(2029, false, "通知"), new CalendarYear(2030, true, null));
    }

    @Test
    void a_day_of_another_year_is_refused() {
        var days = List.of(new CalendarMapper.Arranged(LocalDate.parse("2030-01-01"), DayKind.HOLIDAY, "元旦", null));

        assertThatThrownBy(() -> calendar.arrangeYear(2029, "通知", days))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("calendar:other-year"));
    }

    private List<Day> days(String from, String to) {
        return calendar.days(LocalDate.parse(from), LocalDate.parse(to));
    }

    private WorkingTime count(String start, String end) {
        return calendar.count(LocalDateTime.parse(start), LocalDateTime.parse(end));
    }

    private static List<String> dates(List<Day> days, DayKind kind) {
        return days.stream()
                .filter(day -> day.kind() == kind)
                .map(day -> day.date().toString())
                .toList();
    }
}
