package io.tongban.kernel;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a deed in one transaction. When it only collided with somebody else's, it is tried again with fresh reads, so many
 * times at most; nothing has left the house before the commit, so trying again is safe. Inside a transaction a deed is a
 * part of the one around it, which is tried again as a whole.
 */
@Component
public class Attempts {

    private static final int TRIES = 6;

    private final TransactionTemplate transaction;
    private final List<Collision> collisions;

    Attempts(PlatformTransactionManager transactions, List<Collision> collisions) {
        this.transaction = new TransactionTemplate(transactions);
        this.collisions = collisions;
    }

    /** @throws Problem 409 when others were at the same rows each time */
    public void run(Runnable deed) {
        get(() -> {
            deed.run();
            return true;
        });
    }

    /** @throws Problem 409 when others were at the same rows each time */
    public <T> T get(Supplier<T> deed) {
        return get(deed, null);
    }

    /**
     * As {@link #get(Supplier)}; after a failure {@code earlier} is asked, in a transaction of its own, for what another
     * call has done meanwhile.
     */
    public <T> T get(Supplier<T> deed, @Nullable Supplier<@Nullable T> earlier) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return deed.get();
        }
        for (int left = TRIES; ; left--) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> deed.get()));
            } catch (RuntimeException failure) {
                var known = earlier == null ? null : transaction.execute(status -> earlier.get());
                if (known != null) {
                    return known;
                }
                if (!collided(failure)) {
                    throw failure;
                }
                if (left == 1) {
                    throw Problem.conflict("kernel:busy");
                }
                pause(TRIES - left);
            }
        }
    }

    private boolean collided(RuntimeException failure) {
        return failure instanceof DuplicateKeyException || collisions.stream().anyMatch(one -> one.is(failure));
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5, 20L << tries));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.conflict("kernel:busy");
        }
    }
}
