package io.tongban.approval;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.OrgEvent;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.StandIns;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Delegations as people set and end them. */
@Component
class Delegations {

    private static final String ADMINISTER = "process.administer";

    /** What setting or ending one did. */
    record Done(DelegationRow row, int tasks) {}

    private final DelegationMapper rows;
    private final DelegationForm form;
    private final DelegationPeriods periods;
    private final ActiveDeputies active;
    private final StandIns standIns;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delegations(
            DelegationMapper rows,
            DelegationForm form,
            DelegationPeriods periods,
            ActiveDeputies active,
            StandIns standIns,
            People people,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.form = form;
        this.periods = periods;
        this.active = active;
        this.standIns = standIns;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Sets one; when it holds from now on, open tasks go to the deputy before this answers. */
    Done set(Actor actor, DelegationForm.Asked asked) {
        var now = now();
        var row = java.util.Objects.requireNonNull(transaction.execute(status -> {
            rows.lock();
            var wanted = checked(actor, asked, now);
            rows.insert(wanted);
            if (!wanted.principalId().equals(actor.id())) {
                periods.tell(wanted.principalId(), "process.deputy-set", wanted.deputyId(), wanted, 0);
            }
            return wanted;
        }));
        active.forget();
        return new Done(row, row.hasBegun(now) ? periods.begin(row, now) : 0);
    }

    /** How many open tasks would go to the deputy if it were set now; none before it begins. */
    Done preview(Actor actor, DelegationForm.Asked asked) {
        var now = now();
        var row = checked(actor, asked, now);
        return new Done(
                row,
                row.hasBegun(now)
                        ? standIns.count(
                                row.principalId(),
                                row.deputyId(),
                                (process, field) -> row.covers(process) && row.within(field))
                        : 0);
    }

    /** Ends it before its time; what the deputy has not decided goes back before this answers. */
    Done end(Actor actor, String id) {
        var row = get(actor, id);
        if (!isTheirs(actor, row)) {
            throw Problem.forbidden();
        }
        var now = now();
        if (row.isOver(now) || rows.end(id, now, actor.id()) == 0) {
            throw Problem.conflict("approval:delegation-over");
        }
        active.forget();
        var ended = rows.find(id).orElseThrow(Problem::notFound);
        return new Done(ended, periods.end(ended, now));
    }

    DelegationRow get(Actor actor, String id) {
        return rows.find(id)
                .filter(row -> row.principalId().equals(actor.id())
                        || row.deputyId().equals(actor.id())
                        || actor.may(ADMINISTER))
                .orElseThrow(Problem::notFound);
    }

    boolean mayEnd(Actor actor, DelegationRow row) {
        return !row.isOver(now()) && isTheirs(actor, row);
    }

    private static boolean isTheirs(Actor actor, DelegationRow row) {
        return row.principalId().equals(actor.id()) || actor.may(ADMINISTER);
    }

    /** Mine as principal and as deputy, set last first. */
    Page<DelegationRow> mine(Actor actor, @Nullable String cursor, int limit) {
        var found = rows.of(actor.id(), cursor, limit + 1).stream()
                .sorted(Comparator.comparing(DelegationRow::id).reversed())
                .limit(limit + 1)
                .toList();
        return Page.of(found, limit, DelegationRow::id);
    }

    Page<DelegationRow> all(@Nullable String cursor, int limit) {
        return Page.of(rows.all(cursor, limit + 1), limit, DelegationRow::id);
    }

    /** Before open work of the leaver is handed on: what a deputy holds for somebody goes back first. */
    @EventListener
    @Order(0)
    @Transactional
    public void on(OrgEvent.PersonLeft left) {
        var now = now();
        for (var row : rows.live(left.personId(), now)) {
            if (rows.end(row.id(), now, Actor.SYSTEM.id()) > 0) {
                periods.end(row, now);
            }
        }
    }

    private DelegationRow checked(Actor actor, DelegationForm.Asked asked, Instant now) {
        var principal = asked.principal() == null ? actor.id() : asked.principal();
        if (!principal.equals(actor.id())) {
            actor.require(ADMINISTER);
        }
        var row = form.read(asked, Ids.next(), principal, actor.id(), now);
        rows.during(principal, row.fromAt(), row.untilAt()).stream()
                .filter(row::meets)
                .findFirst()
                .ifPresent(other -> {
                    throw refused("approval:delegation-overlaps", other.deputyId(), other);
                });
        rows.during(row.deputyId(), row.fromAt(), row.untilAt()).stream()
                .filter(other -> other.deputyId().equals(principal) && row.meets(other))
                .findFirst()
                .ifPresent(other -> {
                    throw refused("approval:delegation-circle", row.deputyId(), other);
                });
        return row;
    }

    private Problem refused(String code, String person, DelegationRow other) {
        return Problem.refused("kernel:invalid")
                .field(
                        "deputy",
                        code,
                        people.find(person).map(Person::name).orElse(""),
                        periods.local(other.fromAt()),
                        periods.local(other.untilAt()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
