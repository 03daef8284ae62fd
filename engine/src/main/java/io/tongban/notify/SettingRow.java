package io.tongban.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody chose, as it is stored: times of day are minutes. */
record SettingRow(
        String personId,
        String choices,
        @Nullable Integer quietFrom,
        @Nullable Integer quietTo,
        boolean restDays,
        boolean urgentPasses,
        @Nullable Integer digestAt,
        @Nullable String zone,
        @Nullable Instant digestDueAt,
        @Nullable Instant digestSince) {}
