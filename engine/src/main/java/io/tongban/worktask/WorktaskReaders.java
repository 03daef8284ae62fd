package io.tongban.worktask;

import io.tongban.kernel.Actor;
import io.tongban.org.People;
import io.tongban.process.RequestReaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may read a task and its files: everybody who has to do with it, whoever leads its owner or acts for a creator who
 * has left, and process administrators. For everybody else it does not exist.
 */
@Component
class WorktaskReaders implements RequestReaders {

    private final WorktaskMapper rows;
    private final WorktaskDeputies deputies;
    private final People people;

    WorktaskReaders(WorktaskMapper rows, WorktaskDeputies deputies, People people) {
        this.rows = rows;
        this.deputies = deputies;
        this.people = people;
    }

    /** The task, or null when it does not exist or is not this person's to know. */
    @Nullable
    WorktaskRow readable(Actor actor, String id) {
        var task = rows.find(id);
        return task != null && mayRead(actor, task) ? task : null;
    }

    private boolean mayRead(Actor actor, WorktaskRow task) {
        return rows.person(task.requestId(), actor.id()) != null
                || actor.may("process.administer")
                || people.leaders(task.ownerId()).contains(actor.id())
                || deputies.isCreator(actor, task);
    }

    @Override
    public String processKey() {
        return "worktask";
    }

    @Override
    public boolean mayRead(Actor actor, String requestId) {
        return readable(actor, requestId) != null;
    }
}
