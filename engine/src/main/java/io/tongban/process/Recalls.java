package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people take back: a decision that nobody has built upon yet, work given to somebody else, an approved request. */
@Component
class Recalls {

    /** Lines of the trail that move nothing. */
    static final Set<String> WORDS = Set.of("comment", "urge", "copy", "remind", "relate", "suspend", "resume");

    private static final Set<String> TAKEN_BACK = Set.of("approve", "complete", "abstain", "reject");

    record Revoking(boolean offered, @Nullable String whyNot) {}

    private final Engine engine;
    private final Works works;
    private final Actions actions;
    private final Endings endings;
    private final Decisions decisions;
    private final Signers signers;
    private final Ballots ballots;
    private final Deciding deciding;
    private final Asking asking;
    private final RequestMapper requests;
    private final InboxMapper inbox;
    private final People people;
    private final Texts texts;
    private final TransactionTemplate rolledBack;
    private final ZoneId zone;
    private final Clock clock;

    Recalls(
            Engine engine,
            Works works,
            Actions actions,
            Endings endings,
            Decisions decisions,
            Signers signers,
            Ballots ballots,
            Deciding deciding,
            Asking asking,
            RequestMapper requests,
            InboxMapper inbox,
            People people,
            Texts texts,
            PlatformTransactionManager transactions,
            ZoneId zone,
            Clock clock) {
        this.engine = engine;
        this.works = works;
        this.actions = actions;
        this.endings = endings;
        this.decisions = decisions;
        this.signers = signers;
        this.ballots = ballots;
        this.deciding = deciding;
        this.asking = asking;
        this.requests = requests;
        this.inbox = inbox;
        this.people = people;
        this.texts = texts;
        this.rolledBack = new TransactionTemplate(transactions);
        this.zone = zone;
        this.clock = clock;
    }

    /** Takes back the own decision while nobody has built upon it, or work that somebody else was to deal with. */
    EntryRow takeBack(Work work, InboxRow task, UserStep step, Tasks.Input input, Actions.Once once) {
        Requests.requireRunning(work.request);
        if (task.state().equals("waiting")) {
            return recall(work, task, step, input, once);
        }
        if (!task.state().equals("done")
                || !work.actor.id().equals(task.closedBy())
                || !TAKEN_BACK.contains(String.valueOf(task.action()))) {
            throw Problem.refused("process:nothing-to-take-back");
        }
        var open = inbox.ofTask(task.requestId(), task.taskId()).stream().anyMatch(InboxRow::pending);
        if (open && task.part() != null) {
            again(work, task, step);
        } else {
            moveBack(work, task, step);
        }
        return Holders.recorded(work, task, "take-back", input.comment(), once, "todo", task.revision() + 1);
    }

    private EntryRow recall(Work work, InboxRow task, UserStep step, Tasks.Input input, Actions.Once once) {
        var poll = ballots.poll(task.taskId(), step);
        var asked = poll.added(task.id()).stream()
                .filter(seat -> seat.part().equals("delegate") && seat.pending())
                .toList();
        if (asked.isEmpty()) {
            throw Problem.refused("process:nothing-to-take-back");
        }
        asked.forEach(seat -> signers.remove(work, poll, seat));
        works.tellRequest(
                work,
                "process.signer-removed",
                asked.stream().map(SeatRow::personId).toList());
        decisions.settle(work, poll, step, Map.of(), () -> {});
        return Holders.recorded(work, task, "take-back", input.comment(), once, "todo", task.revision() + 1);
    }

    /** The vote is still open: the ballot is open again. */
    private void again(Work work, InboxRow task, UserStep step) {
        var poll = ballots.poll(task.taskId(), step);
        var seat = poll.seat(task.id());
        if (seat.asked() || builtUpon(poll, seat)) {
            throw Problem.conflict("process:moved-on");
        }
        ballots.put(poll, seat.undecided());
        var open = task.as("waiting", task.owner(), clock.instant()).closed(null, null);
        inbox.change(asking.heldNow(work, step, open, ballots.voices(work, poll), asking.values(work)), task.owner());
        decisions.settle(work, poll, step, Map.of(), () -> {});
    }

    private boolean builtUpon(Poll poll, SeatRow seat) {
        return poll.all().stream()
                .anyMatch(other -> other.ballot() != null
                        && (seat.id().equals(other.parentId()) && other.part().equals("after")
                                || deciding.inOrder(seat.way())
                                        && java.util.Objects.equals(other.batch(), seat.batch())
                                        && other.position() > seat.position()));
    }

    /** Whether taking it back is worth offering now; the deed itself looks again, behind the lock. */
    boolean offered(Actor reader, InboxRow task, RequestRow request, Model model, UserStep step) {
        if (!request.running() || request.suspended()) {
            return false;
        }
        if (task.state().equals("waiting")) {
            return task.part() != null
                    && reader.id().equals(task.owner())
                    && ballots.poll(task.taskId(), step).added(task.id()).stream()
                            .anyMatch(seat -> seat.part().equals("delegate") && seat.pending());
        }
        if (!task.state().equals("done")
                || !reader.id().equals(task.closedBy())
                || !TAKEN_BACK.contains(String.valueOf(task.action()))) {
            return false;
        }
        if (task.part() != null
                && inbox.ofTask(task.requestId(), task.taskId()).stream().anyMatch(InboxRow::pending)) {
            var poll = ballots.poll(task.taskId(), step);
            return !builtUpon(poll, poll.seat(task.id()));
        }
        var last = last(request.id());
        return last != null
                && task.id().equals(last.taskId())
                && reader.id().equals(last.personId())
                && model.branches().isPlain(step.id());
    }

    /** The process went on: it comes back, and what ran since is undone. */
    private void moveBack(Work work, InboxRow task, UserStep step) {
        var last = last(work.request.id());
        if (last == null || !task.id().equals(last.taskId()) || !work.actor.id().equals(last.personId())) {
            throw last == null || last.personId().equals("system")
                    ? Problem.conflict("process:moved-on")
                    : Problem.conflict("process:moved-on-by", name(last.personId()));
        }
        if (!work.model.branches().isPlain(step.id())) {
            throw Problem.refused("process:not-allowed-here");
        }
        endings.undo(work, last.ran(), engine.facts(work.request.instanceId()));
        work.reopened.put(step.id(), new Work.Reopened(task.taskId(), task.id()));
        var branches = work.model.branches();
        engine.move(work.request.instanceId(), step.id(), at -> branches.comesBack(step.id(), at));
        works.write(work);
    }

    private @Nullable EntryRow last(String requestId) {
        var trail = requests.entries(requestId);
        for (int i = trail.size() - 1; i >= 0; i--) {
            var action = trail.get(i).action();
            if (!WORDS.contains(action)
                    && !action.startsWith("auto-")
                    && !trail.get(i).isStandIn()) {
                return trail.get(i);
            }
        }
        return null;
    }

    /** The applicant takes an approved request back, as long as the model allows: what it did is undone. */
    Request revoke(Actor actor, String id, @Nullable String comment, @Nullable Integer revision, @Nullable String key) {
        if (comment == null || comment.isBlank()) {
            throw Problem.refused("kernel:invalid").field("comment", "process:reason-needed");
        }
        var once = actions.once(key, "revoke", id, comment);
        actions.run(actor, once, () -> {
            try (var work = works.open(actor, id)) {
                var request = work.request;
                if (!request.applicantId().equals(actor.id())) {
                    throw actor.may("process.administer") ? Problem.forbidden() : Problem.notFound();
                }
                if (revision != null && revision != request.revision()) {
                    throw Problem.conflict("process:request-moved");
                }
                if (!revocable(work.model, request)) {
                    throw Problem.refused("process:not-revocable");
                }
                var ran = engine.stepsRun(request.instanceId(), work.model);
                var undone = endings.undo(work, ran, works.values(request.facts()));
                if (engine.isRunning(request.instanceId())) {
                    engine.cancel(request.instanceId(), "revoked");
                }
                work.status = "revoked";
                works.tellRequest(work, "process.revoked", involved(work));
                works.write(work);
                return EntryRow.of(work, "revoke", null, null, comment, once, null)
                        .detailed(EntryDetail.undone(undone));
            }
        });
        return Request.of(java.util.Objects.requireNonNull(requests.find(id)));
    }

    /** Whether an approved request may still be revoked. */
    boolean revocable(Model model, RequestRow request) {
        var window = model.revocable();
        return window != null
                && request.status().equals("approved")
                && request.endedAt() != null
                && request.endedAt().atZone(zone).plus(window).toInstant().isAfter(clock.instant());
    }

    /** What is offered to the reader of an approved request: to revoke it, or in words why not though it is not too late. */
    Revoking revoking(Actor reader, Model model, RequestRow request) {
        if (!request.applicantId().equals(reader.id()) || !revocable(model, request)) {
            return new Revoking(false, null);
        }
        return java.util.Objects.requireNonNull(rolledBack.execute(status -> {
            status.setRollbackOnly();
            try (var work = works.open(reader, request)) {
                var ran = engine.stepsRun(request.instanceId(), model);
                var obstacle = endings.obstacle(work, ran, works.values(request.facts()));
                return obstacle == null ? new Revoking(true, null) : new Revoking(false, sentence(obstacle));
            }
        }));
    }

    private String sentence(Problem problem) {
        return texts.get(
                "problem." + problem.code().replace(':', '.'), problem.args().toArray());
    }

    private List<String> involved(Work work) {
        return inbox.ofRequest(work.request.id()).stream()
                .filter(row -> row.state().equals("done") || row.state().equals("copied"))
                .map(InboxRow::owner)
                .distinct()
                .toList();
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse("");
    }
}
