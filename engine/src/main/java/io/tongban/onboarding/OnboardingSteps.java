package io.tongban.onboarding;

import io.tongban.process.Effect;
import io.tongban.process.Step;
import io.tongban.process.StepContext;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the model of an onboarding can do. */
@Component
class OnboardingSteps {

    /** Answers of the entry by HR. */
    record Entered(
            @Nullable String hireName,
            @Nullable String account,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String department,
            @Nullable String position,
            @Nullable String leader,
            @Nullable String startDate) {

        Hires.Place place() {
            return new Hires.Place(text(department), position, text(leader), text(startDate));
        }
    }

    /** Who the hire is, when what is due, and when people are reminded next. */
    record Registered(
            String hire, Instant dueProfile, Instant dueReading, Instant dueIt, Instant dueMentor, Instant remindAt) {}

    record Profile(
            @Nullable String ownEmail,
            @Nullable String ownPhone,
            @Nullable String emergencyName,
            @Nullable String emergencyPhone) {}

    record Mentor(@Nullable String mentor, @Nullable String welcome) {}

    record Reminded(Instant remindAt) {}

    record Nothing() {}

    private final Hires hires;
    private final Reminders reminders;

    OnboardingSteps(Hires hires, Reminders reminders) {
        this.hires = hires;
        this.reminders = reminders;
    }

    @Step(value = "onboarding.register", effect = Effect.UNDOABLE, undoneBy = "onboarding.cancel")
    Registered register(Entered entered, StepContext context) {
        var row = hires.register(
                context.requestId(),
                context.number(),
                context.applicantId(),
                text(entered.hireName()),
                text(entered.account()),
                entered.email(),
                entered.phone(),
                entered.place());
        return registered(row);
    }

    @Step("onboarding.correct")
    Registered correct(Entered entered, StepContext context) {
        return registered(hires.correct(context.requestId(), entered.place()));
    }

    @Step("onboarding.cancel")
    void cancel(Nothing in, StepContext context) {
        hires.cancel(context.requestId());
    }

    @Step("onboarding.profile")
    void profile(Profile profile, StepContext context) {
        hires.profile(
                context.requestId(),
                profile.ownEmail(),
                profile.ownPhone(),
                text(profile.emergencyName()),
                text(profile.emergencyPhone()));
    }

    @Step("onboarding.welcome")
    void welcome(Mentor mentor, StepContext context) {
        hires.welcome(context.requestId(), text(mentor.mentor()), mentor.welcome(), context.actorId());
    }

    @Step("onboarding.remind")
    Reminded remind(Nothing in, StepContext context) {
        reminders.remind(context.requestId());
        return new Reminded(hires.nextReminder(context.requestId()));
    }

    private Registered registered(HireRow row) {
        Map<Stage, Instant> dues = hires.dues(row.requestId());
        return new Registered(
                row.personId(),
                due(dues, Stage.PROFILE),
                due(dues, Stage.READING),
                due(dues, Stage.IT),
                due(dues, Stage.MENTOR),
                hires.nextReminder(row.requestId()));
    }

    private static Instant due(Map<Stage, Instant> dues, Stage stage) {
        return java.util.Objects.requireNonNull(dues.get(stage));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
