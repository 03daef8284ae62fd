package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Runs one action in one transaction, at most once per idempotency key. A collision of rows is tried again. */
@Component
class Actions {

    private final Attempts attempts;
    private final RequestMapper requests;
    private final Trail trail;
    private final JsonMapper json;

    Actions(Attempts attempts, RequestMapper requests, Trail trail, JsonMapper json) {
        this.attempts = attempts;
        this.requests = requests;
        this.trail = trail;
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

    /** A call with the same key that was carried out while this one waited for its rows is answered again. */
    Done run(Actor actor, Once once, Supplier<EntryRow> deed) {
        return attempts.get(() -> attempt(actor, once, deed), once.key() == null ? null : () -> earlier(actor, once));
    }

    private Done attempt(Actor actor, Once once, Supplier<EntryRow> deed) {
        var earlier = earlier(actor, once);
        if (earlier != null) {
            return earlier;
        }
        var entry = deed.get();
        trail.add(entry);
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

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
