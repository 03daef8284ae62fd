package io.tongban.process;

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
