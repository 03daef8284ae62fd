package io.tongban.insight;

import io.tongban.insight.FactMapper.HandFact;
import io.tongban.insight.FactMapper.RequestFact;
import io.tongban.kernel.Actor;
import io.tongban.process.Passages;
import io.tongban.process.Plans;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everybody's own numbers: how long the own requests take, how quickly one decides, and what waits for one. */
@Component
class Own {

    private static final int MOST_WAITING = 20;

    /** Of one process: what was asked for, and what was decided. */
    record OwnLine(String key, String name, Figures figures) {}

    /** A request that waits for somebody. */
    record Kept(
            String requestId,
            String number,
            String process,
            String title,
            @Nullable String step,
            Instant since,
            @Nullable Instant due) {}

    /**
     * @param asked own requests, of all processes and of each
     * @param decided what one decided about others' requests
     * @param waiting what waits for one, the longest first
     */
    record OwnNumbers(
            Figures asked,
            List<OwnLine> askedBy,
            Figures decided,
            List<OwnLine> decidedBy,
            List<Kept> waiting,
            @Nullable Instant seenAt) {}

    private final LookMapper looks;
    private final Plans plans;
    private final Passages passages;
    private final Follower follower;
    private final Clock clock;

    Own(LookMapper looks, Plans plans, Passages passages, Follower follower, Clock clock) {
        this.looks = looks;
        this.plans = plans;
        this.passages = passages;
        this.follower = follower;
        this.clock = clock;
    }

    OwnNumbers of(Actor actor, Range range) {
        var now = clock.instant();
        var names = plans.all().stream().collect(Collectors.toMap(Plans.Named::key, Plans.Named::name));
        var asked = new Counted();
        looks.asked(actor.id(), range).forEach(fact -> asked.each(fact.processKey(), sum -> Cells.count(sum, fact, 1)));
        for (RequestFact fact : looks.running(actor.id())) {
            asked.open(fact.processKey(), isLate(fact.dueAt(), now) && !fact.suspended());
        }
        var decided = new Counted();
        looks.decided(actor.id(), range).stream()
                .filter(fact -> !Cells.own(fact))
                .forEach(fact -> decided.each(fact.processKey(), sum -> Cells.count(sum, fact, 1)));
        var waiting = looks.waiting(actor.id(), 1_000);
        waiting.forEach(fact -> decided.open(fact.processKey(), isLate(fact.dueAt(), now)));
        return new OwnNumbers(
                asked.whole(),
                asked.lines(names),
                decided.whole(),
                decided.lines(names),
                kept(actor, waiting.stream().limit(MOST_WAITING).toList()),
                follower.seenAt());
    }

    private List<Kept> kept(Actor actor, List<HandFact> waiting) {
        var known = passages
                .readable(
                        actor,
                        waiting.stream().map(HandFact::requestId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Passages.Brief::id, brief -> brief));
        var steps = new HashMap<String, Map<String, String>>();
        return waiting.stream()
                .filter(fact -> known.containsKey(fact.requestId()))
                .map(fact -> {
                    var brief = Objects.requireNonNull(known.get(fact.requestId()));
                    return new Kept(
                            fact.requestId(),
                            brief.number(),
                            fact.processKey(),
                            brief.title(),
                            steps.computeIfAbsent(fact.processKey(), plans::steps)
                                    .get(fact.step()),
                            fact.fromAt(),
                            fact.dueAt());
                })
                .toList();
    }

    private static boolean isLate(@Nullable Instant due, Instant now) {
        return due != null && due.isBefore(now);
    }

    /** InsightSums by process, and all of them together. */
    private static final class Counted {

        private final Map<String, Tally> by = new HashMap<>();
        private final Map<String, int[]> opened = new HashMap<>();

        void each(String process, java.util.function.Consumer<Tally> count) {
            count.accept(by.computeIfAbsent(process, key -> new Tally()));
        }

        void open(String process, boolean late) {
            var counts = opened.computeIfAbsent(process, key -> new int[2]);
            counts[0]++;
            counts[1] += late ? 1 : 0;
            by.computeIfAbsent(process, key -> new Tally());
        }

        Figures whole() {
            var all = new Tally();
            by.values().forEach(one -> all.add(one, 1));
            return Figures.of(
                    all,
                    opened.values().stream().mapToInt(counts -> counts[0]).sum(),
                    opened.values().stream().mapToInt(counts -> counts[1]).sum());
        }

        List<OwnLine> lines(Map<String, String> names) {
            return by.entrySet().stream()
                    .filter(entry -> names.containsKey(entry.getKey()))
                    .map(entry -> {
                        var open = opened.getOrDefault(entry.getKey(), new int[2]);
                        return new OwnLine(
                                entry.getKey(),
                                String.valueOf(names.get(entry.getKey())),
                                Figures.of(entry.getValue(), open[0], open[1]));
                    })
                    .sorted(java.util.Comparator.comparing(OwnLine::name))
                    .toList();
        }
    }
}
