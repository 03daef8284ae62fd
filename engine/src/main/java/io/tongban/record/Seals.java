package io.tongban.record;

import io.tongban.process.Chain;
import io.tongban.process.Trails;
import io.tongban.record.SealMapper.HeadRow;
import io.tongban.record.SealMapper.SealRow;
import io.tongban.record.SealMapper.Sealed;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals, at intervals, how far every trail has come. It only reads what is committed and locks no request; a seal holds
 * the trails that have grown since the one before.
 */
@Component
class Seals {

    private static final int PAGE = 2_000;
    private static final int MOST_HEADS = 5_000;
    private static final int INSERTED_AT_ONCE = 500;

    /** Ids are given before the commit: what was on its way at the last seal is looked for once more. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(10);

    private final SealMapper rows;
    private final SealKey key;
    private final Trails trails;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Seals(SealMapper rows, SealKey key, Trails trails, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.key = key;
        this.trails = trails;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Of several nodes one makes the seal; the others find its number taken. */
    @Scheduled(
            initialDelayString = "${tongban.record.first-seal:PT30S}",
            fixedDelayString = "${tongban.record.seal-every:PT5M}")
    void sealDue() {
        try {
            var full = true;
            while (full) {
                var made = Objects.requireNonNull(transaction.execute(status -> seal()));
                made.ifPresent(seal -> key.mark(new SealKey.Mark(seal.no(), seal.mac())));
                full = made.filter(seal -> seal.heads() >= MOST_HEADS).isPresent();
            }
        } catch (DuplicateKeyException other) {
            // Another node was faster.
        }
    }

    private Optional<SealRow> seal() {
        var last = rows.newest();
        var upto = last == null ? "" : last.upto();
        var heads = new TreeMap<String, HeadRow>();
        var no = last == null ? 1 : last.no() + 1;
        var from = before(upto);
        List<Trails.Tail> page;
        do {
            page = trails.tail(from, PAGE);
            grown(page)
                    .forEach((request, tail) -> heads.put(request, new HeadRow(request, tail.seq(), tail.link(), no)));
            if (!page.isEmpty()) {
                from = page.get(page.size() - 1).id();
                upto = from.compareTo(upto) > 0 ? from : upto;
            }
        } while (page.size() == PAGE && heads.size() < MOST_HEADS);
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        var seal = new SealRow(
                no,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                heads.size(),
                root(heads.values()),
                upto,
                key.id(),
                last == null ? "" : last.mac(),
                "");
        var made = with(seal, mac(seal));
        rows.insert(made);
        var all = new ArrayList<>(heads.values());
        for (int i = 0; i < all.size(); i += INSERTED_AT_ONCE) {
            rows.insertHeads(all.subList(i, Math.min(i + INSERTED_AT_ONCE, all.size())));
        }
        return Optional.of(made);
    }

    /** The newest line of each trail, where it is newer than what was sealed of it. */
    private Map<String, Trails.Tail> grown(List<Trails.Tail> page) {
        var newest = new LinkedHashMap<String, Trails.Tail>();
        page.forEach(tail -> newest.merge(tail.requestId(), tail, (a, b) -> a.seq() > b.seq() ? a : b));
        if (newest.isEmpty()) {
            return newest;
        }
        var known = rows.sealed(newest.keySet()).stream().collect(Collectors.toMap(Sealed::requestId, Sealed::seq));
        newest.values().removeIf(tail -> known.getOrDefault(tail.requestId(), 0) >= tail.seq());
        return newest;
    }

    /** An id that is older than this one by the time that a transaction may take. */
    private static String before(String id) {
        if (id.length() < 13) {
            return "";
        }
        var millis = Long.parseLong(id.substring(0, 8) + id.substring(9, 13), 16);
        var then = Math.max(0, millis - ON_THE_WAY.toMillis());
        return String.format("%08x-%04x", then >>> 16, then & 0xFFFF);
    }

    /** Digest of what a seal holds, in the order of the requests. */
    static String root(Collection<HeadRow> heads) {
        return Chain.digest(heads.stream()
                .map(head -> head.requestId() + " " + head.seq() + " " + head.link())
                .toArray(String[]::new));
    }

    String mac(SealRow seal) {
        return key.mac(Chain.digest(
                String.valueOf(seal.no()),
                String.valueOf(seal.at().toEpochMilli()),
                String.valueOf(seal.heads()),
                seal.root(),
                seal.upto(),
                seal.keyId(),
                seal.prev()));
    }

    private static SealRow with(SealRow seal, String mac) {
        return new SealRow(
                seal.no(), seal.at(), seal.heads(), seal.root(), seal.upto(), seal.keyId(), seal.prev(), mac);
    }
}
