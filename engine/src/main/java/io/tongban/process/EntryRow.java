package io.tongban.process;

import io.tongban.kernel.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a request's trail. */
record EntryRow(
        String id,
        String requestId,
        Instant at,
        String personId,
        @Nullable String behalfId,
        String action,
        @Nullable String step,
        @Nullable String taskId,
        @Nullable String text,
        @Nullable String detail,
        @Nullable String idempotencyKey,
        @Nullable String digest,
        @Nullable String result) {

    /** What an action wrote; {@code taskResult} is {@code status|revision} of its task. */
    static EntryRow of(
            Work work,
            String action,
            @Nullable String step,
            @Nullable String taskId,
            @Nullable String text,
            Actions.Once once,
            @Nullable String taskResult) {
        var request = work.request;
        var result = (taskResult == null ? "|" : taskResult) + "|" + request.status() + "|" + request.revision();
        return new EntryRow(
                Ids.next(),
                request.id(),
                request.updatedAt(),
                work.actor.id(),
                null,
                action,
                step,
                taskId,
                text == null || text.isBlank() ? null : text.strip(),
                null,
                once.key(),
                once.digest(),
                result);
    }

    EntryRow at(Instant moment) {
        return new EntryRow(
                id,
                requestId,
                moment,
                personId,
                behalfId,
                action,
                step,
                taskId,
                text,
                detail,
                idempotencyKey,
                digest,
                result);
    }
}
