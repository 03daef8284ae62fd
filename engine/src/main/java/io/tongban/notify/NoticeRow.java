package io.tongban.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record NoticeRow(
        String recipient,
        String id,
        String kind,
        String kindGroup,
        String args,
        String link,
        @Nullable String aboutType,
        @Nullable String aboutId,
        Instant createdAt,
        @Nullable Instant readAt) {}
