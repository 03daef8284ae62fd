package io.tongban.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** When a mail may go. Monday is 23 November 2026. */
class QuietTimeTest {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Predicate<LocalDate> WEEKENDS =
            day -> Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());

    static final QuietTime NIGHTS = new QuietTime(span("20:00", "08:00"), false);
    static final QuietTime NOON = new QuietTime(span("12:00", "13:30"), false);
    static final QuietTime NIGHTS_AND_WEEKENDS = new QuietTime(span("20:00", "08:00"), true);

    @Test
    void outside_of_the_quiet_time_a_mail_goes_at_once() {
        assertGoes(NIGHTS, "2026-11-23T08:00", "2026-11-23T08:00");
        assertGoes(NIGHTS, "2026-11-23T19:59:59", "2026-11-23T19:59:59");
        assertGoes(NOON, "2026-11-23T13:30", "2026-11-23T13:30");
        assertGoes(QuietTime.NONE, "2026-11-22T03:00", "2026-11-22T03:00");
    }

    @Test
    void inside_it_waits_for_the_end() {
        assertGoes(NIGHTS, "2026-11-23T20:00", "2026-11-24T08:00");
        assertGoes(NIGHTS, "2026-11-23T23:59:59", "2026-11-24T08:00");
        assertGoes(NIGHTS, "2026-11-24T00:00", "2026-11-24T08:00");
        assertGoes(NIGHTS, "2026-11-24T07:59:59", "2026-11-24T08:00");
        assertGoes(NOON, "2026-11-23T12:00", "2026-11-23T13:30");
    }

    @Test
    void days_without_work_are_quiet_if_wanted() {
        assertGoes(NIGHTS, "2026-11-28T10:00", "2026-11-28T10:00");
        assertGoes(NIGHTS_AND_WEEKENDS, "2026-11-27T21:00", "2026-11-30T08:00");
        assertGoes(NIGHTS_AND_WEEKENDS, "2026-11-28T10:00", "2026-11-30T08:00");
        assertGoes(NIGHTS_AND_WEEKENDS, "2026-11-29T23:00", "2026-11-30T08:00");
        assertGoes(new QuietTime(null, true), "2026-11-28T10:00", "2026-11-30T00:00");
    }

    @Test
    void a_calendar_without_any_work_ends_somewhere() {
        var now = Instant.parse("2026-11-23T02:00:00Z");
        assertThat(NIGHTS_AND_WEEKENDS.end(now, SHANGHAI, day -> true)).isAfter(now);
    }

    @Test
    void when_clocks_change_it_still_ends_after_it_began() {
        // 29 March 2026: 02:00 becomes 03:00; 25 October 2026: 03:00 becomes 02:00.
        var gap = new QuietTime(span("01:00", "02:30"), false);
        assertThat(gap.end(Instant.parse("2026-03-29T00:30:00Z"), BERLIN, WEEKENDS))
                .isEqualTo("2026-03-29T01:30:00Z");
        var twice = new QuietTime(span("01:00", "02:30"), false);
        assertThat(twice.end(Instant.parse("2026-10-24T23:30:00Z"), BERLIN, WEEKENDS))
                .isEqualTo("2026-10-25T00:30:00Z");
        assertThat(twice.end(Instant.parse("2026-10-25T01:15:00Z"), BERLIN, WEEKENDS))
                .isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void a_digest_comes_at_its_hour_of_the_readers_zone_and_pauses_on_days_of_rest() {
        var daily = digest(false, SHANGHAI);
        assertThat(daily.nextDigest(at("2026-11-23T08:59"), BERLIN, WEEKENDS)).isEqualTo(at("2026-11-23T09:00"));
        assertThat(daily.nextDigest(at("2026-11-23T09:00"), BERLIN, WEEKENDS)).isEqualTo(at("2026-11-24T09:00"));
        assertThat(daily.nextDigest(at("2026-11-27T10:00"), BERLIN, WEEKENDS)).isEqualTo(at("2026-11-28T09:00"));
        assertThat(digest(true, SHANGHAI).nextDigest(at("2026-11-27T10:00"), BERLIN, WEEKENDS))
                .isEqualTo(at("2026-11-30T09:00"));
        assertThat(digest(false, BERLIN).nextDigest(at("2026-11-23T10:00"), SHANGHAI, WEEKENDS))
                .isEqualTo("2026-11-23T08:00:00Z");
        assertThat(Preference.STANDARD.nextDigest(at("2026-11-23T10:00"), SHANGHAI, WEEKENDS))
                .isNull();
    }

    private static Preference digest(boolean restDays, ZoneId zone) {
        return new Preference(java.util.Map.of(), new QuietTime(null, restDays), true, LocalTime.of(9, 0), zone);
    }

    private static QuietTime.Span span(String from, String to) {
        return new QuietTime.Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static void assertGoes(QuietTime quiet, String now, String expected) {
        assertThat(quiet.end(at(now), SHANGHAI, WEEKENDS)).isEqualTo(at(expected));
    }
}
