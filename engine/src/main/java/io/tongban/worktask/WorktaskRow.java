package io.tongban.worktask;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task as it is stored.
 *
 * @param dueAt when the last day ends
 * @param round how often a result was handed in
 * @param reportAt the last report, or when the task was agreed
 * @param soonTold the end of which people were reminded before
 * @param lateTold the end of which people were told that it has passed
 * @param remedied the end for whose delay a remedy was recorded
 * @param askedEnd the end that the owner would rather have
 */
record WorktaskRow(
        String requestId,
        String number,
        String name,
        String goal,
        String creatorId,
        String ownerId,
        LocalDate startOn,
        LocalDate endOn,
        Instant dueAt,
        String priority,
        String rhythm,
        Stage stage,
        int progress,
        int round,
        Instant reportAt,
        @Nullable LocalDate soonTold,
        @Nullable LocalDate lateTold,
        @Nullable LocalDate remedied,
        @Nullable LocalDate askedEnd,
        @Nullable Instant endedAt,
        Instant createdAt,
        Instant updatedAt) {

    boolean late(Instant now) {
        return stage.working() && dueAt.isBefore(now);
    }

    /** A remedy for the delay beyond the present end was recorded. */
    boolean isRemedied() {
        return endOn.equals(remedied);
    }
}
