package io.tongban.leave;

import io.tongban.process.Effect;
import io.tongban.process.Step;
import io.tongban.process.StepContext;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What models can do with leave. */
@Component
class LeaveSteps {

    /** Answers of the leave request's form. */
    record Asked(
            @Nullable String type,
            @Nullable String start,
            @Nullable String end,
            @Nullable String handover,
            @Nullable List<String> proof) {}

    /** Facts for the decision, {@code days} counted by the rules of the type; length and period in words for the title. */
    record Counted(
            String type, int minutes, double days, String length, String lengthEn, String period, String periodEn) {}

    /** Answers of the cancellation's form: the leave, and when work begins again; empty for the whole leave. */
    record Cancelled(@Nullable String leave, @Nullable String returnAt) {}

    /** The minutes that come back; for the title the type and what comes back, in words. */
    record GivenBack(
            int minutes,
            String leaveType,
            String leaveTypeEn,
            String length,
            String lengthEn,
            String period,
            String periodEn) {}

    record Nothing() {}

    private final LeaveRequests requests;
    private final LeaveCancellation cancellation;
    private final LeaveTypes types;
    private final LeaveCounter counter;
    private final LeaveWords words;

    LeaveSteps(
            LeaveRequests requests,
            LeaveCancellation cancellation,
            LeaveTypes types,
            LeaveCounter counter,
            LeaveWords words) {
        this.requests = requests;
        this.cancellation = cancellation;
        this.types = types;
        this.counter = counter;
        this.words = words;
    }

    @Step(value = "leave.register", effect = Effect.UNDOABLE, undoneBy = "leave.release")
    Counted register(Asked asked, StepContext context) {
        var type = types.get(asked.type(), "answers.type");
        var start = LeaveRules.time(asked.start(), "answers.start");
        var end = LeaveRules.time(asked.end(), "answers.end");
        var count = requests.register(
                new LeaveRequests.Asked(
                        context.requestId(),
                        context.number(),
                        context.applicantId(),
                        type,
                        start,
                        end,
                        asked.handover() == null || asked.handover().isBlank() ? null : asked.handover(),
                        asked.proof() == null ? 0 : asked.proof().size()),
                context.actorId());
        return new Counted(
                type.typeKey(),
                count.minutes(),
                count.inDays(),
                words.amount(Locale.SIMPLIFIED_CHINESE, count.minutes(), count.minutesPerDay()),
                words.amount(Locale.ENGLISH, count.minutes(), count.minutesPerDay()),
                words.shortPeriod(Locale.SIMPLIFIED_CHINESE, start, end, count.hours()),
                words.shortPeriod(Locale.ENGLISH, start, end, count.hours()));
    }

    @Step("leave.release")
    void release(Nothing in, StepContext context) {
        requests.release(context.requestId(), context.actorId());
    }

    @Step(
            value = "leave.deduct",
            effect = Effect.UNDOABLE,
            undoneBy = "leave.give-back",
            undoableIf = "leave.not-begun")
    void deduct(Nothing in, StepContext context) {
        requests.deduct(context.requestId(), context.actorId());
    }

    @Step("leave.not-begun")
    void requireNotBegun(Nothing in, StepContext context) {
        requests.requireNotBegun(context.requestId());
    }

    @Step("leave.give-back")
    void giveBack(Nothing in, StepContext context) {
        requests.giveBack(context.requestId(), context.actorId());
    }

    @Step(value = "leave.mark-calendar", effect = Effect.UNDOABLE, undoneBy = "leave.clear-calendar")
    void markCalendar(Nothing in, StepContext context) {
        requests.markCalendar(context.requestId());
    }

    @Step("leave.clear-calendar")
    void clearCalendar(Nothing in, StepContext context) {
        requests.clearCalendar(context.requestId());
    }

    @Step("leave.check-cancellation")
    GivenBack checkCancellation(Cancelled cancelled, StepContext context) {
        int minutes = cancellation.check(context.applicantId(), leave(cancelled), back(cancelled));
        return givenBack(requests.get(leave(cancelled)), back(cancelled), minutes);
    }

    @Step("leave.cancel")
    GivenBack cancel(Cancelled cancelled, StepContext context) {
        cancellation.check(context.applicantId(), leave(cancelled), back(cancelled));
        var before = requests.get(leave(cancelled));
        int minutes = cancellation.cancel(context.applicantId(), leave(cancelled), back(cancelled), context.actorId());
        return givenBack(before, back(cancelled), minutes);
    }

    private GivenBack givenBack(LeaveRow leave, @Nullable LocalDateTime back, int minutes) {
        var type = types.get(leave.typeKey(), "type");
        var hours = counter.hours();
        var from = back == null || back.isBefore(leave.startAt()) ? leave.startAt() : back;
        return new GivenBack(
                minutes,
                type.name(),
                type.nameEn(),
                words.amount(Locale.SIMPLIFIED_CHINESE, minutes, hours.minutesPerDay()),
                words.amount(Locale.ENGLISH, minutes, hours.minutesPerDay()),
                words.shortPeriod(Locale.SIMPLIFIED_CHINESE, from, leave.endAt(), hours),
                words.shortPeriod(Locale.ENGLISH, from, leave.endAt(), hours));
    }

    private static String leave(Cancelled cancelled) {
        return cancelled.leave() == null ? "" : cancelled.leave();
    }

    private static @Nullable LocalDateTime back(Cancelled cancelled) {
        return cancelled.returnAt() == null || cancelled.returnAt().isBlank()
                ? null
                : LeaveRules.time(cancelled.returnAt(), "answers.returnAt");
    }
}
