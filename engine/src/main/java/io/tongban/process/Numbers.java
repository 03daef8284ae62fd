package io.tongban.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Running numbers per process and year, such as {@code QJ2026-00042}. A node takes a block in a transaction of its own,
 * so that submitting people never wait for each other; a restart leaves a gap, a number is never used twice.
 */
@Component
class Numbers {

    private static final int BLOCK = 20;

    private static final class Block {
        long next;
        long end;
    }

    private final RequestMapper mapper;
    private final TransactionTemplate own;
    private final Clock clock;
    private final ZoneId zone;
    private final Map<String, Block> blocks = new HashMap<>();

    Numbers(RequestMapper mapper, PlatformTransactionManager transactions, Clock clock, ZoneId zone) {
        this.mapper = mapper;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.zone = zone;
    }

    synchronized String next(String prefix) {
        var series = prefix + LocalDate.now(clock.withZone(zone)).getYear();
        var block = blocks.computeIfAbsent(series, s -> new Block());
        if (block.next >= block.end) {
            block.next = take(series);
            block.end = block.next + BLOCK;
        }
        return series + "-" + String.format(java.util.Locale.ROOT, "%05d", block.next++);
    }

    private long take(String series) {
        while (true) {
            try {
                Long first = own.execute(status -> {
                    var known = mapper.nextNumber(series);
                    if (known == null) {
                        mapper.insertNumber(series, 1L + BLOCK);
                        return 1L;
                    }
                    mapper.updateNumber(series, known + BLOCK);
                    return known;
                });
                return java.util.Objects.requireNonNull(first);
            } catch (DuplicateKeyException otherNode) {
                // Another node made the first block of the year in the same moment: take the second.
            }
        }
    }
}
