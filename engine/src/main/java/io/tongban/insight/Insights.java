package io.tongban.insight;

import io.tongban.insight.LookMapper.Open;
import io.tongban.insight.Scopes.Scope;
import io.tongban.kernel.Problem;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.Plans;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The numbers of processes, of their steps and of those who decide there, as far as somebody may see them. */
@Component
class Insights {

    private static final String ROLE = "role:";
    private static final int MOST_PEOPLE = 200;

    /** A process in a list; {@code trend} says how many were decided in each week or month. */
    record ProcessLine(String key, String name, Figures figures, List<Integer> trend) {}

    /** A week or a month. */
    record Point(LocalDate from, LocalDate to, Figures figures) {}

    /**
     * A step, a department or a person.
     *
     * @param department name of a person's department of today
     * @param left whether the person has left
     */
    record Line(String id, String name, @Nullable String department, boolean left, Figures figures) {}

    /**
     * Everything about a process.
     *
     * @param deciding by department of who decides, as they belong today
     * @param asking by department of the applicant
     * @param flows how often each sequence flow was taken by requests that have ended
     */
    record ProcessNumbers(
            String key,
            String name,
            boolean byWeek,
            Figures figures,
            List<Point> trend,
            List<Line> steps,
            List<Line> people,
            List<Line> deciding,
            List<Line> asking,
            Map<String, Integer> flows) {}

    private record Opened(Map<String, Open> by, int n, int overdue) {

        static Opened of(List<Open> rows) {
            return new Opened(
                    rows.stream().collect(Collectors.toMap(Open::subject, Function.identity())),
                    rows.stream().mapToInt(Open::n).sum(),
                    rows.stream().mapToInt(Open::overdue).sum());
        }

        Figures of(String subject, Tally sum) {
            var open = by.get(subject);
            return Figures.of(sum, open == null ? 0 : open.n(), open == null ? 0 : open.overdue());
        }
    }

    private final InsightSums sums;
    private final LookMapper looks;
    private final Scopes scopes;
    private final Plans plans;
    private final People people;
    private final Departments departments;
    private final Clock clock;

    Insights(
            InsightSums sums,
            LookMapper looks,
            Scopes scopes,
            Plans plans,
            People people,
            Departments departments,
            Clock clock) {
        this.sums = sums;
        this.looks = looks;
        this.scopes = scopes;
        this.plans = plans;
        this.people = people;
        this.departments = departments;
        this.clock = clock;
    }

    /** Processes in which there is something to see; those that somebody looks after in any case. */
    List<ProcessLine> processes(Scope scope, Range range, @Nullable String department) {
        var lines = new ArrayList<ProcessLine>();
        for (var process : plans.all()) {
            var slice = scopes.slice(scope, process.key(), department);
            if (slice.isNobody()) {
                continue;
            }
            var open = Opened.of(looks.openRequests(process.key(), slice, clock.instant()));
            var trend = sums.trend(process.key(), slice, range);
            var all = new Tally();
            trend.forEach(part -> all.add(part, 1));
            if (open.n() > 0
                    || !all.isEmpty()
                    || scope.owned()
                            .filter(keys -> keys.contains(process.key()))
                            .isPresent()) {
                lines.add(new ProcessLine(
                        process.key(),
                        process.name(),
                        Figures.of(all, open.n(), open.overdue()),
                        trend.stream().map(part -> part.n).toList()));
            }
        }
        return lines;
    }

    /** @throws Problem 404 when there is no such process, or nothing of it to see */
    ProcessNumbers process(Scope scope, String key, Range range, @Nullable String department) {
        var named = named(key);
        var slice = visible(scope, key, department);
        var now = clock.instant();
        var open = Opened.of(looks.openRequests(key, slice, now));
        var trend = sums.trend(key, slice, range);
        var all = new Tally();
        trend.forEach(part -> all.add(part, 1));
        var parts = range.parts();
        var points = new ArrayList<Point>();
        for (int i = 0; i < parts.size(); i++) {
            points.add(new Point(parts.get(i).from(), parts.get(i).to(), Figures.of(trend.get(i), 0, 0)));
        }
        var decided = sums.people(key, slice, range);
        var held = Opened.of(looks.openHands(key, slice, now));
        return new ProcessNumbers(
                key,
                named.name(),
                range.byWeek(),
                Figures.of(all, open.n(), open.overdue()),
                points,
                steps(key, slice, range),
                people(decided, held),
                deciding(decided, held),
                asking(sums.departments(key, slice, range), open),
                sums.flows(key, slice, range));
    }

    Plans.Named named(String key) {
        return plans.all().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem 404 when nobody's requests of it are to be seen */
    Slice visible(Scope scope, String key, @Nullable String department) {
        named(key);
        var slice = scopes.slice(scope, key, department);
        if (slice.isNobody()) {
            throw Problem.notFound();
        }
        return slice;
    }

    /** In the order of the process; those that only older versions have, where something was done there. */
    private List<Line> steps(String key, Slice slice, Range range) {
        var tallies = sums.steps(key, slice, range);
        var open = Opened.of(looks.openStays(key, slice, clock.instant()));
        var names = plans.steps(key);
        var ids = new LinkedHashSet<>(names.keySet());
        ids.addAll(tallies.keySet());
        ids.addAll(open.by().keySet());
        return ids.stream()
                .filter(id -> tallies.containsKey(id) || open.by().containsKey(id))
                .map(id -> new Line(
                        id,
                        names.getOrDefault(id, id),
                        null,
                        false,
                        open.of(id, tallies.getOrDefault(id, new Tally()))))
                .toList();
    }

    /** Those who decided most, and everybody whom something waits for, first. */
    private List<Line> people(Map<String, Tally> decided, Opened held) {
        var ids = new LinkedHashSet<>(decided.keySet());
        ids.addAll(held.by().keySet());
        var known = people.byIds(ids.stream().filter(id -> !id.startsWith(ROLE)).toList());
        var pools = plans.pools(ids);
        return ids.stream()
                .map(id -> {
                    var person = known.get(id);
                    return new Line(
                            id,
                            person == null ? pools.getOrDefault(id, "") : person.name(),
                            person == null ? null : person.departmentName(),
                            person != null && !person.present(),
                            held.of(id, decided.getOrDefault(id, new Tally())));
                })
                .sorted(Comparator.comparingInt((Line line) -> line.figures().open())
                        .reversed()
                        .thenComparing(line -> -line.figures().finished())
                        .thenComparing(Line::name))
                .limit(MOST_PEOPLE)
                .toList();
    }

    private List<Line> deciding(Map<String, Tally> decided, Opened held) {
        var ids = new HashSet<>(decided.keySet());
        ids.addAll(held.by().keySet());
        ids.removeIf(id -> id.startsWith(ROLE));
        var known = people.byIds(ids);
        var tallies = new HashMap<String, Tally>();
        var open = new HashMap<String, Open>();
        for (var id : ids) {
            var at = department(known.get(id));
            tallies.computeIfAbsent(at, key -> new Tally()).add(decided.getOrDefault(id, new Tally()), 1);
            var more = held.by().get(id);
            if (more != null) {
                open.merge(
                        at,
                        new Open(at, more.n(), more.overdue()),
                        (a, b) -> new Open(at, a.n() + b.n(), a.overdue() + b.overdue()));
            }
        }
        return named(tallies, new Opened(open, 0, 0));
    }

    private static String department(@Nullable Person person) {
        return person == null || person.departmentId() == null ? Facts.NO_DEPARTMENT : person.departmentId();
    }

    private List<Line> asking(Map<String, Tally> tallies, Opened open) {
        var all = new LinkedHashMap<>(tallies);
        open.by().keySet().forEach(id -> all.computeIfAbsent(id, key -> new Tally()));
        return named(all, open);
    }

    private List<Line> named(Map<String, Tally> tallies, Opened open) {
        var names = departments.all().stream().collect(Collectors.toMap(one -> one.id(), one -> one.name()));
        return tallies.entrySet().stream()
                .map(entry -> new Line(
                        entry.getKey(),
                        Objects.requireNonNullElse(names.get(entry.getKey()), ""),
                        null,
                        false,
                        open.of(entry.getKey(), entry.getValue())))
                .sorted(Comparator.comparingInt((Line line) -> line.figures().finished())
                        .reversed()
                        .thenComparing(Line::name)
                        .thenComparing(Line::id))
                .toList();
    }
}
