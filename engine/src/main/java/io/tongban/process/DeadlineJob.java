package io.tongban.process;

import io.tongban.calendar.Absences;
import io.tongban.calendar.Away;
import io.tongban.calendar.WorkingClock;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.process.engine.WorkingTimers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What happens by itself when time passes: deadlines are counted again when the calendar or absences have changed, rungs
 * are climbed, ended ones are measured. Everything stands in the database, and each deadline is looked at anew behind the
 * lock of its request: of several nodes, and of a rung and a decision, one comes first and the other finds it done.
 */
@Component
class DeadlineJob {

    private static final int BATCH = 200;
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineJob.class);

    private final DeadlineMapper rows;
    private final InboxMapper inbox;
    private final DueDates deadlines;
    private final Escalations escalations;
    private final Works works;
    private final WorkingClock working;
    private final Absences absences;
    private final WorkingTimers timers;
    private final Attempts attempts;
    private final Clock clock;
    /** Version of the calendar; after a start they are counted once more, in case the node fell before it had done so. */
    private int timersCountedWith;

    DeadlineJob(
            DeadlineMapper rows,
            InboxMapper inbox,
            DueDates deadlines,
            Escalations escalations,
            Works works,
            WorkingClock working,
            Absences absences,
            WorkingTimers timers,
            Attempts attempts,
            Clock clock) {
        this.rows = rows;
        this.inbox = inbox;
        this.deadlines = deadlines;
        this.escalations = escalations;
        this.works = works;
        this.working = working;
        this.absences = absences;
        this.timers = timers;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${tongban.deadlines-every:PT5S}",
            fixedDelayString = "${tongban.deadlines-every:PT5S}")
    void run() {
        run(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    void run(Instant now) {
        var version = working.version();
        if (version != timersCountedWith) {
            timers.waiting().forEach(this::recount);
            timersCountedWith = version;
        }
        List<DeadlineRow> batch;
        do {
            batch = rows.outdated(working.version(), BATCH);
            count(batch);
        } while (batch.size() == BATCH);
        for (var row : rows.due(now, BATCH)) {
            try {
                climb(row, now);
            } catch (RuntimeException failure) {
                LOG.warn("The ladder of task {} could not be climbed and is tried again", row.id(), failure);
                rows.postpone(row.id(), row.nextAt(), now.plus(LATER));
            }
        }
    }

    private void count(List<DeadlineRow> batch) {
        var over = new ArrayList<DeadlineRow>();
        var fresh = new ArrayList<DeadlineRow>();
        for (var row : batch) {
            if (row.endedAt() != null) {
                over.add(row);
            } else if (Objects.equals(row.calendarVersion(), DeadlineRow.UNSETTLED)) {
                fresh.add(row);
            } else {
                recountOrKeep(row);
            }
        }
        measure(over);
        settle(fresh);
    }

    private void measure(List<DeadlineRow> over) {
        if (over.isEmpty()) {
            return;
        }
        try {
            attempts.run(() -> took(over));
        } catch (RuntimeException failure) {
            // One that can not be counted does not keep the others from it.
            for (var row : over) {
                try {
                    attempts.run(() -> took(List.of(row)));
                } catch (RuntimeException again) {
                    given(row, again);
                }
            }
        }
    }

    /** Working minutes that they took; the absences of whoever decided are not counted. */
    private void took(List<DeadlineRow> over) {
        var byTask = tasks(over);
        var deciders = over.stream()
                .collect(Collectors.toMap(
                        DeadlineRow::id,
                        row -> byTask.getOrDefault(row.id(), List.of()).stream()
                                .filter(one -> one.state().equals("done"))
                                .map(InboxRow::owner)
                                .collect(Collectors.toSet())));
        var people = deciders.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var from = over.stream().map(DeadlineRow::startedAt).min(Instant::compareTo);
        var until = over.stream().map(DeadlineJob::ended).max(Instant::compareTo);
        var known = people.isEmpty()
                ? Map.<String, List<Away>>of()
                : absences.of(people, from.orElseThrow(), until.orElseThrow());
        for (var row : over) {
            var away = Absences.together(deciders.getOrDefault(row.id(), Set.of()), known);
            rows.measured(row.id(), working.between(row.startedAt(), ended(row), away));
        }
    }

    private static Instant ended(DeadlineRow row) {
        return Objects.requireNonNull(row.endedAt());
    }

    private Map<String, List<InboxRow>> tasks(List<DeadlineRow> some) {
        var requests = some.stream().map(DeadlineRow::requestId).collect(Collectors.toSet());
        return inbox.ofTasks(requests, some.stream().map(DeadlineRow::id).toList()).stream()
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.taskId())));
    }

    private void recountOrKeep(DeadlineRow row) {
        try {
            recount(row);
        } catch (RuntimeException failure) {
            given(row, failure);
        }
    }

    /** Most people are there: then one statement settles all of them. */
    private void settle(List<DeadlineRow> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        var byTask = tasks(fresh);
        var holders = fresh.stream()
                .collect(Collectors.toMap(
                        DeadlineRow::id, row -> deadlines.holders(byTask.getOrDefault(row.id(), List.of()))));
        var people = holders.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var from =
                fresh.stream().map(DeadlineRow::fromAt).min(Instant::compareTo).orElseThrow();
        var until =
                fresh.stream().map(DeadlineJob::last).max(Instant::compareTo).orElseThrow();
        var away = absences.of(people, from, until);
        var settled = new ArrayList<String>();
        for (var row : fresh) {
            var gone = Absences.together(Objects.requireNonNull(holders.get(row.id())), away).stream()
                    .anyMatch(
                            one -> one.from().isBefore(last(row)) && one.until().isAfter(row.fromAt()));
            if (gone) {
                recountOrKeep(row);
            } else {
                settled.add(row.id());
            }
        }
        if (!settled.isEmpty()) {
            rows.settle(settled, working.version());
        }
    }

    private static Instant last(DeadlineRow row) {
        var due = Objects.requireNonNull(row.dueAt());
        return row.nextAt() == null || row.nextAt().isBefore(due) ? due : row.nextAt();
    }

    /** What can not be counted keeps the date it has. */
    private void given(DeadlineRow row, RuntimeException failure) {
        LOG.warn("The deadline of task {} could not be counted again", row.id(), failure);
        rows.give(row.id(), working.version());
    }

    private void recount(DeadlineRow seen) {
        attempts.run(() -> {
            try (var work = works.open(Actor.SYSTEM, seen.requestId())) {
                var row = rows.find(seen.id());
                if (row != null && row.endedAt() == null && row.step() != null) {
                    deadlines.recount(work, work.model.step(row.step()), row);
                    works.hint(work);
                }
            }
        });
    }

    /** A timer that the model draws; what can not be moved now fires when it would have. */
    private void recount(WorkingTimers.Waiting timer) {
        try {
            attempts.run(() -> {
                try (var work = works.open(Actor.SYSTEM, timer.requestId())) {
                    timers.recount(timer).ifPresent(moved -> deadlines.timerMoved(work, timer.element(), moved));
                }
            });
        } catch (RuntimeException failure) {
            LOG.warn("The timer {} could not be counted again", timer, failure);
        }
    }

    private void climb(DeadlineRow seen, Instant now) {
        while (attempts.get(() -> rung(seen, now))) {
            LOG.debug("The ladder of task {} was climbed", seen.id());
        }
    }

    private boolean rung(DeadlineRow seen, Instant now) {
        try (var work = works.open(Actor.SYSTEM, seen.requestId())) {
            // Read behind the lock: a decision may have been quicker.
            var row = rows.find(seen.id());
            if (row == null || row.step() == null || !isDue(row, now) || work.request.suspended()) {
                return false;
            }
            var step = work.model.step(row.step());
            // Whoever holds it may have gone away meanwhile: then there is still time.
            var counted = deadlines.recount(work, step, row);
            if (!isDue(counted, now)) {
                return false;
            }
            escalations.climb(work, step, counted, now);
            return true;
        }
    }

    private static boolean isDue(DeadlineRow row, Instant now) {
        return row.endedAt() == null && row.nextAt() != null && !row.nextAt().isAfter(now);
    }
}
