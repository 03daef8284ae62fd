package io.tongban.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A draft as it is stored. Answers are kept as they were typed; what fits into today's form is found when it is opened. */
record DraftRow(
        String id,
        String personId,
        @Nullable Integer slot,
        String processKey,
        String definitionId,
        String summary,
        String summaryEn,
        String answers,
        String related,
        int revision,
        @Nullable String madeWith,
        Instant savedAt,
        @Nullable Instant deletedAt) {}
