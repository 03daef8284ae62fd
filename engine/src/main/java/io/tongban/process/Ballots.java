package io.tongban.process;

import io.tongban.process.engine.Model.UserStep;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the book of a vote and the inbox in step: who is asked now, who waits, who is no longer needed. */
@Component
class Ballots {

    private final SeatMapper seats;
    private final InboxMapper inbox;
    private final Deciding deciding;
    private final Works works;
    private final Clock clock;

    Ballots(SeatMapper seats, InboxMapper inbox, Deciding deciding, Works works, Clock clock) {
        this.seats = seats;
        this.inbox = inbox;
        this.deciding = deciding;
        this.works = works;
        this.clock = clock;
    }

    Poll poll(String task, UserStep step) {
        return new Poll(
                seats.ofTask(task),
                deciding,
                step.vote() == null ? null : step.vote().quorum());
    }

    /**
     * Opens the seats of a new vote whose turn it is.
     *
     * @param standIns deputies by person
     * @return who holds a row now
     */
    Set<String> open(Work work, Poll poll, UserStep step, @Nullable Instant due, Map<String, String> standIns) {
        var owners = new LinkedHashSet<String>();
        var now = clock.instant();
        for (var seat : poll.settled()) {
            if (seat.state().equals("open")) {
                work.seats.replaceAll(known -> known.id().equals(seat.id()) ? seat : known);
            }
            var deputy = standIns.get(seat.personId());
            var row = row(work, seat, step, due, deputy, now);
            work.tasks.add(seat.state().equals("open") ? row : row.as("waiting", row.owner(), now));
            if (seat.state().equals("open")) {
                owners.add(row.owner());
            }
        }
        return owners;
    }

    private static InboxRow row(
            Work work, SeatRow seat, UserStep step, @Nullable Instant due, @Nullable String deputy, Instant now) {
        return InboxRow.open(
                work,
                seat.id(),
                seat.taskId(),
                deputy == null ? seat.personId() : deputy,
                step.id(),
                now,
                due,
                deputy == null ? null : seat.personId(),
                seat.why(),
                deputy == null ? null : seat.personId(),
                seat.part());
    }

    /** Whoever held a task alone gets a seat, so that others can be added to it. */
    Poll begin(Work work, InboxRow task, SeatRow seat, UserStep step) {
        seats.insert(List.of(seat));
        inbox.change(
                task.as("todo", work.actor.id(), task.at())
                        .from(task.pool() == null ? task.owner() : task.pool())
                        .of(task.taskId(), "member"),
                task.owner());
        return new Poll(
                List.of(seat),
                deciding,
                step.vote() == null ? null : step.vote().quorum());
    }

    /** Everybody who has a say in a task, in the own name or in somebody else's. */
    Set<String> voices(Work work, Poll poll) {
        return poll.all().isEmpty()
                ? Set.of()
                : voices(
                        poll.all(),
                        inbox.ofTask(work.request.id(), poll.all().get(0).taskId()));
    }

    static Set<String> voices(Collection<SeatRow> book, Collection<InboxRow> rows) {
        var voices = new LinkedHashSet<String>();
        book.stream()
                .filter(seat -> seat.present() && !(seat.asked() && !seat.pending()))
                .forEach(seat -> voices.add(seat.personId()));
        rows.stream()
                .filter(row ->
                        row.pending() || row.behalf() != null && row.state().equals("done"))
                .forEach(row -> voices.add(row.owner()));
        return voices;
    }

    /**
     * Adds seats below one that is there, each with a row in the inbox.
     *
     * @param standIns deputies by person
     */
    void add(
            Work work,
            Poll poll,
            List<SeatRow> added,
            Map<String, String> standIns,
            InboxRow like,
            UserStep step,
            String kind) {
        seats.insert(added);
        added.forEach(poll::put);
        var rows = added.stream()
                .map(seat -> row(work, seat, step, like.dueAt(), standIns.get(seat.personId()), clock.instant()))
                .map(row -> row.as("waiting", row.owner(), row.at()))
                .toList();
        inbox.insert(rows);
        settle(work, poll, kind);
    }

    void put(Poll poll, SeatRow seat) {
        poll.put(seat);
        seats.update(seat);
    }

    /** After something was decided or changed: opens whose turn it is, closes what is no longer needed. */
    void settle(Work work, Poll poll, String kind) {
        var before = new LinkedHashMap<String, SeatRow>();
        poll.all().forEach(seat -> before.put(seat.id(), seat));
        var rows = rows(work, poll);
        var notNeeded = new ArrayList<String>();
        for (var seat : poll.settled()) {
            var was = java.util.Objects.requireNonNull(before.get(seat.id()));
            if (!seat.state().equals(was.state())) {
                put(poll, seat);
            }
            var row = rows.get(seat.id());
            var state = seat.state().equals("open") ? "todo" : seat.state();
            if (row != null && row.pending() && !row.state().equals(state)) {
                inbox.change(row.as(state, row.owner(), clock.instant()), row.owner());
                if (state.equals("todo")) {
                    works.tellTask(work, kind(seat, kind), row.id(), works.peopleOf(row.owner()));
                } else if (state.equals("gone") && row.todo()) {
                    notNeeded.addAll(works.peopleOf(row.owner()));
                } else {
                    work.told.addAll(works.peopleOf(row.owner()));
                }
            }
        }
        if (!notNeeded.isEmpty()) {
            works.tellRequest(work, "process.not-needed", notNeeded);
        }
    }

    private static String kind(SeatRow seat, String kind) {
        return seat.parentId() == null ? "process.task" : kind;
    }

    private Map<String, InboxRow> rows(Work work, Poll poll) {
        var task = poll.all().get(0).taskId();
        var rows = new LinkedHashMap<String, InboxRow>();
        for (var row : inbox.ofTask(work.request.id(), task)) {
            if (row.part() != null) {
                rows.put(row.id(), row);
            }
        }
        return rows;
    }

    /**
     * A task that went comes again under the engine's new task: whoever returned it or took it back decides again, what
     * others decided stands.
     *
     * @param holder who holds a row that is open again, given everybody who has a say
     * @return who holds it now
     */
    List<String> reopen(
            Work work,
            Work.Reopened again,
            String newTask,
            UserStep step,
            BiFunction<InboxRow, Collection<String>, InboxRow> holder) {
        var now = clock.instant();
        var rows = inbox.ofTask(work.request.id(), again.task());
        var holders = rows.stream().map(InboxRow::owner).toList();
        for (var row : rows) {
            var open = row.id().equals(again.row())
                    && (row.part() != null || row.owner().equals(row.closedBy()));
            var moved = row.of(newTask, row.part());
            var opened = moved.as("todo", row.owner(), now).closed(null, null);
            inbox.change(open ? row.part() == null ? holder.apply(opened, holders) : opened : moved, row.owner());
        }
        var voters = seats.ofTask(again.task());
        if (!voters.isEmpty()) {
            var moved = voters.stream()
                    .map(seat -> seat.of(newTask))
                    .map(seat -> seat.id().equals(again.row()) || seat.state().equals("gone") && !seat.asked()
                            ? seat.undecided()
                            : seat)
                    .toList();
            moved.forEach(seats::update);
            var poll = poll(newTask, step);
            var voices = voices(poll.all(), inbox.ofTask(work.request.id(), newTask));
            for (var seat : poll.settled()) {
                seats.update(seat);
                var row = rows.stream()
                        .filter(one -> one.id().equals(seat.id()) && one.part() != null)
                        .findFirst();
                var state = seat.state().equals("open") ? "todo" : seat.state();
                row.ifPresent(one -> {
                    var held = holder.apply(
                            one.of(newTask, one.part())
                                    .as(state, one.owner(), now)
                                    .closed(null, null),
                            voices);
                    voices.add(held.owner());
                    inbox.change(held, one.owner());
                });
            }
        }
        var open = inbox.ofTask(work.request.id(), newTask).stream()
                .filter(InboxRow::todo)
                .toList();
        open.forEach(row -> works.tellTask(work, "process.task", row.id(), works.peopleOf(row.owner())));
        return open.stream().map(InboxRow::owner).toList();
    }
}
