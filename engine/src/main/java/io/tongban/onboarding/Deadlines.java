package io.tongban.onboarding;

import io.tongban.calendar.Day;
import io.tongban.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When the steps of an onboarding are due, relative to the start date, and when people are reminded of them. */
@Component
class Deadlines {

    private static final int AROUND = 60;

    /** Working days after the due day on which people are reminded: daily for a week, then weekly. */
    private static final List<Integer> LATE = List.of(1, 2, 3, 4, 5, 10, 15, 20);

    private final WorkingCalendar calendar;
    private final ZoneId zone;

    Deadlines(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /**
     * @param dated when the start date was set: for whoever has not started by then, nothing is due before the end of
     *     that working day, so that people have time
     */
    Map<Stage, Instant> of(LocalDate startOn, Instant dated) {
        var hours = calendar.hours();
        var entered = dated.atZone(zone).toLocalDate();
        var earliest = startOn.isBefore(entered)
                ? Instant.MIN
                : at(workingDay(entered, 0), hours.afternoon().end());
        var found = new EnumMap<Stage, Instant>(Stage.class);
        for (var stage : Stage.values()) {
            var due = at(
                    workingDay(startOn, stage.day()),
                    stage.atNoon() ? hours.morning().end() : hours.afternoon().end());
            found.put(stage, due.isBefore(earliest) ? earliest : due);
        }
        return found;
    }

    /** The next morning on which somebody is reminded of something open; far away when nothing is left to say. */
    Instant nextReminder(Collection<Instant> dues, Instant after) {
        return dues.stream()
                .flatMap(this::mornings)
                .filter(morning -> morning.isAfter(after))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> at(
                        workingDay(after.atZone(zone).toLocalDate().plusDays(30), 0),
                        calendar.hours().morning().start()));
    }

    /** Whether today is one of the days on which people are reminded of what is due then. */
    boolean reminds(Instant due, LocalDate today) {
        return mornings(due).map(morning -> morning.atZone(zone).toLocalDate()).anyMatch(today::equals);
    }

    /** The working day before, the day itself, and days after. */
    private Stream<Instant> mornings(Instant due) {
        var start = calendar.hours().morning().start();
        var working = new Working(due.atZone(zone).toLocalDate());
        return Stream.concat(Stream.of(-1, 0), LATE.stream()).map(n -> at(working.day(n), start));
    }

    private LocalDate workingDay(LocalDate date, int n) {
        return new Working(date).day(n);
    }

    /** Working days around a date. */
    private final class Working {

        private final List<LocalDate> days;
        private final int from;

        Working(LocalDate date) {
            days = calendar.days(date.minusDays(AROUND), date.plusDays(AROUND)).stream()
                    .filter(day -> day.kind().working())
                    .map(Day::date)
                    .toList();
            from = (int) days.stream().filter(day -> day.isBefore(date)).count();
        }

        /** The nth from the date; 0 is the date itself, or the next working day when it is none. */
        LocalDate day(int n) {
            return days.get(from + n);
        }
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
