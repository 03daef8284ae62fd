package io.tongban.process;

import io.tongban.process.Approvers.Question;
import io.tongban.process.engine.Model.UserStep;
import io.tongban.process.engine.Timing.Rung;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Climbs the ladder of a step that is late, one rung at a time, behind the lock of its request; each is on the trail. */
@Component
class Escalations {

    private final DueDates deadlines;
    private final Works works;
    private final Holders holders;
    private final Decisions decisions;
    private final Ballots ballots;
    private final Asking asking;
    private final Approvers approvers;
    private final InboxMapper inbox;
    private final SeatMapper seats;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Escalations(
            DueDates deadlines,
            Works works,
            Holders holders,
            Decisions decisions,
            Ballots ballots,
            Asking asking,
            Approvers approvers,
            InboxMapper inbox,
            SeatMapper seats,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deadlines = deadlines;
        this.works = works;
        this.holders = holders;
        this.decisions = decisions;
        this.ballots = ballots;
        this.asking = asking;
        this.approvers = approvers;
        this.inbox = inbox;
        this.seats = seats;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Does the rung that is due; of several reminders that were missed one is enough. */
    void climb(Work work, UserStep step, DeadlineRow row, Instant now) {
        var rungs = step.timing().rungs();
        var at = row.rung();
        var next = deadlines.climbed(step, row, at + 1);
        while (at + 1 < rungs.size()
                && rungs.get(at).deed().equals("remind")
                && rungs.get(at + 1).deed().equals("remind")
                && next.nextAt() != null
                && !next.nextAt().isAfter(now)) {
            at++;
            next = deadlines.climbed(step, next, at + 1);
        }
        var rung = rungs.get(at);
        var open = inbox.ofTask(row.requestId(), row.id()).stream()
                .filter(InboxRow::todo)
                .toList();
        switch (rung.deed()) {
            case "remind" -> remind(work, row, rung, open);
            case "remind-leader" -> remindLeaders(work, row, open);
            case "transfer" -> transfer(work, step, row, rung, open);
            default -> {
                // What was settled on the way is not decided again.
                if (work.request.running()) {
                    decide(work, step, row, rung.deed().equals("pass"));
                }
            }
        }
    }

    private void remind(Work work, DeadlineRow row, Rung rung, List<InboxRow> open) {
        var people = new LinkedHashSet<String>();
        for (var task : open) {
            var holding = works.peopleOf(task.owner());
            people.addAll(holding);
            works.tellTask(work, rung.early() == null ? "process.late" : "process.reminder", task.id(), holding);
        }
        record(work, rung.early() == null ? "remind" : "early", row, people);
    }

    private void remindLeaders(Work work, DeadlineRow row, List<InboxRow> open) {
        var leaders = new LinkedHashSet<String>();
        for (var task : open) {
            for (var person : works.peopleOf(task.owner())) {
                leaders.addAll(found("leader", person));
            }
        }
        open.forEach(task -> leaders.removeAll(works.peopleOf(task.owner())));
        works.tellRequest(work, "process.late", leaders);
        record(work, leaders.isEmpty() ? "nobody" : "leader", row, leaders);
    }

    /** Whoever has it is asked no longer; whoever is away at that moment is stood in for as always. */
    private void transfer(Work work, UserStep step, DeadlineRow row, Rung rung, List<InboxRow> open) {
        var alone = open.stream().allMatch(task -> task.part() == null);
        var moved = false;
        for (var task : alone ? open.subList(0, Math.min(1, open.size())) : open) {
            // Somebody who was asked for an opinion or for work is not the step's own holder.
            if (task.part() != null && task.part().matches("delegate|consult")) {
                continue;
            }
            var to = successor(work, step, rung, task);
            if (to.isPresent()) {
                var before = works.peopleOf(task.owner());
                var holder = holders.give(work, task, open, step, to.get(), before);
                works.tellTask(work, "process.task", task.id(), List.of(holder));
                works.tellRequest(work, "process.signer-removed", before);
                record(work, "transfer", row, List.of(to.get()));
                if (!holder.equals(to.get())) {
                    trail.add(EntryRow.standIn(work, "stand-in", task, to.get(), holder, clock.instant()));
                }
                moved = true;
            }
        }
        if (moved) {
            works.write(work);
        } else {
            record(work, "nobody", row, Set.of());
        }
    }

    /** Never the applicant, nor anybody who has it or has a say in it already. */
    private Optional<String> successor(Work work, UserStep step, Rung rung, InboxRow task) {
        var values = asking.values(work);
        var unwanted = new LinkedHashSet<>(works.peopleOf(task.owner()));
        unwanted.add(work.request.applicantId());
        if (task.part() != null) {
            unwanted.addAll(ballots.voices(work, ballots.poll(task.taskId(), step)));
        }
        var rule = rung.rule();
        var found = new LinkedHashSet<String>();
        if (rule != null) {
            found.addAll(approvers.members(
                    approvers.find(asking.question(work, step, values).asking(rule, "none"))));
        } else {
            var holder = task.behalf() == null ? task.owner() : task.behalf();
            works.peopleOf(holder).forEach(person -> found.addAll(found("leaders:top", person)));
        }
        found.removeAll(unwanted);
        return found.stream().findFirst();
    }

    private Collection<String> found(String rule, String person) {
        return approvers.find(Question.simple(rule, person, name -> null)).people();
    }

    /** Time decides, as the model says: whoever was asked is no longer needed, and nobody is said to have decided. */
    private void decide(Work work, UserStep step, DeadlineRow row, boolean pass) {
        var now = clock.instant();
        var decision = !pass ? "reject" : step.actions().contains("approve") ? "approve" : "complete";
        var people = new LinkedHashSet<String>();
        for (var task : inbox.ofTask(row.requestId(), row.id())) {
            if (task.pending()) {
                inbox.change(task.as("gone", task.owner(), now), task.owner());
                people.addAll(works.peopleOf(task.owner()));
            }
        }
        seats.ofTask(row.id()).stream().filter(SeatRow::pending).forEach(seat -> seats.update(seat.in("gone")));
        works.tellRequest(work, "process.not-needed", people);
        work.entries.add(EntryRow.bySystem(
                work, "auto-" + (pass ? "approve" : "reject"), step.id(), row.id(), "|overdue|" + row.dueAt(), now));
        events.publishEvent(new ProcessEvent.TaskClosed(
                row.requestId(), row.processKey(), row.id(), step.id(), decision, work.actor.id(), null));
        decisions.finish(work, row.id(), step, decision, Map.of());
        if (!work.path.isEmpty()) {
            trail.add(EntryRow.moved(work, now));
        }
    }

    private void record(Work work, String action, DeadlineRow row, Collection<String> people) {
        trail.add(EntryRow.overdue(work, action, row, people, clock.instant()));
        works.hint(work);
    }
}
