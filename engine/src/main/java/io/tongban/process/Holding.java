package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which of the rows of a task is somebody's, and what whoever comes too late is told. */
@Component
class Holding {

    private final People people;
    private final ZoneId zone;

    Holding(People people, ZoneId zone) {
        this.people = people;
        this.zone = zone;
    }

    /** The actor's task, open or done, or one that somebody else of the same role has, or that the actor handed on. */
    InboxRow visible(Actor actor, List<InboxRow> rows) {
        return held(actor, rows).or(() -> given(actor, rows)).orElseThrow(Problem::notFound);
    }

    /** Whoever might have had the task, or handed it on, is told who has it or what became of it. */
    InboxRow actable(Actor actor, List<InboxRow> rows) {
        return held(actor, rows).orElseThrow(() -> {
            var taken = given(actor, rows).orElseThrow(Problem::notFound);
            return taken.state().equals("todo")
                    ? Problem.conflict("process:already-taken", name(taken.owner()))
                    : closed(rows);
        });
    }

    private static Optional<InboxRow> given(Actor actor, List<InboxRow> rows) {
        var owners = Access.owners(actor);
        return rows.stream()
                .filter(row -> row.pool() != null && owners.contains(row.pool()))
                .findFirst();
    }

    /** The actor's own row first, then a row of one of the actor's roles; anybody else's task does not exist. */
    private static Optional<InboxRow> held(Actor actor, List<InboxRow> rows) {
        var owners = Access.owners(actor);
        return rows.stream()
                .filter(row -> owners.contains(row.owner()) && !row.state().equals("copied"))
                .min(java.util.Comparator.comparing(
                                (InboxRow row) -> !row.state().equals("todo"))
                        .thenComparing(row -> owners.indexOf(row.owner())));
    }

    void requireOpen(InboxRow task, List<InboxRow> rows) {
        if (task.state().equals("waiting")) {
            throw Problem.conflict("process:waits-for-others");
        }
        if (!task.todo()) {
            throw closed(rows);
        }
    }

    private Problem closed(List<InboxRow> rows) {
        var closed = rows.stream().filter(row -> row.closedBy() != null).findFirst();
        if (closed.isEmpty()) {
            return Problem.conflict("process:no-longer-open");
        }
        var at = DateTimeFormatter.ofPattern("M-d HH:mm")
                .withZone(zone)
                .format(closed.get().at());
        var by = java.util.Objects.requireNonNull(closed.get().closedBy());
        return Problem.conflict("process:already-" + closed.get().action(), name(by), at);
    }

    private String name(String personId) {
        return people.find(personId).map(io.tongban.org.Person::name).orElse("");
    }
}
