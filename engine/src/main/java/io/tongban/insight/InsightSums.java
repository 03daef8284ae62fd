package io.tongban.insight;

import io.tongban.insight.CellMapper.CellRow;
import io.tongban.insight.CellMapper.Stretch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Adds up what belongs to a slice and a time: sums of months and of the days at both ends for the company; for departments
 * sums of months, with the days at the ends from the requests themselves; for single people from their requests.
 */
@Component
class InsightSums {

    private final CellMapper cells;
    private final LookMapper looks;

    InsightSums(CellMapper cells, LookMapper looks) {
        this.cells = cells;
        this.looks = looks;
    }

    /** Of requests. */
    Tally requests(String process, Slice slice, Range range) {
        var sum = new Tally();
        cells(process, Cells.REQUEST, slice, range.stretches()).forEach(sum::add);
        led(process, slice, range, fact -> sum, day -> sum);
        return sum;
    }

    /** The same of each week or month, in the order of time. */
    List<Tally> trend(String process, Slice slice, Range range) {
        var parts = range.parts();
        var sums = parts.stream().map(part -> new Tally()).toList();
        var rows = range.byWeek() ? range.days() : range.stretches();
        cells(process, Cells.REQUEST, slice, rows)
                .forEach(row -> sums.get(at(parts, row.startsOn())).add(row));
        led(process, slice, range, fact -> sums.get(at(parts, fact.endedOn())), day -> sums.get(at(parts, day)));
        return sums;
    }

    private static int at(List<Range> parts, @org.jspecify.annotations.Nullable LocalDate day) {
        for (int i = parts.size() - 1; i > 0; i--) {
            if (day != null && !day.isBefore(parts.get(i).from())) {
                return i;
            }
        }
        return 0;
    }

    /** Of requests by department of the applicant. */
    Map<String, Tally> departments(String process, Slice slice, Range range) {
        var sums = new TreeMap<String, Tally>();
        var rows = slice.whole()
                ? cells.cells(process, Cells.REQUEST, null, range.stretches())
                : cells(process, Cells.REQUEST, slice, range.stretches());
        rows.forEach(row -> sum(sums, row.departmentId()).add(row));
        var others = others(slice);
        if (!others.isNobody()) {
            looks.ended(process, others, range).stream()
                    .filter(fact -> !slice.departments().contains(fact.departmentId()))
                    .forEach(fact -> Cells.count(sum(sums, fact.departmentId()), fact, 1));
        }
        return sums;
    }

    Map<String, Tally> steps(String process, Slice slice, Range range) {
        var sums = subjects(process, Cells.STEP, slice, range);
        for (var look : looks(slice, range)) {
            looks.stays(process, look.slice(), look.range()).stream()
                    .filter(fact -> look.counts(fact.departmentId()))
                    .forEach(fact -> Cells.count(sum(sums, fact.step()), fact, 1));
        }
        return sums;
    }

    Map<String, Tally> people(String process, Slice slice, Range range) {
        var sums = subjects(process, Cells.PERSON, slice, range);
        for (var look : looks(slice, range)) {
            looks.hands(process, look.slice(), look.range()).stream()
                    .filter(fact -> look.counts(fact.departmentId()) && !Cells.own(fact))
                    .forEach(fact -> Cells.count(sum(sums, fact.personId()), fact, 1));
        }
        return sums;
    }

    /** How often each sequence flow was taken. */
    Map<String, Integer> flows(String process, Slice slice, Range range) {
        var sums = new TreeMap<String, Integer>();
        subjects(process, Cells.FLOW, slice, range).forEach((flow, sum) -> sums.put(flow, sum.n));
        for (var look : looks(slice, range)) {
            looks.ended(process, look.slice(), look.range()).stream()
                    .filter(fact -> look.counts(fact.departmentId()))
                    .forEach(fact -> Cells.flows(fact).forEach((flow, n) -> sums.merge(flow, n, Integer::sum)));
        }
        return sums;
    }

    /** InsightSums by subject, as far as there are any. */
    private Map<String, Tally> subjects(String process, String kind, Slice slice, Range range) {
        var sums = new TreeMap<String, Tally>();
        var stretches = slice.whole() ? range.stretches() : range.months();
        cells(process, kind, slice, stretches)
                .forEach(row -> sum(sums, row.subject()).add(row));
        return sums;
    }

    private static Tally sum(Map<String, Tally> sums, String subject) {
        return sums.computeIfAbsent(subject, key -> new Tally());
    }

    private List<CellRow> cells(String process, String kind, Slice slice, List<Stretch> stretches) {
        return slice.sums().isEmpty() || stretches.isEmpty()
                ? List.of()
                : cells.cells(process, kind, slice.sums(), stretches);
    }

    /**
     * Requests to look at one by one.
     *
     * @param except departments that are in the sums already
     */
    private record Look(Slice slice, Range range, Set<String> except) {

        boolean counts(String department) {
            return !except.contains(department);
        }
    }

    private static List<Look> looks(Slice slice, Range range) {
        if (slice.whole()) {
            return List.of();
        }
        var looks = new java.util.ArrayList<Look>();
        if (!slice.departments().isEmpty()) {
            range.edges().forEach(edge -> looks.add(new Look(Slice.of(slice.departments()), edge, Set.of())));
        }
        if (!slice.people().isEmpty()) {
            looks.add(new Look(others(slice), range, slice.departments()));
        }
        return looks;
    }

    /** The people of a slice alone. */
    private static Slice others(Slice slice) {
        return new Slice(false, Set.of(), slice.people());
    }

    private interface Ended {
        Tally of(FactMapper.RequestFact fact);
    }

    private interface Begun {
        Tally of(LocalDate day);
    }

    /** People who are led but belong to other departments. */
    private void led(String process, Slice slice, Range range, Ended ended, Begun begun) {
        if (slice.whole() || slice.people().isEmpty()) {
            return;
        }
        looks.ended(process, others(slice), range).stream()
                .filter(fact -> !slice.departments().contains(fact.departmentId()))
                .forEach(fact -> Cells.count(ended.of(fact), fact, 1));
        looks.begun(process, others(slice), range, slice.departments()).forEach(day -> begun.of(day).started++);
    }
}
