package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.process.engine.Engine;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Hands open tasks to whoever stands in for their holder, and back: request by request, each behind its own lock. */
@Service
public class StandIns {

    /** Whether a task is meant; {@code field} reads an answer or fact of its request. */
    @FunctionalInterface
    public interface Matching {
        boolean test(String processKey, Approvers.Values field);
    }

    /** What may be asked for, in the language of the call. */
    public record Procedure(String key, String name) {}

    private final StandInMapper rows;
    private final InboxMapper inbox;
    private final SeatMapper seats;
    private final RequestMapper requests;
    private final Trail trail;
    private final Works works;
    private final Asking asking;
    private final DueDates deadlines;
    private final Engine engine;
    private final Attempts attempts;
    private final Clock clock;

    StandIns(
            StandInMapper rows,
            InboxMapper inbox,
            SeatMapper seats,
            RequestMapper requests,
            Trail trail,
            Works works,
            Asking asking,
            DueDates deadlines,
            Engine engine,
            Attempts attempts,
            Clock clock) {
        this.rows = rows;
        this.inbox = inbox;
        this.seats = seats;
        this.requests = requests;
        this.trail = trail;
        this.works = works;
        this.asking = asking;
        this.deadlines = deadlines;
        this.engine = engine;
        this.attempts = attempts;
        this.clock = clock;
    }

    public List<Procedure> procedures(Locale locale) {
        return engine.latest().values().stream()
                .map(engine.models()::of)
                .filter(model -> model.form() != null)
                .map(model -> new Procedure(model.key(), model.name().in(locale)))
                .sorted(java.util.Comparator.comparing(Procedure::key))
                .toList();
    }

    /** How many open tasks would go to the deputy now. */
    public int count(String principal, String deputy, Matching matching) {
        int count = 0;
        for (var row : rows.own(principal)) {
            var request = requests.find(row.requestId());
            if (request != null) {
                try (var work = works.open(Actor.SYSTEM, request)) {
                    count += mayGo(work, row, deputy, matching) && !hasSay(work, row, deputy) ? 1 : 0;
                }
            }
        }
        return count;
    }

    /** Open tasks of the principal go to the deputy, who holds them on the principal's behalf; answers how many. */
    public int begin(String principal, String deputy, Matching matching) {
        return each(rows.own(principal), (work, seen) -> {
            var all = inbox.byId(seen.id());
            var row = all.stream()
                    .filter(one -> one.owner().equals(principal) && one.pending() && one.behalf() == null)
                    .findFirst();
            if (row.isEmpty() || !mayGo(work, row.get(), deputy, matching)) {
                return false;
            }
            if (hasSay(work, row.get(), deputy)) {
                kept(work, row.get(), principal, deputy);
                return false;
            }
            all.stream().filter(one -> one.owner().equals(deputy)).forEach(one -> inbox.delete(one.id(), deputy));
            hand(work, row.get().actingFor(principal), all, principal, deputy);
            record(work, EntryRow.standIn(work, "stand-in", row.get(), principal, deputy, clock.instant()));
            return true;
        });
    }

    /** What the deputy has not decided goes back to the principal; answers how many tasks. */
    public int end(String principal, String deputy, Predicate<String> process) {
        return each(rows.held(principal, deputy), (work, seen) -> {
            var all = inbox.byId(seen.id());
            var row = all.stream()
                    .filter(one -> one.owner().equals(deputy) && one.pending() && principal.equals(one.behalf()))
                    .findFirst();
            if (row.isEmpty() || !process.test(work.request.processKey())) {
                return false;
            }
            all.stream().filter(one -> one.owner().equals(principal)).forEach(one -> inbox.delete(one.id(), principal));
            hand(work, row.get().actingFor(null), all, deputy, principal);
            record(work, EntryRow.standIn(work, "stand-in-over", row.get(), principal, deputy, clock.instant()));
            return true;
        });
    }

    private boolean mayGo(Work work, InboxRow row, String deputy, Matching matching) {
        var step = work.model.step(java.util.Objects.requireNonNull(row.step()));
        var values = asking.values(work);
        return !work.request.applicantId().equals(row.owner())
                && matching.test(work.request.processKey(), values)
                && asking.mayStandIn(work, step, deputy, values);
    }

    /** Nobody has two says in one task. */
    private boolean hasSay(Work work, InboxRow row, String person) {
        return Ballots.voices(seats.ofTask(row.taskId()), inbox.ofTask(work.request.id(), row.taskId()))
                .contains(person);
    }

    /** Said once, however often the period is looked at. */
    private void kept(Work work, InboxRow row, String principal, String deputy) {
        var line = EntryRow.standIn(work, "stand-in-kept", row, principal, deputy, clock.instant());
        var known = requests.entries(work.request.id()).stream()
                .anyMatch(entry -> entry.action().equals(line.action())
                        && row.taskId().equals(entry.taskId())
                        && String.valueOf(line.detail()).equals(entry.detail()));
        if (!known) {
            record(work, line);
        }
    }

    private void record(Work work, EntryRow line) {
        trail.add(line);
        works.hint(work);
    }

    /** Whoever had it may still read the request, and learns who has it now. */
    static InboxRow handed(InboxRow row, String from, String to) {
        var pool = row.pool() != null && row.pool().startsWith("role:") ? row.pool() : from;
        return row.as(row.state(), to, row.at()).from(pool);
    }

    private void hand(Work work, InboxRow row, List<InboxRow> all, String from, String to) {
        inbox.change(handed(row, from, to), from);
        if (row.part() == null && all.stream().filter(InboxRow::pending).count() == 1) {
            engine.assign(row.taskId(), to);
        }
        deadlines.again(row.taskId());
        work.told.addAll(List.of(from, to));
    }

    private int each(List<InboxRow> seen, BiPredicate<Work, InboxRow> deed) {
        return (int) seen.stream().filter(row -> done(row, deed)).count();
    }

    private boolean done(InboxRow row, BiPredicate<Work, InboxRow> deed) {
        return attempts.get(() -> {
            try (var work = works.open(Actor.SYSTEM, row.requestId())) {
                return deed.test(work, row);
            }
        });
    }
}
