package io.tongban.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that waits: {@code dueAt} is when to try next, or until when somebody has claimed it. Mails of an earlier
 * version have neither recipient nor HTML.
 */
record MailRow(
        String id,
        @Nullable String recipient,
        String address,
        String subject,
        String body,
        @Nullable String html,
        String state,
        Instant dueAt,
        int attempts,
        Instant createdAt) {

    static final String WAITING = "waiting";
    static final String SENT = "sent";
    static final String FAILED = "failed";
}
