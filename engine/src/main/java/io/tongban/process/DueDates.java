package io.tongban.process;

import io.tongban.calendar.AbsenceChanged;
import io.tongban.calendar.Absences;
import io.tongban.calendar.Away;
import io.tongban.calendar.WorkingClock;
import io.tongban.calendar.WorkingSpan;
import io.tongban.process.DeadlineRow.Plan;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.EngineSpi.Assignment;
import io.tongban.process.engine.EngineSpi.NewTask;
import io.tongban.process.engine.Model.UserStep;
import io.tongban.process.engine.Models;
import io.tongban.process.engine.Timing;
import io.tongban.process.engine.WorkingTimers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Until when tasks are to be done, counted in working time. What a task costs when it is made is one row; who is away is
 * looked up afterwards, by {@link DeadlineJob}.
 */
@Component
class DueDates {

    /** Whoever gets a task late has at least this part of the time that the step has. */
    private static final int GRACE = 4;

    /** An absence is waited for so long at most; then the ladder goes on as if nobody were away. */
    private static final WorkingSpan LONGEST_WAIT = new WorkingSpan(5, 0);

    private static final Duration HORIZON = Duration.ofDays(400);
    private static final Duration SAME = Duration.ofMinutes(1);

    private final DeadlineMapper rows;
    private final InboxMapper inbox;
    private final Trail trail;
    private final Approvers approvers;
    private final WorkingClock working;
    private final Absences absences;
    private final Engine engine;
    private final Models models;
    private final Clock clock;

    DueDates(
            DeadlineMapper rows,
            InboxMapper inbox,
            Trail trail,
            Approvers approvers,
            WorkingClock working,
            Absences absences,
            Engine engine,
            Models models,
            Clock clock) {
        this.rows = rows;
        this.inbox = inbox;
        this.trail = trail;
        this.approvers = approvers;
        this.working = working;
        this.absences = absences;
        this.engine = engine;
        this.models = models;
        this.clock = clock;
    }

    /**
     * A task is open. Nothing is kept of steps that say nothing about their time, or that are decided in the same moment.
     *
     * @param again whether its rows were there before, and come back with it
     */
    void begin(Work work, UserStep step, NewTask task, Assignment assignment, boolean again) {
        var timing = step.timing();
        if (!timing.isTimed() || assignment.decision() != null || work.ending != null || work.rehearsal != null) {
            return;
        }
        var due = timing.due();
        var row = row(work, task.taskId(), step.id(), timing.aim(), due == null ? 0 : working.minutes(due));
        if (due != null) {
            var plan = plan(row, timing, List.of());
            var at = task.due() == null ? plan.dueAt() : task.due();
            row = row.counted(new Plan(at, plan.nextAt(), DeadlineRow.UNSETTLED, plan.provisional()));
            if (again) {
                inbox.due(work.request.id(), task.taskId(), at);
            }
        }
        work.deadlines.add(row);
    }

    /** Writes what has begun in a work, and how long the request took when it has just ended. */
    void write(Work work, boolean ended) {
        var goal = work.model.goal();
        if (ended && goal != null) {
            var begun = work.request.createdAt();
            var now = clock.instant();
            work.deadlines.add(row(work, work.request.id(), null, goal, 0)
                    .took(begun, now, working.between(begun, now, List.of())));
        }
        if (!work.deadlines.isEmpty()) {
            rows.insert(work.deadlines);
            work.deadlines.clear();
        }
    }

    private DeadlineRow row(Work work, String id, @Nullable String step, @Nullable WorkingSpan goal, int left) {
        var now = clock.instant();
        return new DeadlineRow(
                id,
                work.request.id(),
                work.model.key(),
                step,
                now,
                goal == null ? null : working.minutes(goal),
                null,
                now,
                left,
                0,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    /** The engine's task has come to its end, whatever way. What took no working time need not be counted later. */
    void over(String definitionId, String step, String requestId, String taskId, Instant since) {
        if (!models.of(definitionId).step(step).timing().isTimed()) {
            return;
        }
        var work = Work.current(requestId);
        if (work != null && work.rehearsal != null) {
            return;
        }
        if (work != null && work.deadlines.removeIf(row -> row.id().equals(taskId))) {
            return;
        }
        var now = clock.instant();
        if (working.between(since, now, List.of()) == 0) {
            rows.overAtOnce(taskId, now);
        } else {
            rows.over(taskId, now);
        }
    }

    /**
     * A task went from one holder to another: what was left is left, and at least a part of the step's time, so that
     * nobody is late with what has just come.
     */
    void handed(Work work, UserStep step, InboxRow task, String to) {
        var due = step.timing().due();
        var row = due == null ? null : rows.find(task.taskId());
        if (due == null || row == null || row.dueAt() == null || row.endedAt() != null) {
            return;
        }
        var now = clock.instant();
        var until = row.dueAt().isBefore(now) ? now : row.dueAt();
        var left = working.between(
                now, until, absences.together(approvers.people(List.of(task.owner())), now, until.plus(HORIZON)));
        save(
                work,
                step,
                row.from(now, Math.max(left, working.minutes(due) / GRACE)),
                approvers.people(List.of(to)),
                "handed");
    }

    /** Whoever holds it, or when they are there, has changed: it is counted again soon. */
    void again(String taskId) {
        rows.again(taskId);
    }

    /** What people who go away, or come back, have to do is counted again soon. */
    @EventListener
    void on(AbsenceChanged changed) {
        var tasks = inbox.tasksOf(changed.people());
        if (!tasks.isEmpty()) {
            rows.againAll(tasks);
        }
    }

    /** Counts an open deadline again with who holds it now. */
    DeadlineRow recount(Work work, UserStep step, DeadlineRow row) {
        var known = row.calendarVersion() == null ? 0 : row.calendarVersion();
        var why = known > 0 && known < working.version() ? "calendar" : "away";
        return save(work, step, row, holders(row), why);
    }

    private DeadlineRow save(Work work, UserStep step, DeadlineRow row, Collection<String> people, String why) {
        var away = absences.together(people, row.fromAt(), row.fromAt().plus(HORIZON));
        var plan = plan(row, step.timing(), away);
        var before = Objects.requireNonNull(row.dueAt());
        var moved = Duration.between(before, plan.dueAt()).abs().compareTo(SAME) >= 0;
        var counted = row.counted(moved ? plan : new Plan(before, plan.nextAt(), plan.version(), plan.provisional()));
        rows.update(counted);
        if (moved) {
            inbox.due(row.requestId(), row.id(), plan.dueAt());
            engine.due(row.id(), plan.dueAt());
            trail.add(EntryRow.bySystem(
                    work,
                    EntryRow.DUE_MOVED,
                    row.step(),
                    row.id(),
                    why + "|" + before + "|" + plan.dueAt(),
                    clock.instant()));
        }
        return counted;
    }

    /** A timer that the model draws fires at another time. */
    void timerMoved(Work work, String element, WorkingTimers.Moved moved) {
        trail.add(EntryRow.bySystem(
                work,
                EntryRow.DUE_MOVED,
                element,
                null,
                "calendar|" + moved.before() + "|" + moved.after(),
                clock.instant()));
    }

    /** The next rung, after one that is done. */
    DeadlineRow climbed(UserStep step, DeadlineRow row, int rung) {
        var away = absences.together(holders(row), row.fromAt(), row.fromAt().plus(HORIZON));
        var next = row.at(rung);
        var plan = plan(next, step.timing(), away);
        var climbed = next.counted(
                new Plan(Objects.requireNonNull(row.dueAt()), plan.nextAt(), plan.version(), plan.provisional()));
        rows.update(climbed);
        return climbed;
    }

    /** Everybody who may act on it now. */
    Set<String> holders(DeadlineRow row) {
        return holders(inbox.ofTask(row.requestId(), row.id()));
    }

    Set<String> holders(List<InboxRow> task) {
        var owners = task.stream().filter(InboxRow::todo).map(InboxRow::owner).toList();
        return new LinkedHashSet<>(approvers.people(owners));
    }

    /** When it is due and when the next rung is. */
    private Plan plan(DeadlineRow row, Timing timing, Collection<Away> away) {
        var due = after(row.fromAt(), row.leftMinutes(), away);
        Instant next = null;
        if (row.rung() < timing.rungs().size()) {
            var by = timing.rungs().get(row.rung()).minutes(working.minutesPerDay());
            next = after(row.fromAt(), row.leftMinutes() + by, away).at();
        }
        return new Plan(due.at(), next, due.version(), due.provisional());
    }

    private WorkingClock.Moment after(Instant from, int minutes, Collection<Away> away) {
        var counted = working.after(from, minutes, away);
        if (away.isEmpty()) {
            return counted;
        }
        var latest = working.after(from, Math.max(0, minutes) + working.minutes(LONGEST_WAIT), List.of());
        return latest.at().isBefore(counted.at()) ? latest : counted;
    }
}
