package io.tongban.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One task for one owner (person id or {@code role:KEY}). */
record InboxRow(
        String id,
        String owner,
        String state,
        Instant at,
        String requestId,
        String processKey,
        @Nullable String step,
        Instant since,
        @Nullable Instant dueAt,
        int priority,
        int revision,
        @Nullable String pool,
        @Nullable String action,
        @Nullable String closedBy,
        @Nullable String why) {}
