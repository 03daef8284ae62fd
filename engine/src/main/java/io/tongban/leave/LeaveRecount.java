package io.tongban.leave;

import io.tongban.access.Roles;
import io.tongban.calendar.CalendarChanged;
import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.org.People;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts live leave again when days are arranged anew, in the transaction of the change. What is registered at the same
 * moment and was counted by the old days is caught when it is deducted.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LeaveRecount {

    private static final int BATCH = 200;

    private final LeaveMapper rows;
    private final LeaveBalances balances;
    private final LeaveCounter counter;
    private final LeaveTypes types;
    private final Notifications notifications;
    private final Roles roles;
    private final People people;
    private final Clock clock;

    LeaveRecount(
            LeaveMapper rows,
            LeaveBalances balances,
            LeaveCounter counter,
            LeaveTypes types,
            Notifications notifications,
            Roles roles,
            People people,
            Clock clock) {
        this.rows = rows;
        this.balances = balances;
        this.counter = counter;
        this.types = types;
        this.notifications = notifications;
        this.roles = roles;
        this.people = people;
        this.clock = clock;
    }

    /** People are locked in the order of their ids, so that two changes can not wait for each other. */
    @EventListener
    void on(CalendarChanged change) {
        var from = change.from().atStartOfDay();
        var to = change.to().plusDays(1).atStartOfDay();
        var person = "";
        var id = "";
        List<LeaveRow> batch;
        do {
            batch = rows.touching(from, to, person, id, BATCH);
            for (var seen : batch) {
                person = seen.personId();
                id = seen.requestId();
                balances.lock(person);
                again(id);
            }
        } while (batch.size() == BATCH);
    }

    /** Tries again what did not suffice before; the person is locked. */
    void retry(String personId) {
        rows.inShortfall(personId).forEach(leave -> again(leave.requestId()));
    }

    /** The leave, counted again if days were arranged anew since; the person is locked. */
    LeaveRow upToDate(LeaveRow leave) {
        return counter.outdated(leave.calendarVersion()) ? counted(leave) : leave;
    }

    private void again(String requestId) {
        var leave = rows.find(requestId);
        if (leave == null || !leave.state().blocks()) {
            return;
        }
        var next = counted(leave);
        if (!next.equals(leave)) {
            rows.update(next);
        }
    }

    private LeaveRow counted(LeaveRow leave) {
        var type = types.get(leave.typeKey(), "type");
        var count = counter.count(type, leave.startAt(), leave.endAt());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var shortage = balances.charge(leave, type, count.years(), "leave.note.recount", Actor.SYSTEM.id());
        if (shortage.isPresent()) {
            if (!leave.shortfall()) {
                tell(List.of(leave.personId()), "leave.recount-short", leave, count);
                tell(roles.members("hr"), "leave.recount-short-hr", leave, count);
            }
            return leave.counted(leave.endAt(), leave.minutes(), count.provisional(), true, count.version(), now);
        }
        if (count.minutes() != leave.minutes()) {
            tell(List.of(leave.personId()), "leave.recounted", leave, count);
        }
        return leave.counted(leave.endAt(), count.minutes(), count.provisional(), false, count.version(), now);
    }

    private void tell(Collection<String> to, String kind, LeaveRow leave, LeaveCount count) {
        notifications.send(new Notice(
                to,
                kind,
                List.of(
                        leave.number(),
                        LeaveWords.days(leave.minutes(), count.minutesPerDay()),
                        LeaveWords.days(count.minutes(), count.minutesPerDay()),
                        people.get(leave.personId()).name()),
                "/requests/" + leave.requestId(),
                new BusinessRef(LeaveRequests.REF, leave.requestId())));
    }
}
