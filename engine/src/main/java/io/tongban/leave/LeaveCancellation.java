package io.tongban.leave;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.process.FieldSource;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cancelling approved leave, wholly or from an earlier return on. */
@Component
class LeaveCancellation implements FieldSource {

    private static final int DAYS_AFTER = 30;

    private final LeaveMapper rows;
    private final LeaveRequests leaves;
    private final LeaveTypes types;
    private final LeaveBalances balances;
    private final LeaveCounter counter;
    private final LeaveRules rules;
    private final LeaveWords words;
    private final Clock clock;

    LeaveCancellation(
            LeaveMapper rows,
            LeaveRequests leaves,
            LeaveTypes types,
            LeaveBalances balances,
            LeaveCounter counter,
            LeaveRules rules,
            LeaveWords words,
            Clock clock) {
        this.rows = rows;
        this.leaves = leaves;
        this.types = types;
        this.balances = balances;
        this.counter = counter;
        this.rules = rules;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "leave.cancellable";
    }

    /** Approved leave that has not been over for a month. */
    @Override
    public List<Option> options(Actor actor) {
        return rows.approved(actor.id(), oldest()).stream()
                .map(leave -> new Option(
                        leave.requestId(),
                        words.type(types.get(leave.typeKey(), "type")) + " "
                                + words.period(leave.startAt(), leave.endAt()) + " (" + leave.number() + ")"))
                .toList();
    }

    /** Refuses what can not be cancelled; answers the minutes that would come back. */
    @Transactional(propagation = Propagation.MANDATORY)
    int check(String personId, String leaveId, @Nullable LocalDateTime back) {
        return minutesBack(personId, rows.find(leaveId), back);
    }

    /** Gives back the whole leave, or what lies after the return; answers the minutes that came back. */
    @Transactional(propagation = Propagation.MANDATORY)
    int cancel(String personId, String leaveId, @Nullable LocalDateTime back, String by) {
        var given = new int[1];
        leaves.change(leaveId, leave -> {
            given[0] = minutesBack(personId, leave, back);
            return back == null || !back.isAfter(leave.startAt()) ? cancelled(leave, by) : shortened(leave, back, by);
        });
        return given[0];
    }

    private LeaveRow cancelled(LeaveRow leave, String by) {
        balances.giveUp(leave, "leave.note.cancelled", by);
        leaves.clearCalendar(leave.requestId());
        leaves.tellHandover(leave, "leave.handover-cancelled");
        return leave.with(LeaveRow.State.CANCELLED, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private LeaveRow shortened(LeaveRow leave, LocalDateTime back, String by) {
        var type = types.get(leave.typeKey(), "type");
        var count = counter.count(type, leave.startAt(), back);
        balances.charge(leave, type, count.years(), "leave.note.shortened", by).ifPresent(shortage -> {
            throw rules.tooLittle(type, count, shortage);
        });
        var next = leave.counted(
                back,
                count.minutes(),
                count.provisional(),
                false,
                count.version(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        leaves.enter(next);
        leaves.tellHandover(next, "leave.handover-shortened");
        return next;
    }

    private int minutesBack(String personId, @Nullable LeaveRow leave, @Nullable LocalDateTime back) {
        if (leave == null || !leave.personId().equals(personId)) {
            throw refused("answers.leave", "leave:not-yours");
        }
        if (leave.state() != LeaveRow.State.APPROVED) {
            throw refused("answers.leave", "leave:not-cancellable", leave.number());
        }
        if (leave.endAt().isBefore(oldest())) {
            throw refused("answers.leave", "leave:cancelled-too-late", leave.number(), DAYS_AFTER);
        }
        if (back == null || !back.isAfter(leave.startAt())) {
            return leave.minutes();
        }
        var type = types.get(leave.typeKey(), "type");
        int rest = back.isBefore(leave.endAt())
                ? leave.minutes() - counter.count(type, leave.startAt(), back).minutes()
                : 0;
        if (rest <= 0) {
            throw refused("answers.returnAt", "leave:nothing-back", words.period(leave.startAt(), leave.endAt()));
        }
        return rest;
    }

    private LocalDateTime oldest() {
        return rules.today().minusDays(DAYS_AFTER);
    }

    private static Problem refused(String field, String code, Object... args) {
        return Problem.refused(code, args).field(field, code, args);
    }
}
