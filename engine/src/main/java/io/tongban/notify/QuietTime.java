package io.tongban.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When mails wait.
 *
 * @param span a part of every day, over midnight if it begins later than it ends
 * @param restDays also on days without work
 */
record QuietTime(@Nullable Span span, boolean restDays) {

    static final QuietTime NONE = new QuietTime(null, false);

    /** No arrangement of the calendar rests longer; and nothing waits for ever. */
    private static final int MOST_STEPS = 120;

    record Span(LocalTime from, LocalTime to) {

        private boolean holds(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }

        /** The first moment afterwards, of a moment inside. */
        private ZonedDateTime end(ZonedDateTime inside) {
            var day = inside.toLocalTime().isBefore(to)
                    ? inside.toLocalDate()
                    : inside.toLocalDate().plusDays(1);
            var end = ZonedDateTime.of(day, to, inside.getZone());
            // An hour that the clocks go through twice ends the second time.
            return end.isAfter(inside) ? end : end.withLaterOffsetAtOverlap();
        }
    }

    /** When a mail may go that would go now: now, or when the quiet time around it ends. */
    Instant end(Instant now, ZoneId zone, Predicate<LocalDate> rests) {
        var moment = now.atZone(zone);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (restDays && rests.test(moment.toLocalDate())) {
                moment = moment.toLocalDate().plusDays(1).atStartOfDay(zone);
            } else if (span != null && span.holds(moment.toLocalTime())) {
                moment = span.end(moment);
            } else {
                break;
            }
        }
        return moment.toInstant();
    }
}
