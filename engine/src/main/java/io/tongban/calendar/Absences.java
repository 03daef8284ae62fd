package io.tongban.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** When people are away, as moments; from the entries of their calendars that say so. */
@Service
public class Absences {

    private static final int MOST = 1_000;
    /** What begins right after the office hours of one absence is the same absence to whoever waits. */
    private static final Duration GAP = Duration.ofMinutes(1);

    private final CalendarEntries entries;
    private final ZoneId zone;
    private final Clock clock;

    Absences(CalendarEntries entries, ZoneId zone, Clock clock) {
        this.entries = entries;
        this.zone = zone;
        this.clock = clock;
    }

    /** Absences of each of the people that touch the time between, earliest first; whoever has none is left out. */
    public Map<String, List<Away>> of(Collection<String> people, Instant from, Instant until) {
        var found = new LinkedHashMap<String, List<Away>>();
        for (var entry : entries.away(local(from), local(until), Set.copyOf(people), null, MOST)
                .items()) {
            found.computeIfAbsent(entry.personId(), id -> new ArrayList<>())
                    .add(new Away(moment(entry.start()), moment(entry.end())));
        }
        found.values().forEach(one -> one.sort(Comparator.comparing(Away::from)));
        return found;
    }

    /** Until when somebody is away who is away at this moment, by person. */
    public Map<String, Instant> now(Collection<String> people) {
        var now = clock.instant();
        var until = new LinkedHashMap<String, Instant>();
        of(people, now, now.plus(Duration.ofDays(366))).forEach((person, absences) -> {
            var end = now;
            for (var one : absences) {
                if (!one.from().isAfter(end.equals(now) ? now : end.plus(GAP))
                        && one.until().isAfter(end)) {
                    end = one.until();
                }
            }
            if (end.isAfter(now)) {
                until.put(person, end);
            }
        });
        return until;
    }

    /** When none of the people is there; nobody at all is never away. */
    public List<Away> together(Collection<String> people, Instant from, Instant until) {
        return together(people, of(people, from, until));
    }

    /** The same of absences that are known. */
    public static List<Away> together(Collection<String> people, Map<String, List<Away>> known) {
        List<Away> all = List.of();
        var first = true;
        for (var person : Set.copyOf(people)) {
            var own = known.getOrDefault(person, List.of());
            all = first ? List.copyOf(own) : both(all, own);
            first = false;
        }
        return all;
    }

    private static List<Away> both(List<Away> some, List<Away> others) {
        var both = new ArrayList<Away>();
        for (var one : some) {
            for (var other : others) {
                var from = one.from().isAfter(other.from()) ? one.from() : other.from();
                var until = one.until().isBefore(other.until()) ? one.until() : other.until();
                if (from.isBefore(until)) {
                    both.add(new Away(from, until));
                }
            }
        }
        return both;
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }

    private Instant moment(LocalDateTime at) {
        return at.atZone(zone).toInstant();
    }
}
