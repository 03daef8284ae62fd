package io.tongban.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts working time from one moment on: office hours of working days in the zone of the place, without the times in
 * which somebody is away. What it needs of the calendar is read once a second, not once a deadline; whoever keeps what
 * was counted keeps the version with it, and counts again when the calendar has a newer one.
 */
@Service
public class WorkingClock {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_DAYS = 1_500;

    /**
     * A moment that was counted.
     *
     * @param version of the calendar
     * @param provisional whether a day on the way belongs to a year whose holidays are not known yet
     */
    public record Moment(Instant at, int version, boolean provisional) {}

    private record Known(WorkingHours hours, int version, long read) {}

    private record Piece(Instant from, Instant until) {

        Duration length() {
            return Duration.between(from, until);
        }
    }

    private final WorkingCalendar calendar;
    private final CalendarDays arrangements;
    private final ZoneId zone;
    private volatile @Nullable Known known;

    WorkingClock(WorkingCalendar calendar, CalendarDays arrangements, ZoneId zone) {
        this.calendar = calendar;
        this.arrangements = arrangements;
        this.zone = zone;
    }

    /** The moment at which so many working minutes have passed; none have passed at once. */
    public Moment after(Instant from, int minutes, Collection<Away> away) {
        var rules = rules();
        if (minutes <= 0) {
            return new Moment(from, rules.version(), false);
        }
        var left = Duration.ofMinutes(minutes);
        var provisional = false;
        var date = LocalDate.ofInstant(from, zone);
        for (int i = 0; i < MOST_DAYS; i++, date = date.plusDays(1)) {
            provisional |= isProvisional(date, rules);
            for (var piece : pieces(date, rules, from, null, away)) {
                if (piece.length().compareTo(left) >= 0) {
                    return new Moment(piece.from().plus(left), rules.version(), provisional);
                }
                left = left.minus(piece.length());
            }
        }
        throw new IllegalStateException("The calendar has not enough working days for " + minutes + " minutes");
    }

    /** Working minutes between two moments, begun ones not counted. */
    public int between(Instant from, Instant until, Collection<Away> away) {
        var rules = rules();
        var passed = Duration.ZERO;
        var last = LocalDate.ofInstant(until, zone);
        var date = LocalDate.ofInstant(from, zone);
        for (int i = 0; i < MOST_DAYS && !date.isAfter(last); i++, date = date.plusDays(1)) {
            for (var piece : pieces(date, rules, from, until, away)) {
                passed = passed.plus(piece.length());
            }
        }
        return (int) passed.toMinutes();
    }

    /** How long a length is in minutes. */
    public int minutes(WorkingSpan span) {
        return span.minutes(minutesPerDay());
    }

    public int minutesPerDay() {
        return rules().hours().minutesPerDay();
    }

    /** Version of the calendar that is counted with. */
    public int version() {
        return rules().version();
    }

    /** The day of a moment in the zone of the place. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION, fallbackExecution = true)
    void on(CalendarChanged changed) {
        known = null;
    }

    private Known rules() {
        var now = known;
        if (now == null || System.nanoTime() - now.read() > FRESH.toNanos()) {
            var read = System.nanoTime();
            // The version is read before the days: what changes meanwhile makes the count look older, never newer.
            now = calendar.rules((hours, version) -> new Known(hours, version, read));
            known = now;
        }
        return now;
    }

    private boolean isProvisional(LocalDate date, Known rules) {
        return !arrangements.of(date.getYear(), rules.version()).official();
    }

    private List<Piece> pieces(
            LocalDate date, Known rules, Instant from, @Nullable Instant until, Collection<Away> away) {
        var arranged = arrangements.of(date.getYear(), rules.version()).days().get(date);
        var kind = arranged == null ? DayKind.ofWeekday(date) : arranged.kind();
        if (!kind.working()) {
            return List.of();
        }
        var hours = rules.hours();
        var pieces = new ArrayList<Piece>();
        for (var span : List.of(hours.morning(), hours.afternoon())) {
            add(pieces, later(at(date, span.start()), from), earlier(at(date, span.end()), until));
        }
        for (var absence : away) {
            var rest = new ArrayList<Piece>();
            for (var piece : pieces) {
                add(rest, piece.from(), earlier(piece.until(), absence.from()));
                add(rest, later(piece.from(), absence.until()), piece.until());
            }
            pieces = rest;
        }
        return pieces;
    }

    private Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    private static void add(List<Piece> pieces, Instant from, Instant until) {
        if (from.isBefore(until)) {
            pieces.add(new Piece(from, until));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
