package io.tongban.process;

import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model.UserStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks that change hands: claim, release, transfer. A task keeps its id. */
@Component
class Holders {

    private final Engine engine;
    private final Works works;
    private final InboxMapper inbox;
    private final Ballots ballots;
    private final Asking asking;
    private final DueDates deadlines;
    private final People people;

    Holders(
            Engine engine,
            Works works,
            InboxMapper inbox,
            Ballots ballots,
            Asking asking,
            DueDates deadlines,
            People people) {
        this.engine = engine;
        this.works = works;
        this.inbox = inbox;
        this.ballots = ballots;
        this.asking = asking;
        this.deadlines = deadlines;
        this.people = people;
    }

    EntryRow claim(Work work, InboxRow task, Actions.Once once) {
        if (!task.owner().startsWith("role:")) {
            throw Problem.refused("process:not-allowed-here");
        }
        engine.assign(task.taskId(), work.actor.id());
        hand(work, task, work.actor.id(), task.owner());
        works.write(work);
        return recorded(work, task, "claim", null, once, "todo", task.revision() + 1);
    }

    EntryRow release(Work work, InboxRow task, Actions.Once once) {
        var pool = java.util.Objects.requireNonNull(task.pool());
        engine.unassign(task.taskId());
        hand(work, task.actingFor(null), pool, pool);
        works.write(work);
        return recorded(work, task, "release", null, once, "todo", task.revision() + 1);
    }

    EntryRow transfer(
            Work work, InboxRow task, List<InboxRow> rows, UserStep step, Tasks.Input input, Actions.Once once) {
        var to = other(work, input.to(), "to");
        if (to.equals(work.request.applicantId())) {
            throw Problem.refused("kernel:invalid").field("to", "process:transfer-to-applicant");
        }
        var holder = give(work, task, rows, step, to, Set.of(work.actor.id()));
        works.tellTask(work, "process.task", task.id(), List.of(holder));
        works.write(work);
        return recorded(work, task, "transfer", named(List.of(to), input.comment()), once, "todo", task.revision() + 1);
    }

    /**
     * A task or a seat goes to somebody, or to whoever stands in for them.
     *
     * @param others who does not get it by standing in
     * @return who holds it now
     */
    String give(Work work, InboxRow task, List<InboxRow> rows, UserStep step, String to, Collection<String> others) {
        var voices = new LinkedHashSet<>(others);
        if (task.part() == null) {
            alone(work, task, rows);
        } else {
            var poll = ballots.poll(task.taskId(), step);
            voices.addAll(ballots.voices(work, poll));
            // A deputy may always give it back to whom it belongs to.
            if (!to.equals(task.behalf())) {
                requireNew(work, poll, List.of(to), "to");
            }
            ballots.put(poll, poll.seat(task.id()).heldBy(to));
        }
        var deputy = to.equals(task.behalf())
                ? null
                : asking.standIns(work, step, task.taskId(), List.of(to), voices, asking.values(work))
                        .get(to);
        var holder = deputy == null ? to : deputy;
        if (task.part() == null) {
            engine.assign(task.taskId(), holder);
            rows.stream().filter(r -> r.owner().equals(holder)).forEach(r -> inbox.delete(r.id(), holder));
        }
        hand(
                work,
                task.actingFor(deputy == null ? null : to),
                holder,
                task.pool() == null ? task.owner() : task.pool());
        deadlines.handed(work, step, task, holder);
        return holder;
    }

    String other(Work work, @Nullable String person, String field) {
        if (person == null || !people.present(person)) {
            throw Problem.refused("kernel:invalid").field(field, "process:transfer-to-nobody");
        }
        if (person.equals(work.actor.id())) {
            throw Problem.refused("kernel:invalid").field(field, "process:transfer-to-self");
        }
        return person;
    }

    /** Nobody has two says in one task. */
    void requireNew(Work work, Poll poll, Iterable<String> whom, String field) {
        var voices = ballots.voices(work, poll);
        for (var person : whom) {
            if (voices.contains(person)) {
                throw Problem.refused("kernel:invalid").field(field, "process:signer-already", name(person));
            }
        }
    }

    /** Others who might have acted no longer can. */
    void alone(Work work, InboxRow task, List<InboxRow> rows) {
        rows.stream()
                .filter(row -> !row.owner().equals(task.owner()) && row.todo())
                .forEach(row -> inbox.change(row.as("gone", row.owner(), work.request.updatedAt()), row.owner()));
    }

    /** {@code pool} remembers where the task came from, so that whoever might have had it learns who has it now. */
    private void hand(Work work, InboxRow task, String to, String pool) {
        inbox.change(task.as("todo", to, task.at()).from(pool), task.owner());
        // Whoever had it in the list sees it go, whoever may have it sees it come.
        List.of(task.owner(), pool, to).forEach(owner -> work.told.addAll(works.peopleOf(owner)));
    }

    String named(Iterable<String> whom, @Nullable String comment) {
        var names = new ArrayList<String>();
        whom.forEach(person -> names.add(name(person)));
        var text = "→ " + String.join("、", names);
        return comment == null || comment.isBlank() ? text : text + "\n" + comment;
    }

    String name(String person) {
        return people.find(person).map(Person::name).orElse("");
    }

    static EntryRow recorded(
            Work work,
            InboxRow task,
            String action,
            @Nullable String text,
            Actions.Once once,
            String state,
            int revision) {
        return EntryRow.of(work, action, task.step(), task.id(), text, once, state + "|" + revision)
                .on(task.behalf(), null);
    }
}
