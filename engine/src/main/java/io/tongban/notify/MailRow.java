package io.tongban.notify;

import java.time.Instant;

/** A mail that waits: {@code dueAt} is when to try next, or until when somebody has claimed it. */
record MailRow(
        String id,
        String address,
        String subject,
        String body,
        String state,
        Instant dueAt,
        int attempts,
        Instant createdAt) {

    static final String WAITING = "waiting";
    static final String SENT = "sent";
    static final String FAILED = "failed";
}
