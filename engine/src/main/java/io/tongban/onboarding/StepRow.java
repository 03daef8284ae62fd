package io.tongban.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing to be done for a hire. */
record StepRow(
        String requestId,
        Stage stage,
        Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {

    boolean done() {
        return doneAt != null;
    }
}
