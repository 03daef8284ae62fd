package io.tongban.process;

import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.process.engine.Engine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks that change hands: claim, release, transfer. The task keeps its id. */
@Component
class Holders {

    private final Engine engine;
    private final Works works;
    private final InboxMapper inbox;
    private final People people;

    Holders(Engine engine, Works works, InboxMapper inbox, People people) {
        this.engine = engine;
        this.works = works;
        this.inbox = inbox;
        this.people = people;
    }

    EntryRow claim(Work work, InboxRow task, Actions.Once once) {
        if (!task.owner().startsWith("role:")) {
            throw Problem.refused("process:not-allowed-here");
        }
        engine.assign(task.id(), work.actor.id());
        hand(work, task, work.actor.id(), task.owner());
        return recorded(work, task, "claim", null, once, "todo", task.revision() + 1);
    }

    EntryRow release(Work work, InboxRow task, Actions.Once once) {
        var pool = java.util.Objects.requireNonNull(task.pool());
        engine.unassign(task.id());
        hand(work, task, pool, pool);
        return recorded(work, task, "release", null, once, "todo", task.revision() + 1);
    }

    EntryRow transfer(Work work, InboxRow task, List<InboxRow> rows, Tasks.Input input, Actions.Once once) {
        var to = input.to();
        if (to == null || !people.present(to)) {
            throw Problem.refused("kernel:invalid").field("to", "process:transfer-to-nobody");
        }
        if (to.equals(work.actor.id())) {
            throw Problem.refused("kernel:invalid").field("to", "process:transfer-to-self");
        }
        if (to.equals(work.request.applicantId())) {
            throw Problem.refused("kernel:invalid").field("to", "process:transfer-to-applicant");
        }
        engine.assign(task.id(), to);
        rows.stream()
                .filter(r -> !r.owner().equals(task.owner()) && r.state().equals("todo"))
                .forEach(r -> inbox.change(
                        r.id(),
                        r.owner(),
                        r.owner(),
                        "gone",
                        work.request.updatedAt(),
                        r.revision() + 1,
                        r.pool(),
                        null,
                        null));
        rows.stream().filter(r -> r.owner().equals(to)).forEach(r -> inbox.delete(r.id(), to));
        hand(work, task, to, task.pool() == null ? task.owner() : task.pool());
        works.tellTask(work, task.id(), List.of(to));
        var name = people.find(to).map(io.tongban.org.Person::name).orElse("");
        var text = input.comment() == null || input.comment().isBlank()
                ? "→ " + name
                : "→ " + name + "\n" + input.comment();
        return recorded(work, task, "transfer", text, once, "todo", task.revision() + 1);
    }

    /** {@code pool} remembers where the task came from, so that whoever might have had it learns who has it now. */
    private void hand(Work work, InboxRow task, String to, String pool) {
        inbox.change(task.id(), task.owner(), to, "todo", task.at(), task.revision() + 1, pool, null, null);
        // Whoever had it in the list sees it go, whoever may have it sees it come.
        List.of(task.owner(), pool, to).forEach(owner -> work.told.addAll(works.peopleOf(owner)));
        works.write(work);
    }

    static EntryRow recorded(
            Work work,
            InboxRow task,
            String action,
            @Nullable String text,
            Actions.Once once,
            String state,
            int revision) {
        return EntryRow.of(work, action, task.step(), task.id(), text, once, state + "|" + revision);
    }
}
