package io.tongban.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One task for one owner (person id or {@code role:KEY}).
 *
 * @param state {@code todo}, {@code waiting} for others first, {@code done}, {@code gone} (no longer needed), or
 *     {@code copied}
 * @param taskId the engine's task; the same as the id unless several people have a say in it
 * @param behalf person for whom the owner acts, null for the owner
 * @param part what the owner is to a vote, null where the owner decides alone
 */
record InboxRow(
        String id,
        String owner,
        String state,
        Instant at,
        String requestId,
        String processKey,
        @Nullable String step,
        Instant since,
        @Nullable Instant dueAt,
        int priority,
        int revision,
        @Nullable String pool,
        @Nullable String action,
        @Nullable String closedBy,
        @Nullable String why,
        String taskId,
        @Nullable String behalf,
        @Nullable String part) {

    static final int PRIORITY = 50;

    /** A task that reaches an owner now. */
    static InboxRow open(
            Work work,
            String id,
            String taskId,
            String owner,
            String step,
            Instant now,
            @Nullable Instant due,
            @Nullable String pool,
            @Nullable String why,
            @Nullable String behalf,
            @Nullable String part) {
        return new InboxRow(
                id,
                owner,
                "todo",
                now,
                work.request.id(),
                work.model.key(),
                step,
                now,
                due,
                PRIORITY,
                1,
                pool,
                null,
                null,
                why,
                taskId,
                behalf,
                part);
    }

    /** A copy for somebody. */
    static InboxRow copy(Work work, String person, Instant now) {
        var id = io.tongban.kernel.Ids.next();
        return new InboxRow(
                id,
                person,
                "copied",
                now,
                work.request.id(),
                work.model.key(),
                null,
                now,
                null,
                PRIORITY,
                1,
                null,
                null,
                null,
                null,
                id,
                null,
                null);
    }

    boolean todo() {
        return state.equals("todo");
    }

    boolean pending() {
        return todo() || state.equals("waiting");
    }

    InboxRow as(String newState, String newOwner, Instant moment) {
        return new InboxRow(
                id,
                newOwner,
                newState,
                moment,
                requestId,
                processKey,
                step,
                since,
                dueAt,
                priority,
                revision + 1,
                pool,
                action,
                closedBy,
                why,
                taskId,
                behalf,
                part);
    }

    InboxRow from(@Nullable String newPool) {
        return new InboxRow(
                id,
                owner,
                state,
                at,
                requestId,
                processKey,
                step,
                since,
                dueAt,
                priority,
                revision,
                newPool,
                action,
                closedBy,
                why,
                taskId,
                behalf,
                part);
    }

    InboxRow closed(@Nullable String newAction, @Nullable String by) {
        return new InboxRow(
                id,
                owner,
                state,
                at,
                requestId,
                processKey,
                step,
                since,
                dueAt,
                priority,
                revision,
                pool,
                newAction,
                by,
                why,
                taskId,
                behalf,
                part);
    }

    InboxRow of(String newTask, @Nullable String newPart) {
        return new InboxRow(
                id,
                owner,
                state,
                at,
                requestId,
                processKey,
                step,
                since,
                dueAt,
                priority,
                revision,
                pool,
                action,
                closedBy,
                why,
                newTask,
                behalf,
                newPart);
    }

    InboxRow actingFor(@Nullable String person) {
        return new InboxRow(
                id,
                owner,
                state,
                at,
                requestId,
                processKey,
                step,
                since,
                dueAt,
                priority,
                revision,
                pool,
                action,
                closedBy,
                why,
                taskId,
                person,
                part);
    }
}
