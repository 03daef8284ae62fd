package io.tongban.leave;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A leave that was asked for; keyed by the request of the procedure. */
record LeaveRow(
        String requestId,
        String number,
        String personId,
        String typeKey,
        LocalDateTime startAt,
        LocalDateTime endAt,
        int minutes,
        @Nullable String handoverId,
        State state,
        boolean provisional,
        boolean shortfall,
        int calendarVersion,
        Instant createdAt,
        Instant updatedAt) {

    enum State {
        /** Asked for; the balance is held. */
        HELD,
        /** Approved; the balance is used. */
        APPROVED,
        /** Rejected or withdrawn. */
        RELEASED,
        /** Cancelled after approval. */
        CANCELLED;

        /** Blocks other leave at the same time. */
        boolean blocks() {
            return this == HELD || this == APPROVED;
        }
    }

    LeaveRow with(State next, Instant now) {
        return new LeaveRow(
                requestId,
                number,
                personId,
                typeKey,
                startAt,
                endAt,
                minutes,
                handoverId,
                next,
                provisional,
                shortfall,
                calendarVersion,
                createdAt,
                now);
    }

    LeaveRow counted(LocalDateTime end, int total, boolean preliminary, boolean tooLittle, int version, Instant now) {
        return new LeaveRow(
                requestId,
                number,
                personId,
                typeKey,
                startAt,
                end,
                total,
                handoverId,
                state,
                preliminary,
                tooLittle,
                version,
                createdAt,
                now);
    }
}
