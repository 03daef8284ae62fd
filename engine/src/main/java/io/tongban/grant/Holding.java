package io.tongban.grant;

import io.tongban.access.Entitlements;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked for a thing, and what became of it. Holder, thing and end are those of the request.
 *
 * @param holderId id of a person or a department
 * @param until {@link Entitlements#NEVER} without end
 * @param external IT opened it and closes it
 * @param ending why it ended: {@code expired revoked returned renewed left}
 */
record Holding(
        String requestId,
        String number,
        String thingId,
        Entitlements.Holder holderKind,
        String holderId,
        String applicantId,
        State state,
        Instant untilAt,
        boolean external,
        @Nullable Instant heldAt,
        @Nullable Instant endedAt,
        @Nullable String ending,
        @Nullable String endedBy,
        @Nullable String note,
        Instant createdAt,
        Instant updatedAt) {

    enum State {
        ASKED,
        HELD,
        ENDED,
        DROPPED
    }

    boolean endless() {
        return !untilAt.isBefore(Entitlements.NEVER);
    }

    boolean ofDepartment() {
        return holderKind == Entitlements.Holder.DEPARTMENT;
    }

    boolean heldAt(Instant now) {
        return state == State.HELD && untilAt.isAfter(now);
    }

    Holding dropped(Instant now) {
        return with(State.DROPPED, heldAt, endedAt, ending, endedBy, note, now);
    }

    Holding held(Instant now) {
        return with(State.HELD, now, null, null, null, null, now);
    }

    Holding ended(String why, String by, @Nullable String note, Instant now) {
        return with(State.ENDED, heldAt, now, why, by, note, now);
    }

    private Holding with(
            State next,
            @Nullable Instant held,
            @Nullable Instant ended,
            @Nullable String why,
            @Nullable String by,
            @Nullable String words,
            Instant now) {
        return new Holding(
                requestId,
                number,
                thingId,
                holderKind,
                holderId,
                applicantId,
                next,
                untilAt,
                external,
                held,
                ended,
                why,
                by,
                words,
                createdAt,
                now);
    }
}
