package io.tongban.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's say in a task of the engine: a member of the vote, somebody who was added to it, or somebody who was
 * asked to deal with it or for an opinion. The id is that of the person's row in the inbox.
 *
 * @param part {@code member}, {@code before}, {@code beside}, {@code after}, {@code delegate} or {@code consult}
 * @param parent the seat that added this one, null for members
 * @param batch what was added together, null for members
 * @param way deciding way of the batch, for members that of the step
 * @param state {@code waiting} for its turn, {@code open}, {@code done}, {@code gone} (no longer needed), {@code removed}
 * @param ballot {@code approve}, {@code reject} or {@code abstain}
 */
record SeatRow(
        String id,
        String taskId,
        String requestId,
        String personId,
        @Nullable String parentId,
        String part,
        @Nullable String batch,
        String way,
        int position,
        int weight,
        boolean veto,
        String state,
        @Nullable String ballot,
        @Nullable String why,
        @Nullable Instant decidedAt) {

    boolean asked() {
        return part.equals("delegate") || part.equals("consult");
    }

    boolean pending() {
        return state.equals("waiting") || state.equals("open");
    }

    boolean present() {
        return !state.equals("removed");
    }

    SeatRow in(String newState) {
        return new SeatRow(
                id, taskId, requestId, personId, parentId, part, batch, way, position, weight, veto, newState, ballot,
                why, decidedAt);
    }

    SeatRow decided(String choice, Instant now) {
        return new SeatRow(
                id, taskId, requestId, personId, parentId, part, batch, way, position, weight, veto, "done", choice,
                why, now);
    }

    SeatRow undecided() {
        return new SeatRow(
                id, taskId, requestId, personId, parentId, part, batch, way, position, weight, veto, "waiting", null,
                why, null);
    }

    SeatRow heldBy(String person) {
        return new SeatRow(
                id, taskId, requestId, person, parentId, part, batch, way, position, weight, veto, state, ballot, why,
                decidedAt);
    }

    SeatRow of(String newTask) {
        return new SeatRow(
                id, newTask, requestId, personId, parentId, part, batch, way, position, weight, veto, state, ballot,
                why, decidedAt);
    }
}
