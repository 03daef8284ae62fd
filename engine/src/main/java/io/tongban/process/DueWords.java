package io.tongban.process;

import io.tongban.calendar.WorkingClock;
import io.tongban.calendar.WorkingSpan;
import io.tongban.kernel.Texts;
import io.tongban.process.engine.Timing.Rung;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How much working time is left, and what happens when, in the reader's language. */
@Component
class DueWords {

    private static final int HOUR = 60;

    /**
     * How a due date looks at this moment.
     *
     * @param state {@code overdue}, {@code today} or {@code later}
     * @param minutes working minutes that are left, or that it is late
     */
    record TimeLeft(String state, int minutes, String words) {}

    private final WorkingClock working;
    private final Names names;
    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    DueWords(WorkingClock working, Names names, Texts texts, Clock clock, ZoneId zone) {
        this.working = working;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    @Nullable
    TimeLeft left(@Nullable Instant due) {
        if (due == null) {
            return null;
        }
        var now = clock.instant();
        if (due.isBefore(now)) {
            var late = working.between(due, now, List.of());
            return new TimeLeft(
                    "overdue", late, late == 0 ? texts.get("time.late-now") : texts.get("time.late", length(late)));
        }
        var left = working.between(now, due, List.of());
        return new TimeLeft(
                working.day(due).equals(working.day(now)) ? "today" : "later",
                left,
                left == 0 ? texts.get("time.left-none") : texts.get("time.left", length(left)));
    }

    /** Two units at most: days and hours, or hours and minutes. */
    String length(int minutes) {
        var day = working.minutesPerDay();
        var days = minutes / day;
        var hours = minutes % day / HOUR;
        var rest = minutes % day % HOUR;
        var parts = new ArrayList<String>();
        if (days > 0) {
            parts.add(texts.get(days == 1 ? "time.day" : "time.days", days));
        }
        if (hours > 0) {
            parts.add(texts.get("time.hours", hours));
        }
        if (days == 0 && rest > 0) {
            parts.add(texts.get("time.minutes", rest));
        }
        return parts.isEmpty() ? texts.get("time.minutes", 0) : String.join(" ", parts);
    }

    String span(WorkingSpan span) {
        return length(working.minutes(span));
    }

    /** A rung of a ladder, when and what. */
    String rung(Rung rung) {
        var deed = deed(rung);
        return rung.early() != null
                ? texts.get("ladder.early", span(rung.early()), deed)
                : rung.late() != null
                        ? texts.get("ladder.late", span(rung.late()), deed)
                        : texts.get("ladder.then", deed);
    }

    /** What happens by itself. */
    String deed(Rung rung) {
        return rung.rule() == null
                ? texts.get("ladder." + rung.deed())
                : texts.get("ladder.transfer-to", whom(rung.rule()));
    }

    private String whom(String rule) {
        if (rule.startsWith(Names.ROLE)) {
            return names.role(rule, LocaleContextHolder.getLocale());
        }
        var kind = rule.contains(":") ? "" : rule;
        return texts.get(kind.matches("leader|head") ? "ladder.whom." + kind : "ladder.whom.other");
    }

    LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }
}
