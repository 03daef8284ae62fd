package io.tongban.leave;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.leave.BalanceMapper.Balance;
import io.tongban.leave.BalanceMapper.Charge;
import io.tongban.leave.BalanceMapper.Entry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Balances and their ledger. Every method but {@link #lock} expects that the person was locked in the same transaction;
 * the guarded update keeps a balance from falling below zero even if somebody forgets.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LeaveBalances {

    /** A balance did not suffice. */
    record Shortage(int year, int available, int missing) {}

    private final BalanceMapper rows;
    private final Clock clock;

    LeaveBalances(BalanceMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Lets everybody else who wants to change this person's leave wait until the transaction ends. */
    void lock(String personId) {
        if (rows.lock(personId) == null) {
            rows.addPerson(personId);
            rows.lock(personId);
        }
    }

    /** Locks the person whose leave it is; answers false when there is no such leave. */
    boolean lockOf(String requestId) {
        return rows.lockOf(requestId) != null;
    }

    /** The balance of a year; what accrues in the year is granted the first time anybody looks. */
    Balance open(String personId, LeaveType type, int year) {
        var known = rows.find(personId, type.typeKey(), year);
        if (known != null) {
            return known;
        }
        var balance = new Balance(personId, type.typeKey(), year, type.yearlyMinutes(), 0, 0);
        rows.insert(balance);
        if (type.yearlyMinutes() > 0) {
            var accrued = new Charge(type.typeKey(), year, type.yearlyMinutes());
            enter(personId, accrued, "accrual", accrued.minutes(), null, null, Actor.SYSTEM.id());
        }
        return balance;
    }

    /**
     * Makes a request charge exactly these minutes per year, as a hold, or as a use once it was approved. Nothing is
     * changed when a balance does not suffice.
     */
    Optional<Shortage> charge(
            LeaveRow leave, LeaveType type, Map<Integer, Integer> wanted, @Nullable String note, String by) {
        return charge(leave, type, rows.charges(leave.requestId()), wanted, note, by);
    }

    /** The same for leave that charges nothing yet. */
    Optional<Shortage> hold(LeaveRow leave, LeaveType type, Map<Integer, Integer> wanted, String by) {
        return charge(leave, type, List.of(), wanted, null, by);
    }

    private Optional<Shortage> charge(
            LeaveRow leave,
            LeaveType type,
            List<Charge> charges,
            Map<Integer, Integer> wanted,
            @Nullable String note,
            String by) {
        var changes = new TreeMap<Integer, Integer>(wanted);
        charges.stream()
                .filter(charge -> charge.typeKey().equals(type.typeKey()))
                .forEach(charge -> changes.merge(charge.ofYear(), -charge.minutes(), Integer::sum));
        for (var change : changes.entrySet()) {
            var left = change.getValue() > 0
                    ? open(leave.personId(), type, change.getKey()).available()
                    : 0;
            if (type.limited() && change.getValue() > 0 && left < change.getValue()) {
                return Optional.of(new Shortage(change.getKey(), left, change.getValue() - left));
            }
        }
        charges.stream()
                .filter(charge -> !charge.typeKey().equals(type.typeKey()))
                .forEach(charge -> giveUp(leave, charge, note, by));
        changes.forEach((year, minutes) -> {
            if (minutes < 0) {
                giveUp(leave, new Charge(type.typeKey(), year, -minutes), note, by);
            } else if (minutes > 0) {
                take(leave, type, new Charge(type.typeKey(), year, minutes), note, by);
            }
        });
        return Optional.empty();
    }

    /** Turns everything that a request holds into use. */
    void use(LeaveRow leave, String by) {
        rows.charges(leave.requestId()).forEach(charge -> use(leave, charge, null, by));
    }

    /** Gives back everything that a request holds or has used. */
    void giveUp(LeaveRow leave, @Nullable String note, String by) {
        rows.charges(leave.requestId()).forEach(charge -> giveUp(leave, charge, note, by));
    }

    /** Adds to, or takes from, what was granted; answers false when too little is left to take. */
    boolean adjust(String personId, LeaveType type, int year, int minutes, String reason, String by) {
        open(personId, type, year);
        var adjusted = new Charge(type.typeKey(), year, minutes);
        if (change(personId, adjusted, minutes, 0, 0, type.limited()) == 0) {
            return false;
        }
        enter(personId, adjusted, "adjust", minutes, reason, null, by);
        return true;
    }

    private void take(LeaveRow leave, LeaveType type, Charge charge, @Nullable String note, String by) {
        if (change(leave.personId(), charge, 0, charge.minutes(), 0, type.limited()) == 0) {
            throw new IllegalStateException("The balance of " + leave.personId() + " changed while it was locked");
        }
        enter(leave.personId(), charge, "hold", -charge.minutes(), note, leave, by);
        if (leave.state() == LeaveRow.State.APPROVED) {
            use(leave, charge, note, by);
        }
    }

    private void use(LeaveRow leave, Charge charge, @Nullable String note, String by) {
        change(leave.personId(), charge, 0, -charge.minutes(), charge.minutes(), false);
        enter(leave.personId(), charge, "use", -charge.minutes(), note, leave, by);
    }

    private void giveUp(LeaveRow leave, Charge charge, @Nullable String note, String by) {
        var used = leave.state() == LeaveRow.State.APPROVED;
        change(leave.personId(), charge, 0, used ? 0 : -charge.minutes(), used ? -charge.minutes() : 0, false);
        enter(leave.personId(), charge, used ? "give-back" : "release", charge.minutes(), note, leave, by);
    }

    private int change(String personId, Charge charge, int granted, int held, int used, boolean guarded) {
        return rows.change(personId, charge.typeKey(), charge.ofYear(), granted, held, used, guarded);
    }

    private void enter(
            String personId,
            Charge charge,
            String kind,
            int minutes,
            @Nullable String note,
            @Nullable LeaveRow leave,
            String by) {
        rows.enter(new Entry(
                Ids.next(),
                personId,
                charge.typeKey(),
                charge.ofYear(),
                kind,
                minutes,
                note,
                leave == null ? null : leave.requestId(),
                leave == null ? null : leave.number(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
