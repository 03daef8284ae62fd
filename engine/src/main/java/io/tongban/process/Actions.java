package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.process.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs one action in one transaction, at most once per idempotency key. A collision of rows is tried again with fresh
 * reads; nothing has left the house before the commit, so trying again is safe.
 */
@Component
class Actions {

    private static final int TRIES = 6;

    private final TransactionTemplate transaction;
    private final RequestMapper requests;
    private final JsonMapper json;

    Actions(PlatformTransactionManager transactions, RequestMapper requests, JsonMapper json) {
        this.transaction = new TransactionTemplate(transactions);
        this.requests = requests;
        this.json = json;
    }

    /**
     * What an action answered. Kept in the trail as {@code taskStatus|taskRevision|status|revision}.
     *
     * @param first false when an earlier call with the same key had already been carried out
     */
    record Done(String requestId, @Nullable String taskId, String result, boolean first) {

        String part(int index) {
            return result.split("\\|", -1)[index];
        }

        int number(int index) {
            return Integer.parseInt(part(index));
        }
    }

    /** Identifies a repeated call: the same key with another body is refused. */
    record Once(@Nullable String key, @Nullable String digest) {}

    Once once(@Nullable String key, Object... body) {
        if (key == null || key.isBlank()) {
            return new Once(null, null);
        }
        if (key.length() > 128) {
            throw Problem.malformed("process:key-too-long");
        }
        return new Once(key, digest(json.writeValueAsString(body)));
    }

    Done run(Actor actor, Once once, Supplier<EntryRow> deed) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return attempt(actor, once, deed);
        }
        for (int left = TRIES; ; left--) {
            try {
                return java.util.Objects.requireNonNull(transaction.execute(status -> attempt(actor, once, deed)));
            } catch (RuntimeException failure) {
                // A call with the same key may have been carried out while this one waited for its rows.
                var earlier = once.key() == null
                        ? Optional.<Done>empty()
                        : transaction.execute(status -> Optional.ofNullable(earlier(actor, once)));
                if (earlier != null && earlier.isPresent()) {
                    return earlier.get();
                }
                boolean again = failure instanceof DuplicateKeyException || Engine.isCollision(failure);
                if (!again) {
                    throw failure;
                }
                if (left == 1) {
                    throw Problem.conflict("process:busy");
                }
                pause(TRIES - left);
            }
        }
    }

    private Done attempt(Actor actor, Once once, Supplier<EntryRow> deed) {
        var earlier = earlier(actor, once);
        if (earlier != null) {
            return earlier;
        }
        var entry = deed.get();
        requests.insertEntry(entry);
        return done(entry, true);
    }

    private @Nullable Done earlier(Actor actor, Once once) {
        var entry = once.key() == null ? null : requests.entryOf(actor.id(), once.key());
        if (entry == null) {
            return null;
        }
        if (!java.util.Objects.equals(entry.digest(), once.digest())) {
            throw Problem.refused("process:key-reused");
        }
        return done(entry, false);
    }

    private static Done done(EntryRow entry, boolean first) {
        return new Done(entry.requestId(), entry.taskId(), entry.result() == null ? "" : entry.result(), first);
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(java.util.concurrent.ThreadLocalRandom.current().nextLong(5, 20L << tries));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.conflict("process:busy");
        }
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
