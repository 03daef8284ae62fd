package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.org.OrgEvent;
import io.tongban.org.People;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model.UserStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Open work of whoever leaves goes to whom the rule of its step finds now; where others hold it too, it stays with them.
 * In a vote the seat of a leaver falls away unless nobody else would be left; whoever was waiting for the leaver's answer
 * goes on without it. A while later it is done once more, for work that was on its way to them at that very moment.
 */
@Component
class Leavers {

    private static final int PAGE = 100;
    private static final Duration SETTLES = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Leavers.class);

    private final Engine engine;
    private final Works works;
    private final Trail trail;
    private final InboxMapper inbox;
    private final Seating seating;
    private final Ballots ballots;
    private final Decisions decisions;
    private final Signers signers;
    private final Asking asking;
    private final LeaverMapper leavers;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Leavers(
            Engine engine,
            Works works,
            Trail trail,
            InboxMapper inbox,
            Seating seating,
            Ballots ballots,
            Decisions decisions,
            Signers signers,
            Asking asking,
            LeaverMapper leavers,
            People people,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.engine = engine;
        this.works = works;
        this.trail = trail;
        this.inbox = inbox;
        this.seating = seating;
        this.ballots = ballots;
        this.decisions = decisions;
        this.signers = signers;
        this.asking = asking;
        this.leavers = leavers;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(OrgEvent.PersonLeft left) {
        leavers.remove(left.personId());
        leavers.insert(left.personId(), clock.instant());
        handOn(left.personId());
    }

    @Scheduled(
            initialDelayString = "${tongban.deputies-every:PT30S}",
            fixedDelayString = "${tongban.deputies-every:PT30S}")
    void again() {
        again(clock.instant().minus(SETTLES));
    }

    void again(Instant until) {
        for (var person : leavers.before(until)) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (leavers.remove(person) > 0 && !people.present(person)) {
                        handOn(person);
                    }
                });
            } catch (RuntimeException failure) {
                LOG.warn("Work of {} who has left is looked for again", person, failure);
            }
        }
    }

    private void handOn(String person) {
        var rows = inbox.pending(person, "", "", PAGE);
        // In the order of their requests, as whoever else locks several.
        while (!rows.isEmpty()) {
            rows.forEach(this::handOn);
            var last = rows.get(rows.size() - 1);
            rows = inbox.pending(person, last.requestId(), last.id(), PAGE);
        }
    }

    private void handOn(InboxRow seen) {
        try (var work = works.open(Actor.SYSTEM, seen.requestId())) {
            var open = inbox.byId(seen.id()).stream().filter(InboxRow::pending).toList();
            var theirs = open.stream()
                    .filter(row -> row.owner().equals(seen.owner()))
                    .findFirst()
                    .orElse(null);
            if (theirs == null || theirs.step() == null) {
                return;
            }
            var step = work.model.step(theirs.step());
            if (theirs.part() != null) {
                leaveVote(work, theirs, step);
            } else if (open.size() > 1 || findOthers(work, theirs, step)) {
                inbox.change(theirs.as("gone", theirs.owner(), clock.instant()), theirs.owner());
                works.write(work);
            }
        }
    }

    private void leaveVote(Work work, InboxRow task, UserStep step) {
        var poll = ballots.poll(task.taskId(), step);
        var seat = poll.seat(task.id());
        var alone = seat.part().equals("member") && poll.members().size() == 1;
        if (task.behalf() != null) {
            // The deputy left, not the member.
            hand(work, task, task.behalf(), null);
        } else if (!alone) {
            signers.remove(work, poll, seat);
        } else {
            var voices = ballots.voices(work, poll);
            var to = holdersNow(work, task, step).keySet().stream()
                    .flatMap(owner -> works.peopleOf(owner).stream())
                    .filter(person -> !voices.contains(person))
                    .findFirst();
            if (to.isEmpty()) {
                return;
            }
            ballots.put(poll, seat.heldBy(to.get()));
            hand(
                    work,
                    task,
                    to.get(),
                    deputies(work, task, step, List.of(to.get()), voices).get(to.get()));
        }
        var before = work.request.status();
        decisions.settle(work, poll, step, Map.of(), () -> {});
        if (!work.path.isEmpty() || !work.request.status().equals(before)) {
            // Nobody's line says which way it went.
            trail.add(EntryRow.moved(work, clock.instant()));
        }
    }

    private void hand(Work work, InboxRow task, String to, @Nullable String deputy) {
        var holder = deputy == null ? to : deputy;
        var row = task.as(task.state(), holder, clock.instant()).actingFor(deputy == null ? null : to);
        inbox.change(deputy == null ? row : row.from(to), task.owner());
        works.tellTask(work, "process.task", task.id(), List.of(holder));
    }

    private Map<String, String> deputies(
            Work work, InboxRow task, UserStep step, Collection<String> owners, Collection<String> voices) {
        return asking.standIns(work, step, task.taskId(), owners, voices, asking.values(work));
    }

    private Map<String, String> holdersNow(Work work, InboxRow task, UserStep step) {
        var facts = engine.facts(work.request.instanceId());
        var found = seating.holders(work, step, facts::get);
        found.remove(task.owner());
        return found;
    }

    private boolean findOthers(Work work, InboxRow task, UserStep step) {
        var found = holdersNow(work, task, step);
        if (task.behalf() != null) {
            found.clear();
            found.put(task.behalf(), String.valueOf(task.why()));
        }
        if (found.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        var deputies = deputies(work, task, step, List.copyOf(found.keySet()), List.of(task.owner()));
        var owners = new LinkedHashSet<String>();
        found.forEach((person, why) -> {
            var deputy = deputies.get(person);
            var owner = deputy == null ? person : deputy;
            owners.add(owner);
            inbox.delete(task.id(), owner);
            work.tasks.add(InboxRow.open(
                    work,
                    task.id(),
                    task.taskId(),
                    owner,
                    step.id(),
                    now,
                    task.dueAt(),
                    deputy != null ? person : owner.startsWith("role:") || found.size() > 1 ? owner : null,
                    why,
                    deputy == null ? null : person,
                    null));
        });
        var one = owners.size() == 1 ? owners.iterator().next() : "role:";
        if (one.startsWith("role:")) {
            engine.unassign(task.taskId());
        } else {
            engine.assign(task.taskId(), one);
        }
        return true;
    }
}
