package io.tongban.leave;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Balances, their history and leave of people. */
@Service
public class Leaves {

    private static final int MOST_ADJUSTED = 366 * 24 * 60;

    /** What is left of a type in a year; {@code available} is null when no balance limits the type. */
    public record Balance(
            String type,
            String name,
            int year,
            boolean limited,
            int granted,
            int used,
            int held,
            @Nullable Integer available) {}

    /** A count before it is asked for: what is left, what is missing, and leave in the way. */
    record Preview(
            LeaveCount count,
            @Nullable Integer available,
            int missing,
            @Nullable LeaveRow overlap) {}

    private final LeaveMapper rows;
    private final BalanceMapper ledger;
    private final LeaveBalances balances;
    private final LeaveTypes types;
    private final LeaveCounter counter;
    private final LeaveRules rules;
    private final LeaveRecount recount;
    private final LeaveWords words;
    private final People people;

    Leaves(
            LeaveMapper rows,
            BalanceMapper ledger,
            LeaveBalances balances,
            LeaveTypes types,
            LeaveCounter counter,
            LeaveRules rules,
            LeaveRecount recount,
            LeaveWords words,
            People people) {
        this.rows = rows;
        this.ledger = ledger;
        this.balances = balances;
        this.types = types;
        this.counter = counter;
        this.rules = rules;
        this.recount = recount;
        this.words = words;
        this.people = people;
    }

    /** Balances of a year, this one by default; grants what accrues in it when nobody has looked yet. */
    @Transactional
    public List<Balance> balances(String personId, @Nullable Integer ofYear) {
        int year = year(ofYear);
        var all = types.all();
        var known = known(personId, year);
        if (all.stream().anyMatch(type -> type.yearlyMinutes() > 0 && !known.containsKey(type.typeKey()))) {
            balances.lock(personId);
            all.stream()
                    .filter(type -> type.yearlyMinutes() > 0)
                    .forEach(type -> known.put(type.typeKey(), balances.open(personId, type, year)));
        }
        return all.stream()
                .map(type -> view(type, year, known.get(type.typeKey())))
                .toList();
    }

    /** The same for somebody else; unknown people do not exist. */
    @Transactional
    public List<Balance> balancesOf(String personId, @Nullable Integer ofYear) {
        people.get(personId);
        return balances(personId, ofYear);
    }

    /** Grants or takes minutes with a reason; what did not suffice before is tried again. */
    @Transactional
    public Balance adjust(
            Actor actor, String personId, String typeKey, @Nullable Integer ofYear, int minutes, String reason) {
        people.get(personId);
        int year = year(ofYear);
        var type = types.get(typeKey, "type");
        if (!type.limited()) {
            throw Problem.refused("kernel:invalid").field("type", "leave:not-limited", words.type(type));
        }
        if (minutes == 0 || Math.abs(minutes) > MOST_ADJUSTED) {
            throw Problem.refused("kernel:invalid").field("minutes", "leave:minutes-wrong");
        }
        if (reason.isBlank() || reason.codePointCount(0, reason.length()) > 200) {
            throw Problem.refused("kernel:invalid").field("reason", "leave:reason-missing");
        }
        balances.lock(personId);
        if (!balances.adjust(personId, type, year, minutes, reason.strip(), actor.id())) {
            var left = balances.open(personId, type, year).available();
            var amount = words.amount(left, counter.minutesPerDay());
            throw Problem.refused("leave:adjust-below-zero", words.type(type), amount)
                    .field("minutes", "leave:adjust-below-zero", words.type(type), amount);
        }
        recount.retry(personId);
        return view(type, year, balances.open(personId, type, year));
    }

    @Transactional(readOnly = true)
    Page<BalanceMapper.Entry> ledger(String personId, @Nullable String type, @Nullable String cursor, int limit) {
        return Page.of(ledger.ledger(personId, type, cursor, limit + 1), limit, BalanceMapper.Entry::id);
    }

    /** Own leave, the newest first. */
    @Transactional(readOnly = true)
    Page<LeaveRow> of(String personId, @Nullable String cursor, int limit) {
        return Page.of(rows.of(personId, cursor, limit + 1), limit, LeaveRow::requestId);
    }

    /** Counts without holding anything; {@code requestId} names a returned request that is being changed. */
    @Transactional
    Preview preview(
            String personId, LeaveType type, LocalDateTime start, LocalDateTime end, @Nullable String requestId) {
        rules.checkPeriod(start, end);
        var changed = requestId == null ? null : rows.find(requestId);
        var own = changed == null || !changed.personId().equals(personId) ? "" : changed.requestId();
        var count = counter.count(type, start, end);
        var overlap = rows.overlapping(personId, start, end, own);
        if (!type.limited()) {
            return new Preview(count, null, 0, overlap);
        }
        var mine = ledger.charges(own).stream()
                .filter(charge -> charge.typeKey().equals(type.typeKey()))
                .collect(Collectors.toMap(BalanceMapper.Charge::ofYear, BalanceMapper.Charge::minutes));
        var years = count.years().isEmpty()
                ? List.of(start.getYear())
                : new ArrayList<>(count.years().keySet());
        int available = 0;
        int missing = 0;
        for (int year : years) {
            var balance = ledger.find(personId, type.typeKey(), year);
            int left = balance == null ? type.yearlyMinutes() : balance.available();
            left += mine.getOrDefault(year, 0);
            available += left;
            missing += Math.max(0, count.years().getOrDefault(year, 0) - left);
        }
        return new Preview(count, available, missing, overlap);
    }

    /** The leave of a request beside its applicant's balances of the years that it touches. */
    @Transactional(readOnly = true)
    LeaveController.Facts facts(String requestId) {
        var leave = rows.find(requestId);
        if (leave == null) {
            throw Problem.notFound();
        }
        var type = types.get(leave.typeKey(), "type");
        var years = counter.count(type, leave.startAt(), leave.endAt()).years().keySet();
        int granted = 0;
        int used = 0;
        int held = 0;
        for (int year : years.isEmpty() ? Set.of(leave.startAt().getYear()) : years) {
            var balance = ledger.find(leave.personId(), type.typeKey(), year);
            granted += balance == null ? type.yearlyMinutes() : balance.granted();
            used += balance == null ? 0 : balance.used();
            held += balance == null ? 0 : balance.held();
        }
        return new LeaveController.Facts(
                type.typeKey(),
                words.type(type),
                leave.startAt(),
                leave.endAt(),
                leave.minutes(),
                granted,
                used,
                held,
                type.limited() ? granted - used - held : null,
                counter.minutesPerDay(),
                leave.state().blocks(),
                leave.provisional());
    }

    private Map<String, BalanceMapper.Balance> known(String personId, int year) {
        return ledger.of(personId, year).stream()
                .collect(Collectors.toMap(BalanceMapper.Balance::typeKey, Function.identity()));
    }

    private Balance view(LeaveType type, int year, BalanceMapper.@Nullable Balance balance) {
        int granted = balance == null ? 0 : balance.granted();
        int used = balance == null ? 0 : balance.used();
        int held = balance == null ? 0 : balance.held();
        var available = type.limited() ? Integer.valueOf(granted - used - held) : null;
        return new Balance(type.typeKey(), words.type(type), year, type.limited(), granted, used, held, available);
    }

    private int year(@Nullable Integer asked) {
        int now = rules.today().getYear();
        if (asked == null) {
            return now;
        }
        if (Math.abs(asked - now) > 1) {
            throw Problem.malformed("leave:year-too-far");
        }
        return asked;
    }
}
