package io.tongban.insight;

import io.tongban.insight.CellMapper.CellRow;
import io.tongban.insight.FactMapper.HandFact;
import io.tongban.insight.FactMapper.RequestFact;
import io.tongban.insight.FactMapper.StayFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a batch changes about the sums: what was counted of its requests goes out, what is known now comes in. Every sum is
 * kept by day and by month for the company, by month for each department; requests also by day for each department.
 */
final class Cells {

    static final String REQUEST = "request";
    static final String STEP = "step";
    static final String PERSON = "person";
    static final String FLOW = "flow";
    static final String DAY = "d";
    static final String MONTH = "m";

    /** The whole company. */
    static final String ALL = "";

    /** With these somebody did not decide but gave it to others. */
    private static final Set<String> HANDED_ON = Set.of("transfer", "release");

    private static final int AT_ONCE = 200;

    private record Key(
            String grain, LocalDate startsOn, String process, String department, String kind, String subject) {

        String id() {
            return grain + startsOn + "|" + process + "|" + department + "|" + kind + "|" + subject;
        }
    }

    private final Map<Key, Tally> changes = new LinkedHashMap<>();

    /** @param times 1 to count it, -1 to take it out */
    void add(RequestFact fact, int times) {
        each(fact.processKey(), fact.departmentId(), REQUEST, ALL, fact.startedOn(), sum -> sum.started += times);
        var day = fact.endedOn();
        if (day != null) {
            each(fact.processKey(), fact.departmentId(), REQUEST, ALL, day, sum -> count(sum, fact, times));
            flows(fact)
                    .forEach((flow, n) ->
                            each(fact.processKey(), fact.departmentId(), FLOW, flow, day, sum -> sum.n += n * times));
        }
    }

    void add(StayFact fact, int times) {
        if (fact.endedOn() != null) {
            each(
                    fact.processKey(),
                    fact.departmentId(),
                    STEP,
                    fact.step(),
                    fact.endedOn(),
                    sum -> count(sum, fact, times));
        }
    }

    void add(HandFact fact, int times) {
        if (fact.endedOn() != null && !own(fact)) {
            each(
                    fact.processKey(),
                    fact.departmentId(),
                    PERSON,
                    fact.personId(),
                    fact.endedOn(),
                    sum -> count(sum, fact, times));
        }
    }

    /** What applicants do to their own request says nothing about who decides. */
    static boolean own(HandFact fact) {
        return fact.personId().equals(fact.applicantId());
    }

    /** How it ended; that it began is counted on another day. */
    static void count(Tally sum, RequestFact fact, int times) {
        if (!Facts.DECIDED.contains(fact.status())) {
            sum.dropped += times;
            return;
        }
        sum.took(fact.seconds(), fact.minutes(), times);
        sum.returned += fact.returns() > 0 ? times : 0;
        goal(sum, fact.met(), times);
    }

    static void count(Tally sum, StayFact fact, int times) {
        if ("gone".equals(fact.action())) {
            sum.dropped += times;
            return;
        }
        sum.took(fact.seconds(), fact.minutes(), times);
        sum.returned += "return".equals(fact.action()) ? times : 0;
        goal(sum, fact.met(), times);
    }

    static void count(Tally sum, HandFact fact, int times) {
        if (HANDED_ON.contains(String.valueOf(fact.action()))) {
            sum.dropped += times;
            return;
        }
        sum.took(fact.seconds(), fact.minutes(), times);
        sum.returned += "return".equals(fact.action()) ? times : 0;
    }

    private static void goal(Tally sum, @Nullable Boolean met, int times) {
        if (met != null) {
            sum.met += met ? times : 0;
            sum.missed += met ? 0 : times;
        }
    }

    static Map<String, Integer> flows(RequestFact fact) {
        return fact.flows().isEmpty()
                ? Map.of()
                : Stream.of(fact.flows().split(","))
                        .map(flow -> flow.split(":"))
                        .collect(Collectors.toMap(flow -> flow[0], flow -> Integer.parseInt(flow[1]), Integer::sum));
    }

    private void each(
            String process, String department, String kind, String subject, LocalDate day, Consumer<Tally> count) {
        var month = day.withDayOfMonth(1);
        count.accept(sum(new Key(DAY, day, process, ALL, kind, subject)));
        count.accept(sum(new Key(MONTH, month, process, ALL, kind, subject)));
        count.accept(sum(new Key(MONTH, month, process, department, kind, subject)));
        if (kind.equals(REQUEST)) {
            count.accept(sum(new Key(DAY, day, process, department, kind, subject)));
        }
    }

    private Tally sum(Key key) {
        return changes.computeIfAbsent(key, k -> new Tally());
    }

    /** Writes what has changed; in the transaction that holds the position. */
    void write(CellMapper rows) {
        changes.values().removeIf(Tally::isEmpty);
        var keys = new ArrayList<>(changes.keySet());
        for (int i = 0; i < keys.size(); i += AT_ONCE) {
            write(rows, keys.subList(i, Math.min(keys.size(), i + AT_ONCE)));
        }
        changes.clear();
    }

    private void write(CellMapper rows, List<Key> keys) {
        var byId = keys.stream().collect(Collectors.toMap(Key::id, Function.identity()));
        var known = rows.find(byId.keySet());
        known.forEach(row -> sum(Objects.requireNonNull(byId.get(row.id()))).add(row));
        if (!known.isEmpty()) {
            rows.delete(known.stream().map(CellRow::id).toList());
        }
        var left = keys.stream()
                .filter(key -> !sum(key).isEmpty())
                .map(key -> row(key, sum(key)))
                .toList();
        if (!left.isEmpty()) {
            rows.insert(left);
        }
    }

    private static CellRow row(Key key, Tally sum) {
        return new CellRow(
                key.id(),
                key.grain(),
                key.startsOn(),
                key.process(),
                key.department(),
                key.kind(),
                key.subject(),
                sum.n,
                sum.started,
                sum.dropped,
                sum.returned,
                sum.met,
                sum.missed,
                sum.calendar.text(),
                sum.working.text());
    }
}
