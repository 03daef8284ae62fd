package io.tongban.process;

import io.tongban.access.Origin;
import io.tongban.process.TrailMapper.Added;
import io.tongban.process.TrailMapper.ChainRow;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes lines of a trail, each bound to the one before it in the statement that writes it. */
@Component
class Trail {

    private final TrailMapper rows;

    Trail(TrailMapper rows) {
        this.rows = rows;
    }

    /** The request's row is locked. */
    void add(EntryRow e) {
        var origin = Origin.current();
        var words = words(Objects.requireNonNull(e.salt()), e.action(), e.text(), e.detail(), origin);
        var body = Chain.digest(
                e.requestId(),
                e.id(),
                String.valueOf(e.at().toEpochMilli()),
                e.personId(),
                e.behalfId(),
                e.action(),
                e.step(),
                e.taskId(),
                told(e.action(), e.detail()) ? null : e.detail(),
                e.idempotencyKey(),
                e.digest(),
                e.result(),
                content(e.content(), e.contentVersion()),
                e.stands(),
                e.attached(),
                words);
        rows.add(new Added(e, origin, words, body));
    }

    /** What the product did by itself in a work that was written just now. */
    void add(Work work, RequestRow before, Instant now) {
        var after = work.request;
        work.entries.forEach(line -> add(line.after(after)));
        var changed =
                !after.status().equals(before.status()) || !after.answers().equals(before.answers());
        if (work.waiting && (!work.path.isEmpty() || work.entries.isEmpty() && changed)) {
            // A timer or an event moved it: nobody's line says which way it went.
            add(EntryRow.moved(work, now));
        }
    }

    /** The digest of a line as it stands in the database. */
    static String body(ChainRow e) {
        return Chain.digest(
                e.requestId(),
                e.id(),
                String.valueOf(e.at().toEpochMilli()),
                e.personId(),
                e.behalfId(),
                e.action(),
                e.step(),
                e.taskId(),
                told(e.action(), e.detail()) ? null : e.detail(),
                e.idempotencyKey(),
                e.digest(),
                e.result(),
                content(e.content(), e.contentVersion()),
                e.stands(),
                e.attached(),
                e.words());
    }

    /** Lines from before there were versions are bound to the content alone. */
    private static @Nullable String content(@Nullable String digest, @Nullable Integer version) {
        return version == null ? digest : (digest == null ? "" : digest) + "@" + version;
    }

    /** Digest of what can be erased. */
    private static String words(
            String salt, String action, @Nullable String text, @Nullable String detail, @Nullable String origin) {
        return Chain.digest(salt, text, told(action, detail) ? detail : null, origin);
    }

    /** Whether its words are what was written: intact, erased, or neither. */
    static Trails.State state(ChainRow e) {
        if (e.salt() != null) {
            var same = words(e.salt(), e.action(), e.text(), e.detail(), e.origin())
                    .equals(e.words());
            return same ? Trails.State.INTACT : Trails.State.CHANGED;
        }
        var empty = e.text() == null && e.origin() == null && !(told(e.action(), e.detail()) && e.detail() != null);
        return empty ? Trails.State.ERASED : Trails.State.CHANGED;
    }

    /** Whether the detail holds answers, before and after, and not the way of the process. */
    private static boolean told(String action, @Nullable String detail) {
        return action.equals("correct") || detail != null && detail.contains("\"changes\":[");
    }
}
