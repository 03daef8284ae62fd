package io.tongban.process;

import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model.UserStep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tasks that get more people: delegate, consult, add and remove signers. A task keeps its id. */
@Component
class Signers {

    private static final int MOST = 50;

    private final Engine engine;
    private final Works works;
    private final InboxMapper inbox;
    private final Holders holders;
    private final Ballots ballots;
    private final SeatMapper seats;
    private final Decisions decisions;
    private final Deciding deciding;
    private final Asking asking;
    private final Clock clock;

    Signers(
            Engine engine,
            Works works,
            InboxMapper inbox,
            Holders holders,
            Ballots ballots,
            SeatMapper seats,
            Decisions decisions,
            Deciding deciding,
            Asking asking,
            Clock clock) {
        this.engine = engine;
        this.works = works;
        this.inbox = inbox;
        this.holders = holders;
        this.ballots = ballots;
        this.seats = seats;
        this.decisions = decisions;
        this.deciding = deciding;
        this.asking = asking;
        this.clock = clock;
    }

    /** Somebody else deals with it and gives it back; until then it waits. */
    EntryRow delegate(
            Work work, InboxRow task, List<InboxRow> rows, UserStep step, Tasks.Input input, Actions.Once once) {
        return ask(work, task, rows, step, List.of(holders.other(work, input.to(), "to")), "delegate", input, once);
    }

    /** Somebody else is asked for an opinion; the task stays where it is. */
    EntryRow consult(
            Work work, InboxRow task, List<InboxRow> rows, UserStep step, Tasks.Input input, Actions.Once once) {
        return ask(work, task, rows, step, List.of(holders.other(work, input.to(), "to")), "consult", input, once);
    }

    private EntryRow ask(
            Work work,
            InboxRow task,
            List<InboxRow> rows,
            UserStep step,
            List<String> whom,
            String part,
            Tasks.Input input,
            Actions.Once once) {
        var poll = seated(work, task, rows, step);
        holders.requireNew(work, poll, whom, "to");
        add(
                work,
                poll,
                task,
                step,
                whom,
                part,
                "all",
                part.equals("delegate") ? "process.delegated" : "process.consulted");
        works.write(work);
        return Holders.recorded(
                work, task, part, holders.named(whom, input.comment()), once, state(poll, task), task.revision() + 1);
    }

    EntryRow addSigners(
            Work work, InboxRow task, List<InboxRow> rows, UserStep step, Tasks.Input input, Actions.Once once) {
        var where = input.where() == null ? "" : input.where();
        if (!Set.of("before", "beside", "after").contains(where)) {
            throw Problem.refused("kernel:invalid").field("where", "process:no-such-place");
        }
        var mode = input.mode() == null ? "all" : input.mode();
        if (!deciding.understands(mode)) {
            throw Problem.refused("kernel:invalid").field("mode", "process:no-such-mode");
        }
        var named = input.people() == null ? List.<String>of() : input.people();
        if (named.isEmpty() || named.size() > MOST) {
            throw Problem.refused("kernel:invalid").field("people", "process:signers-needed", MOST);
        }
        var whom = new LinkedHashSet<String>();
        for (var person : named) {
            whom.add(holders.other(work, person, "people"));
        }
        if (whom.contains(work.request.applicantId())) {
            throw Problem.refused("kernel:invalid").field("people", "process:transfer-to-applicant");
        }
        var poll = seated(work, task, rows, step);
        holders.requireNew(work, poll, whom, "people");
        add(work, poll, task, step, List.copyOf(whom), where, mode, "process.signer-added");
        works.write(work);
        return Holders.recorded(
                work,
                task,
                "add-" + where,
                holders.named(whom, input.comment()),
                once,
                state(poll, task),
                task.revision() + 1);
    }

    /** Whether somebody whom the holder of a decided seat has added is still to decide. */
    boolean stillAsks(InboxRow task) {
        return task.part() != null
                && task.state().equals("done")
                && seats.ofTask(task.taskId()).stream()
                        .anyMatch(seat -> task.id().equals(seat.parentId()) && seat.pending());
    }

    /** Takes back somebody whom the actor added or asked, as long as that person has not decided. */
    EntryRow removeSigner(Work work, InboxRow task, UserStep step, Tasks.Input input, Actions.Once once) {
        if (task.part() == null) {
            throw Problem.refused("kernel:invalid").field("person", "process:no-such-signer");
        }
        var poll = ballots.poll(task.taskId(), step);
        var seat = poll.added(task.id()).stream()
                .filter(one -> one.personId().equals(input.person()))
                .findFirst()
                .orElseThrow(() -> Problem.refused("kernel:invalid").field("person", "process:no-such-signer"));
        if (!seat.pending()) {
            throw Problem.conflict("process:signer-decided", holders.name(seat.personId()));
        }
        remove(work, poll, seat);
        works.tellRequest(work, "process.signer-removed", List.of(seat.personId()));
        decisions.settle(work, poll, step, Map.of(), () -> {});
        return Holders.recorded(
                work,
                task,
                "remove-signer",
                holders.named(List.of(seat.personId()), input.comment()),
                once,
                state(poll, task),
                task.revision() + 1);
    }

    /** A seat and everybody below it. */
    void remove(Work work, Poll poll, SeatRow seat) {
        poll.added(seat.id()).stream().filter(SeatRow::pending).forEach(child -> remove(work, poll, child));
        ballots.put(poll, seat.in("removed"));
        inbox.ofTask(work.request.id(), seat.taskId()).stream()
                .filter(row -> row.id().equals(seat.id()) && row.pending())
                .forEach(row -> {
                    inbox.change(row.as("gone", row.owner(), clock.instant()), row.owner());
                    work.told.addAll(works.peopleOf(row.owner()));
                });
    }

    /** Whoever was asked answers: the work comes back, or the opinion is there. */
    EntryRow answer(Work work, InboxRow task, UserStep step, String action, Tasks.Input input, Actions.Once once) {
        if (input.comment() == null || input.comment().isBlank()) {
            throw Problem.refused("kernel:invalid").field("comment", "process:opinion-needed");
        }
        var poll = ballots.poll(task.taskId(), step);
        var seat = poll.seat(task.id());
        ballots.put(poll, seat.decided("approve", clock.instant()));
        inbox.change(task.as("done", work.actor.id(), clock.instant()).closed(action, work.actor.id()), task.owner());
        ballots.settle(work, poll, "process.task");
        var asker = poll.seat(String.valueOf(seat.parentId()));
        works.tellTask(
                work,
                action.equals("reply") ? "process.replied" : "process.given-back",
                asker.id(),
                List.of(asker.personId()));
        works.write(work);
        return Holders.recorded(work, task, action, input.comment(), once, "done", task.revision() + 1)
                .on(task.behalf(), null);
    }

    /** The book of the task; one person who held it alone gets the first seat in it. */
    private Poll seated(Work work, InboxRow task, List<InboxRow> rows, UserStep step) {
        if (task.part() != null) {
            return ballots.poll(task.taskId(), step);
        }
        engine.assign(task.taskId(), work.actor.id());
        holders.alone(work, task, rows);
        var seat = new SeatRow(
                task.id(),
                task.taskId(),
                task.requestId(),
                task.behalf() == null ? work.actor.id() : task.behalf(),
                null,
                "member",
                null,
                "all",
                0,
                1,
                false,
                "open",
                null,
                task.why(),
                null);
        return ballots.begin(work, task, seat, step);
    }

    private void add(
            Work work,
            Poll poll,
            InboxRow task,
            UserStep step,
            List<String> whom,
            String part,
            String way,
            String kind) {
        var batch = Ids.next();
        var added = new ArrayList<SeatRow>();
        for (var person : whom) {
            added.add(new SeatRow(
                    Ids.next(),
                    task.taskId(),
                    task.requestId(),
                    person,
                    task.id(),
                    part,
                    batch,
                    way,
                    added.size(),
                    1,
                    false,
                    "waiting",
                    null,
                    part + "|" + work.actor.name(),
                    null));
        }
        // An opinion is that of the person who was asked; everything else a deputy does too.
        var standIns = part.equals("consult")
                ? Map.<String, String>of()
                : asking.standIns(work, step, task.taskId(), whom, ballots.voices(work, poll), asking.values(work));
        ballots.add(work, poll, added, standIns, task, step, kind);
    }

    private static String state(Poll poll, InboxRow task) {
        return poll.seat(task.id()).state().equals("open")
                ? "todo"
                : poll.seat(task.id()).state();
    }
}
