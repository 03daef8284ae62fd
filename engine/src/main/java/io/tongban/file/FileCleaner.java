package io.tongban.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes files that were never attached, and content that no file names any more. */
@Component
class FileCleaner {

    private static final Duration PATIENCE = Duration.ofHours(48);
    private static final Duration UPLOAD_TAKES_AT_MOST = Duration.ofHours(1);
    private static final int BATCH = 200;

    private final FileMapper files;
    private final FolderStorage storage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileCleaner(FileMapper files, FolderStorage storage, PlatformTransactionManager transactions, Clock clock) {
        this.files = files;
        this.storage = storage;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void clean() throws IOException {
        clean(clock.instant());
    }

    void clean(Instant now) throws IOException {
        List<String> loose;
        do {
            loose = files.loose(now.minus(PATIENCE), BATCH);
            loose.forEach(files::deleteLoose);
        } while (loose.size() == BATCH);
        List<String> unused;
        do {
            unused = files.unusedContent(now.minus(UPLOAD_TAKES_AT_MOST), BATCH);
            unused.forEach(this::removeContent);
        } while (unused.size() == BATCH);
        storage.sweep(now.minus(UPLOAD_TAKES_AT_MOST));
    }

    /** An upload of the same content holds the lock from before it looks until its row is there. */
    private void removeContent(String hash) {
        transaction.executeWithoutResult(t -> {
            if (files.lockContent(hash) != null && files.usesOf(hash) == 0) {
                files.deleteContent(hash);
                try {
                    storage.remove(hash);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        });
    }
}
