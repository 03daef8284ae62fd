package io.tongban.studio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who published a version, and why. */
record PublicationRow(
        String id,
        String processKey,
        int version,
        String modelId,
        String personId,
        Instant at,
        String note,
        @Nullable String reason,
        String warnings,
        String files) {}
