package io.tongban.worktask;

import io.tongban.kernel.Problem;
import io.tongban.process.Effect;
import io.tongban.process.Step;
import io.tongban.process.StepContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What models can do with tasks. */
@Component
class WorktaskSteps {

    /** What is needed; {@code kind} is people, budget, room, goods or access. */
    record Resource(@Nullable String kind, @Nullable String note) {}

    /** Answers of the form in which a task is agreed. */
    record Asked(
            @Nullable String name,
            @Nullable String goal,
            @Nullable String owner,
            @Nullable List<String> participants,
            @Nullable String start,
            @Nullable String end,
            @Nullable String priority,
            @Nullable List<String> acceptors,
            @Nullable String rhythm,
            @Nullable List<Resource> resources,
            @Nullable List<String> attachments) {}

    /** Who does it, when it is due, and when people are reminded of that. */
    record Opened(String doer, Instant due, Instant remindAt) {}

    /** Who does it now. */
    record HandOver(@Nullable String newOwner, @Nullable String reason) {}

    record HandedOver(String doer) {}

    /** The last day from now on. */
    record Move(@Nullable String newEnd, @Nullable String reason) {}

    record Moved(Instant due, Instant remindAt) {}

    /** Answers of the owner's form; or, while it is being accepted, others to accept it: their ids with commas. */
    record Result(
            @Nullable String result,
            @Nullable List<String> resultFiles,
            @Nullable String remedy,
            @Nullable String newAcceptors) {}

    /** Who is asked to accept. */
    record Asking(List<String> reviewers) {}

    record Nothing() {}

    private final WorktaskCourse course;
    private final WorktaskReminders reminders;

    WorktaskSteps(WorktaskCourse course, WorktaskReminders reminders) {
        this.course = course;
        this.reminders = reminders;
    }

    @Step(value = "worktask.open", effect = Effect.UNDOABLE, undoneBy = "worktask.cancel")
    Opened open(Asked asked, StepContext context) {
        return course.open(asked, context);
    }

    @Step("worktask.cancel")
    void cancel(Nothing in, StepContext context) {
        course.cancel(context.requestId(), context.actorId());
    }

    @Step("worktask.remind-soon")
    void remindSoon(Nothing in, StepContext context) {
        reminders.soon(context.requestId());
    }

    @Step("worktask.remind-late")
    void remindLate(Nothing in, StepContext context) {
        reminders.late(context.requestId());
    }

    @Step("worktask.follow-up")
    void followUp(Nothing in, StepContext context) {
        reminders.followUp(context.requestId());
    }

    @Step("worktask.hand-over")
    HandedOver handOver(HandOver asked, StepContext context) {
        return new HandedOver(
                course.handOver(context.requestId(), needed(asked.newOwner()), asked.reason(), context.actorId()));
    }

    @Step("worktask.move-end")
    Moved moveEnd(Move asked, StepContext context) {
        return course.moveEnd(context.requestId(), needed(asked.newEnd()), asked.reason(), context.actorId());
    }

    @Step("worktask.ask-acceptance")
    Asking askAcceptance(Result result, StepContext context) {
        return new Asking(course.askAcceptance(result, context.requestId(), context.actorId()));
    }

    @Step("worktask.send-back")
    HandedOver sendBack(Nothing in, StepContext context) {
        return new HandedOver(course.sendBack(context.requestId(), context.actorId()));
    }

    @Step("worktask.close")
    void close(Nothing in, StepContext context) {
        course.close(context.requestId(), context.actorId());
    }

    private static String needed(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.refused("kernel:invalid");
        }
        return value;
    }
}
