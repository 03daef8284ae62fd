package io.tongban.insight;

import io.tongban.insight.CellMapper.Stretch;
import io.tongban.kernel.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** From one day to another, both included, in the zone of the company. */
record Range(LocalDate from, LocalDate to) {

    private static final int LONGEST = 1_830;

    /** Up to here weeks are told apart, afterwards months. */
    private static final int WEEKS = 200;

    Range {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST) {
            throw Problem.malformed("insight:range");
        }
    }

    boolean byWeek() {
        return ChronoUnit.DAYS.between(from, to) <= WEEKS;
    }

    /** Whole months as months, what is left at both ends as days. */
    List<Stretch> stretches() {
        var first = from.getDayOfMonth() == 1 ? from : from.with(TemporalAdjusters.firstDayOfNextMonth());
        var end = to.plusDays(1).withDayOfMonth(1);
        if (!first.isBefore(end)) {
            return days();
        }
        var stretches = new ArrayList<Stretch>();
        stretches.add(new Stretch(Cells.MONTH, first, end.minusDays(1)));
        edges().forEach(edge -> stretches.add(new Stretch(Cells.DAY, edge.from(), edge.to())));
        return stretches;
    }

    List<Stretch> days() {
        return List.of(new Stretch(Cells.DAY, from, to));
    }

    /** The whole months alone; may be none. */
    List<Stretch> months() {
        return stretches().stream()
                .filter(one -> one.grain().equals(Cells.MONTH))
                .toList();
    }

    /** What is left at both ends beside whole months. */
    List<Range> edges() {
        var first = from.getDayOfMonth() == 1 ? from : from.with(TemporalAdjusters.firstDayOfNextMonth());
        var end = to.plusDays(1).withDayOfMonth(1);
        if (!first.isBefore(end)) {
            return List.of(this);
        }
        var edges = new ArrayList<Range>();
        if (from.isBefore(first)) {
            edges.add(new Range(from, first.minusDays(1)));
        }
        if (!end.isAfter(to)) {
            edges.add(new Range(end, to));
        }
        return edges;
    }

    /** Weeks, or months, that have a day in it; the first and the last may be cut. */
    List<Range> parts() {
        var parts = new ArrayList<Range>();
        for (var at = from; !at.isAfter(to); ) {
            var last = byWeek()
                    ? at.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                    : at.with(TemporalAdjusters.lastDayOfMonth());
            parts.add(new Range(at, last.isAfter(to) ? to : last));
            at = last.plusDays(1);
        }
        return parts;
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
