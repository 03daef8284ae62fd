package io.tongban.worktask;

import io.tongban.kernel.OneOf;
import io.tongban.org.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task in a list.
 *
 * @param remedied its delay was explained
 * @param roles of the reader
 * @param yours the reader is to do something now
 */
record WorktaskItem(
        String id,
        String number,
        String name,
        Who owner,
        LocalDate start,
        LocalDate end,
        @OneOf({"low", "normal", "high", "urgent"}) String priority,

        @OneOf({"planned", "doing", "accepting", "closed", "cancelled"})
        String stage,

        int progress,
        int round,
        boolean late,
        boolean remedied,

        @OneOf({"owner", "creator", "participant", "acceptor"})
        List<String> roles,

        boolean yours,
        Instant updatedAt,
        @Nullable Instant endedAt) {

    static WorktaskItem of(WorktaskRow task, @Nullable PersonRow mine, Map<String, Person> names, Instant now) {
        var roles = new ArrayList<String>();
        if (mine != null) {
            if (mine.owner()) {
                roles.add("owner");
            }
            if (mine.creator()) {
                roles.add("creator");
            }
            if (mine.acceptor()) {
                roles.add("acceptor");
            }
            if (mine.participant()) {
                roles.add("participant");
            }
        }
        var yours = mine != null
                && (mine.owner() && task.stage().working() || task.stage() == Stage.ACCEPTING && mine.isWaiting());
        return new WorktaskItem(
                task.requestId(),
                task.number(),
                task.name(),
                Who.of(names, task.ownerId()),
                task.startOn(),
                task.endOn(),
                task.priority(),
                task.stage().key(),
                task.progress(),
                task.round(),
                task.late(now),
                task.isRemedied(),
                roles,
                yours,
                task.updatedAt(),
                task.endedAt());
    }
}
