package io.tongban.insight;

import io.tongban.insight.FactMapper.HandFact;
import io.tongban.insight.FactMapper.Position;
import io.tongban.insight.FactMapper.RequestFact;
import io.tongban.insight.FactMapper.Seen;
import io.tongban.insight.FactMapper.StayFact;
import io.tongban.process.Passages;
import io.tongban.process.Trails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the trails from where it was and counts each request anew whose trail has grown: what it had counted goes out of
 * the sums, what is known now comes in, in one transaction with the new position. So it may stop anywhere, and the same
 * line twice changes nothing. Nothing of this happens while somebody decides.
 */
@Component
class Follower {

    /** Of the numbers; what an older product has counted is counted again. */
    private static final int FORMAT = 1;

    private static final int PAGE = 1_000;
    private static final int REQUESTS = 100;
    private static final int ROWS = 200;
    private static final int STALE = 50;

    /** Ids are given before the commit: what was on its way is looked for once more, and now and then further back. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(2);

    private static final Duration LONG_ON_THE_WAY = Duration.ofMinutes(30);
    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(15);
    private static final Duration LOOKED_AT = Duration.ofHours(1);

    private final FactMapper rows;
    private final CellMapper cells;
    private final Trails trails;
    private final Passages passages;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Instant lookedFarBack = Instant.MIN;

    Follower(
            FactMapper rows,
            CellMapper cells,
            Trails trails,
            Passages passages,
            Facts facts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.cells = cells;
        this.trails = trails;
        this.passages = passages;
        this.facts = facts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${tongban.insight.first:PT15S}",
            fixedDelayString = "${tongban.insight.every:PT20S}")
    void follow() {
        var far = lookedFarBack.plus(OFTEN_ENOUGH).isBefore(clock.instant());
        @Nullable String from = transaction.execute(status -> begin(far ? LONG_ON_THE_WAY : ON_THE_WAY));
        while (from != null) {
            var after = from;
            from = next(after);
        }
        if (far) {
            lookedFarBack = clock.instant();
        }
        transaction.executeWithoutResult(status -> again());
    }

    private @Nullable String next(String after) {
        var ended = new AtomicReference<@Nullable String>();
        transaction.executeWithoutResult(status -> ended.set(page(after)));
        return ended.get();
    }

    /** Everything is counted again from the trails, in the runs that follow. */
    void startOver() {
        transaction.executeWithoutResult(status -> {
            rows.lock();
            forget();
        });
    }

    private void forget() {
        cells.clear();
        rows.clearStays();
        rows.clearHands();
        rows.uncount();
        rows.move(new Position("", FORMAT, null));
    }

    private String begin(Duration back) {
        var position = rows.lock();
        if (position.format() != FORMAT) {
            forget();
            return "";
        }
        return before(position.line(), back);
    }

    /** Answers where to go on, null at the end. */
    private @Nullable String page(String from) {
        var position = rows.lock();
        var page = trails.tail(from, PAGE);
        var newest = new LinkedHashMap<String, Integer>();
        page.forEach(tail -> newest.merge(tail.requestId(), tail.seq(), Math::max));
        if (!newest.isEmpty()) {
            rows.seen(newest.keySet()).stream()
                    .filter(seen -> seen.seq() >= newest.getOrDefault(seen.requestId(), 0))
                    .map(Seen::requestId)
                    .forEach(newest::remove);
        }
        count(List.copyOf(newest.keySet()));
        var last = page.isEmpty() ? from : page.get(page.size() - 1).id();
        rows.move(new Position(
                last.compareTo(position.line()) > 0 ? last : position.line(), position.format(), clock.instant()));
        return page.size() == PAGE ? last : null;
    }

    /** What was not measured yet, and running ones that a timer may have moved without a line. */
    private void again() {
        rows.lock();
        count(rows.unsettled(REQUESTS));
        count(rows.stale(clock.instant().minus(LOOKED_AT), STALE));
    }

    private void count(List<String> requests) {
        for (int i = 0; i < requests.size(); i += REQUESTS) {
            batch(requests.subList(i, Math.min(requests.size(), i + REQUESTS)));
        }
    }

    private void batch(List<String> ids) {
        var sums = new Cells();
        var before = rows.requests(ids).stream().collect(Collectors.toMap(RequestFact::requestId, Function.identity()));
        // Of what is in no sum, only the flows are known.
        before.values().stream().filter(fact -> fact.seq() > 0).forEach(fact -> sums.add(fact, -1));
        rows.stays(ids).forEach(fact -> sums.add(fact, -1));
        rows.hands(ids).forEach(fact -> sums.add(fact, -1));
        var known = passages.of(ids).stream()
                .map(passage -> {
                    var old = before.get(passage.requestId());
                    return facts.of(passage, old == null ? "" : old.flows());
                })
                .toList();
        known.forEach(kept -> {
            sums.add(kept.request(), 1);
            kept.stays().forEach(fact -> sums.add(fact, 1));
            kept.hands().forEach(fact -> sums.add(fact, 1));
        });
        rows.deleteRequests(ids);
        rows.deleteStays(ids);
        rows.deleteHands(ids);
        store(known);
        sums.write(cells);
    }

    private void store(Collection<Facts.Kept> known) {
        chunks(known.stream().map(Facts.Kept::request).toList()).forEach(rows::insertRequests);
        List<StayFact> stays =
                known.stream().flatMap(kept -> kept.stays().stream()).toList();
        chunks(stays).forEach(rows::insertStays);
        List<HandFact> hands =
                known.stream().flatMap(kept -> kept.hands().stream()).toList();
        chunks(hands).forEach(rows::insertHands);
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        return java.util.stream.IntStream.range(0, (all.size() + ROWS - 1) / ROWS)
                .mapToObj(i -> all.subList(i * ROWS, Math.min(all.size(), (i + 1) * ROWS)))
                .toList();
    }

    /** An id that is older than this one by so much. */
    private static String before(String id, Duration back) {
        if (id.length() < 13) {
            return "";
        }
        var millis = Long.parseLong(id.substring(0, 8) + id.substring(9, 13), 16);
        var then = Math.max(0, millis - back.toMillis());
        return String.format("%08x-%04x", then >>> 16, then & 0xFFFF);
    }

    /** Until when what people did is counted; null while nothing is. */
    @Nullable
    Instant seenAt() {
        return Objects.requireNonNull(rows.position()).at();
    }
}
