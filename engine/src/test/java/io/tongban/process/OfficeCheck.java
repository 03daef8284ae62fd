package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.org.People;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What holds for every request at every moment: somebody who is here can act, or it waits for a time or an event; the
 * engine, the inbox, the book of votes and the deadlines say the same; nothing is listed twice; of a suspended request
 * everything that would happen by itself stands still, and of no other; and the trail is one chain.
 */
@Component
class OfficeCheck {

    private final ProcessEngine engine;
    private final RequestMapper requests;
    private final InboxMapper inbox;
    private final SeatMapper seats;
    private final DeadlineMapper deadlines;
    private final Ballots ballots;
    private final Approvers approvers;
    private final People people;
    private final io.tongban.process.engine.Models models;
    private final Trails trails;

    OfficeCheck(
            ProcessEngine engine,
            RequestMapper requests,
            InboxMapper inbox,
            SeatMapper seats,
            DeadlineMapper deadlines,
            Ballots ballots,
            Approvers approvers,
            People people,
            io.tongban.process.engine.Models models,
            Trails trails) {
        this.engine = engine;
        this.requests = requests;
        this.inbox = inbox;
        this.seats = seats;
        this.deadlines = deadlines;
        this.ballots = ballots;
        this.approvers = approvers;
        this.people = people;
        this.models = models;
        this.trails = trails;
    }

    void request(String id) {
        trail(id);
        var request = java.util.Objects.requireNonNull(requests.find(id));
        var rows = inbox.ofRequest(id);
        var pending = rows.stream().filter(InboxRow::pending).toList();
        var tasks = engine.getTaskService().createTaskQuery().processInstanceId(request.instanceId()).list().stream()
                .map(Task::getId)
                .collect(Collectors.toSet());
        assertThat(pending.stream().map(InboxRow::taskId).collect(Collectors.toSet()))
                .as("the inbox and the engine know the same tasks of %s", request)
                .isEqualTo(tasks);
        assertThat(pending.stream().map(row -> row.taskId() + row.owner()))
                .as("nothing is listed twice, and nobody has two says in one task: %s", pending)
                .doesNotHaveDuplicates();
        if (request.running()) {
            var someone = rows.stream()
                    .filter(InboxRow::todo)
                    .flatMap(row -> approvers.people(java.util.List.of(row.owner())).stream())
                    .anyMatch(person -> people.present(person));
            assertThat(someone || waits(request.instanceId()))
                    .as("somebody can act on %s or it waits for something: %s", request, rows)
                    .isTrue();
        } else {
            assertThat(pending.isEmpty() || waits(request.instanceId()))
                    .as("nothing is open of what has ended: %s", pending)
                    .isTrue();
        }
        tasks.forEach(task -> vote(request, task));
        assertThat(deadlines.ofRequest(id).stream()
                        .filter(row -> row.step() != null && row.endedAt() == null)
                        .map(DeadlineRow::id)
                        .collect(Collectors.toSet()))
                .as("deadlines of what is open, and of nothing else, of %s", request)
                .isEqualTo(pending.stream()
                        .filter(row -> models.of(request.definitionId())
                                .step(String.valueOf(row.step()))
                                .timing()
                                .isTimed())
                        .map(InboxRow::taskId)
                        .collect(Collectors.toSet()));
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(request.instanceId())
                        .list())
                .as("what would happen by itself, of %s", request)
                .allMatch(job -> job.isSuspended() == request.suspended());
    }

    /** Whatever happens to a request, its trail is one chain to the end, and it stands as its latest line says. */
    private void trail(String id) {
        var trail = trails.of(id).orElseThrow();
        var before = id;
        var seq = 0;
        for (var line : trail.lines()) {
            assertThat(line.seq()).as("number of %s", line).isEqualTo(++seq);
            assertThat(line.link()).as("link of %s", line).isEqualTo(Chain.link(before, line.body()));
            assertThat(line.state()).as("words of %s", line).isNotEqualTo(Trails.State.CHANGED);
            before = line.link();
        }
        assertThat(seq).isPositive();
        assertThat(trail.stands())
                .as("the request is as the last of its lines says: %s", trail)
                .isTrue();
    }

    private boolean waits(String instance) {
        return engine.getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance)
                                .count()
                        > 0
                || engine.getRuntimeService()
                                .createEventSubscriptionQuery()
                                .processInstanceId(instance)
                                .count()
                        > 0;
    }

    private void vote(RequestRow request, String task) {
        var rows = inbox.ofTask(request.id(), task);
        var book = seats.ofTask(task);
        var seated = rows.stream().filter(row -> row.part() != null).toList();
        // Whoever need not be asked again has decided by rule and was never asked.
        assertThat(seated.stream().map(InboxRow::id))
                .as("every seat has a row")
                .doesNotHaveDuplicates()
                .isSubsetOf(book.stream().map(SeatRow::id).toList())
                .containsAll(book.stream()
                        .filter(seat -> !"approve".equals(seat.ballot()) || seat.parentId() != null)
                        .map(SeatRow::id)
                        .toList());
        if (book.isEmpty()) {
            return;
        }
        var step = models.of(request.definitionId())
                .step(String.valueOf(rows.get(0).step()));
        var poll = ballots.poll(task, step);
        assertThat(poll.verdict()).as("an open task is not decided: %s", book).isNull();
        assertThat(poll.settled())
                .as("whose turn it is")
                .containsExactlyInAnyOrderElementsOf(
                        book.stream().filter(SeatRow::pending).toList());
        for (var seat : book) {
            var row = seated.stream()
                    .filter(one -> one.id().equals(seat.id()))
                    .findFirst()
                    .orElse(null);
            if (row == null) {
                continue;
            }
            var expected = switch (seat.state()) {
                case "open" -> Set.of("todo");
                case "waiting" -> Set.of("waiting");
                case "done" -> Set.of("done");
                default -> Set.of("gone");
            };
            assertThat(expected).as("%s %s", seat, row).contains(row.state());
            if (seat.pending()) {
                assertThat(row.behalf() == null ? row.owner() : row.behalf())
                        .as("a seat is its owner's, whoever holds it: %s %s", seat, row)
                        .isEqualTo(seat.personId());
            }
        }
    }
}
