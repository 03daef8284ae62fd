package io.tongban.process;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes drafts that were deleted and that nobody brought back. */
@Component
class DraftCleaner {

    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final int BATCH = 100;

    private final DraftMapper drafts;
    private final DraftFiles files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DraftCleaner(DraftMapper drafts, DraftFiles files, PlatformTransactionManager transactions, Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(initialDelay = 13, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void clean() {
        List<String> gone;
        do {
            gone = drafts.deleted(clock.instant().minus(PATIENCE), BATCH);
            gone.forEach(id -> transaction.executeWithoutResult(t -> {
                if (drafts.removeDeleted(id) > 0) {
                    files.release(id);
                }
            }));
        } while (gone.size() == BATCH);
    }
}
