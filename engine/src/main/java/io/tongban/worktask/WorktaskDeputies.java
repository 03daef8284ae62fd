package io.tongban.worktask;

import io.tongban.kernel.Actor;
import io.tongban.org.People;
import io.tongban.process.Approvers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who acts as creator and as owner of a task today. For a creator who has left that is the leader, or else the
 * administrators, as the procedure's rule for applicants says; for an owner who has left, whoever acts as creator.
 */
@Component
class WorktaskDeputies {

    private final Approvers approvers;
    private final People people;

    WorktaskDeputies(Approvers approvers, People people) {
        this.approvers = approvers;
        this.people = people;
    }

    boolean isCreator(Actor actor, WorktaskRow task) {
        if (task.creatorId().equals(actor.id())) {
            return true;
        }
        var found = find(task);
        return found.people().contains(actor.id())
                || found.role() != null && actor.roles().contains(found.role());
    }

    boolean isOwner(Actor actor, WorktaskRow task) {
        return task.ownerId().equals(actor.id()) || !people.present(task.ownerId()) && isCreator(actor, task);
    }

    /** Everybody who acts as creator: one person, or all administrators. */
    List<String> creators(WorktaskRow task) {
        var found = find(task);
        return found.role() == null ? found.people() : approvers.people(List.of("role:" + found.role()));
    }

    /** The owner, or everybody who acts as owner. */
    List<String> owners(WorktaskRow task) {
        return people.present(task.ownerId()) ? List.of(task.ownerId()) : creators(task);
    }

    /** The one person who acts as creator; null when that falls to several. */
    @Nullable
    String creator(WorktaskRow task) {
        var found = find(task);
        return found.role() == null && found.people().size() == 1
                ? found.people().get(0)
                : null;
    }

    private Approvers.Found find(WorktaskRow task) {
        return approvers.find(Approvers.Question.applicant(task.creatorId()));
    }
}
