package io.tongban.worktask;

import io.tongban.calendar.Day;
import io.tongban.calendar.WorkingCalendar;
import io.tongban.kernel.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a task is due, when people are reminded of it, and when the next report is. */
@Component
class WorktaskDates {

    private static final int FARTHEST_YEARS = 3;

    private static final Map<String, Period> RHYTHMS = Map.of(
            "daily", Period.ofDays(1),
            "weekly", Period.ofWeeks(1),
            "biweekly", Period.ofWeeks(2),
            "monthly", Period.ofMonths(1));

    private final WorkingCalendar calendar;
    private final Clock clock;
    private final ZoneId zone;

    WorktaskDates(WorkingCalendar calendar, Clock clock, ZoneId zone) {
        this.calendar = calendar;
        this.clock = clock;
        this.zone = zone;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** A day out of a form or a call; a time of the day behind it does not matter. */
    @Nullable
    LocalDate day(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException wrong) {
            throw Problem.refused("kernel:invalid").field(field, "worktask:day-malformed");
        }
        if (Math.abs(ChronoUnit.YEARS.between(today(), day)) >= FARTHEST_YEARS) {
            throw Problem.refused("kernel:invalid").field(field, "worktask:day-too-far", FARTHEST_YEARS);
        }
        return day;
    }

    /** The end of office hours on the last day. */
    Instant due(LocalDate end) {
        return end.atTime(calendar.hours().afternoon().end()).atZone(zone).toInstant();
    }

    /** The morning of the working day before the last one. */
    Instant morningBefore(LocalDate end) {
        var before = calendar.days(end.minusDays(14), end.minusDays(1)).stream()
                .filter(day -> day.kind().working())
                .reduce((earlier, later) -> later)
                .map(Day::date)
                .orElse(end.minusDays(1));
        return before.atTime(calendar.hours().morning().start()).atZone(zone).toInstant();
    }

    /** That morning; when it has passed, half of what is left. */
    Instant remind(LocalDate end) {
        var morning = morningBefore(end);
        var now = now();
        var due = due(end);
        if (morning.isAfter(now) || !due.isAfter(now)) {
            return morning.isAfter(now) ? morning : due;
        }
        return now.plus(Duration.between(now, due).dividedBy(2));
    }

    /** The day on which the owner is to report again, or null when no rhythm was agreed. */
    @Nullable
    LocalDate nextReport(WorktaskRow task) {
        var rhythm = RHYTHMS.get(task.rhythm());
        if (rhythm == null || !task.stage().working()) {
            return null;
        }
        var last = LocalDate.ofInstant(task.reportAt(), zone);
        return (last.isBefore(task.startOn()) ? task.startOn() : last).plus(rhythm);
    }

    boolean reportDue(WorktaskRow task) {
        var next = nextReport(task);
        return next != null && !next.isAfter(today());
    }

    static boolean isRhythm(String key) {
        return key.equals("none") || RHYTHMS.containsKey(key);
    }

    LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }
}
