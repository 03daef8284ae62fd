package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.process.engine.Engine;
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
    private final RequestMapper requests;
    private final Works works;
    private final Asking asking;
    private final Engine engine;
    private final Attempts attempts;

    StandIns(
            StandInMapper rows,
            InboxMapper inbox,
            RequestMapper requests,
            Works works,
            Asking asking,
            Engine engine,
            Attempts attempts) {
        this.rows = rows;
        this.inbox = inbox;
        this.requests = requests;
        this.works = works;
        this.asking = asking;
        this.engine = engine;
        this.attempts = attempts;
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
                    count += mayGo(work, row, deputy, matching) ? 1 : 0;
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
            // Somebody who holds it already does not hold it again for somebody else.
            if (row.isEmpty()
                    || all.stream().anyMatch(one -> one.owner().equals(deputy))
                    || !mayGo(work, row.get(), deputy, matching)) {
                return false;
            }
            hand(work, row.get().actingFor(principal), all, principal, deputy);
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
            return true;
        });
    }

    private boolean mayGo(Work work, InboxRow row, String deputy, Matching matching) {
        var step = work.model.step(java.util.Objects.requireNonNull(row.step()));
        Approvers.Values values = name ->
                work.value(name, fact -> engine.facts(work.request.instanceId()).get(fact));
        return !work.request.applicantId().equals(row.owner())
                && matching.test(work.request.processKey(), values)
                && asking.mayStandIn(work, step, deputy, values);
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
        work.told.addAll(List.of(from, to));
        works.hint(work);
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
