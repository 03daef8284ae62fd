package io.tongban.leave;

import io.tongban.calendar.CalendarEntries;
import io.tongban.calendar.CalendarEntry;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Problem;
import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.org.People;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of the leave procedure do, each safe to run again. Whoever changes a person's leave locks it first. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LeaveRequests {

    static final String REF = "leave.request";

    /** What is asked for. */
    record Asked(
            String requestId,
            String number,
            String personId,
            LeaveType type,
            LocalDateTime start,
            LocalDateTime end,
            @Nullable String handoverId,
            int proofs) {}

    private final LeaveMapper rows;
    private final LeaveBalances balances;
    private final LeaveTypes types;
    private final LeaveRules rules;
    private final LeaveRecount recount;
    private final CalendarEntries entries;
    private final Notifications notifications;
    private final People people;
    private final Clock clock;

    LeaveRequests(
            LeaveMapper rows,
            LeaveBalances balances,
            LeaveTypes types,
            LeaveRules rules,
            LeaveRecount recount,
            CalendarEntries entries,
            Notifications notifications,
            People people,
            Clock clock) {
        this.rows = rows;
        this.balances = balances;
        this.types = types;
        this.rules = rules;
        this.recount = recount;
        this.entries = entries;
        this.notifications = notifications;
        this.people = people;
        this.clock = clock;
    }

    /** Checks what is asked for and holds the balance, in place of what the same request held before. */
    LeaveCount register(Asked asked, String by) {
        rules.checkPeriod(asked.start(), asked.end());
        rules.checkHandover(asked.personId(), asked.handoverId());
        balances.lock(asked.personId());
        var known = rows.find(asked.requestId());
        if (known != null && !known.personId().equals(asked.personId())) {
            throw Problem.notFound();
        }
        if (known != null && (known.state() == LeaveRow.State.APPROVED || known.state() == LeaveRow.State.CANCELLED)) {
            throw Problem.conflict("leave:already-approved", known.number());
        }
        var overlapping = rows.overlapping(asked.personId(), asked.start(), asked.end(), asked.requestId());
        if (overlapping != null) {
            throw rules.overlap(overlapping);
        }
        var count = rules.count(asked.type(), asked.start(), asked.end());
        rules.checkProof(asked.type(), count, asked.proofs());
        var leave = row(asked, count, known);
        if (known == null) {
            rows.insert(leave);
        } else {
            rows.update(leave);
        }
        var shortage = known == null
                ? balances.hold(leave, asked.type(), count.years(), by)
                : balances.charge(leave, asked.type(), count.years(), null, by);
        shortage.ifPresent(found -> {
            throw rules.tooLittle(asked.type(), count, found);
        });
        return count;
    }

    /** Gives the hold back, as when the request is rejected or withdrawn; nothing happens when nothing is held. */
    void release(String requestId, String by) {
        change(requestId, leave -> {
            if (leave.state() != LeaveRow.State.HELD) {
                return leave;
            }
            balances.giveUp(leave, null, by);
            return leave.with(LeaveRow.State.RELEASED, now());
        });
    }

    /** Turns the hold into use; counts again first if days were arranged anew meanwhile. */
    void deduct(String requestId, String by) {
        change(requestId, known -> {
            if (known.state() == LeaveRow.State.APPROVED) {
                return known;
            }
            if (known.state() != LeaveRow.State.HELD) {
                throw Problem.conflict("leave:not-held", known.number());
            }
            var leave = recount.upToDate(known);
            balances.use(leave, by);
            return leave.with(LeaveRow.State.APPROVED, now());
        });
    }

    /** Gives back what was used, as when an approval is undone; leave that has begun is cancelled, not undone. */
    void giveBack(String requestId, String by) {
        change(requestId, leave -> {
            if (leave.state() != LeaveRow.State.APPROVED) {
                return leave;
            }
            requireNotBegun(leave);
            balances.giveUp(leave, null, by);
            tellHandover(leave, "leave.handover-cancelled");
            return leave.with(LeaveRow.State.RELEASED, now());
        });
    }

    /** Refuses leave that was approved and has begun. */
    void requireNotBegun(String requestId) {
        var leave = rows.find(requestId);
        if (leave != null && leave.state() == LeaveRow.State.APPROVED) {
            requireNotBegun(leave);
        }
    }

    private void requireNotBegun(LeaveRow leave) {
        if (!leave.startAt().isAfter(rules.today())) {
            throw Problem.refused("leave:begun", leave.number());
        }
    }

    /** Enters the leave in the person's calendar and tells whoever takes over the work. */
    void markCalendar(String requestId) {
        var leave = get(requestId);
        enter(leave);
        tellHandover(leave, "leave.handover");
    }

    void clearCalendar(String requestId) {
        entries.remove(new BusinessRef(REF, requestId));
    }

    void enter(LeaveRow leave) {
        var type = types.get(leave.typeKey(), "type");
        entries.put(new CalendarEntry(
                new BusinessRef(REF, leave.requestId()),
                leave.personId(),
                "leave",
                type.name(),
                type.nameEn(),
                leave.startAt(),
                leave.endAt(),
                true,
                "/requests/" + leave.requestId()));
    }

    void tellHandover(LeaveRow leave, String kind) {
        if (leave.handoverId() == null) {
            return;
        }
        var known = people.byIds(List.of(leave.handoverId(), leave.personId()));
        var handover = known.get(leave.handoverId());
        var person = known.get(leave.personId());
        if (handover != null && handover.present() && person != null) {
            notifications.send(new Notice(
                    List.of(leave.handoverId()),
                    kind,
                    List.of(person.name(), leave.startAt(), leave.endAt()),
                    "/calendar",
                    new BusinessRef(REF, leave.requestId())));
        }
    }

    LeaveRow get(String requestId) {
        var leave = rows.find(requestId);
        if (leave == null) {
            throw Problem.notFound();
        }
        return leave;
    }

    /** Locks the person, reads the leave afresh and stores what becomes of it. Unknown leave is left alone. */
    void change(String requestId, UnaryOperator<LeaveRow> deed) {
        if (!balances.lockOf(requestId)) {
            return;
        }
        var leave = get(requestId);
        var next = deed.apply(leave);
        if (!next.equals(leave)) {
            rows.update(next);
        }
    }

    private LeaveRow row(Asked asked, LeaveCount count, @Nullable LeaveRow known) {
        return new LeaveRow(
                asked.requestId(),
                asked.number(),
                asked.personId(),
                asked.type().typeKey(),
                asked.start(),
                asked.end(),
                count.minutes(),
                asked.handoverId(),
                LeaveRow.State.HELD,
                count.provisional(),
                false,
                count.version(),
                known == null ? now() : known.createdAt(),
                now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
