package io.tongban.onboarding;

import io.tongban.access.Accounts;
import io.tongban.file.Portraits;
import io.tongban.kernel.Problem;
import io.tongban.process.Step;
import io.tongban.process.StepContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the model of a portrait's check can do. */
@Component
class PortraitSteps {

    record Picture(@Nullable List<String> picture) {}

    record Nothing() {}

    private final PortraitMapper rows;
    private final HireMapper hireRows;
    private final Hires hires;
    private final Portraits portraits;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PortraitSteps(
            PortraitMapper rows,
            HireMapper hireRows,
            Hires hires,
            Portraits portraits,
            Accounts accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.hireRows = hireRows;
        this.hires = hires;
        this.portraits = portraits;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** Size, proportion and type; what HR has to judge is left to HR. */
    @Step("onboarding.check-picture")
    void check(Picture picture, StepContext context) {
        var files = picture.picture();
        if (files == null || files.size() != 1) {
            throw Problem.refused("onboarding:picture-needed").field("answers.picture", "onboarding:picture-needed");
        }
        portraits.check(accounts.actor(context.applicantId()), "answers.picture", files.get(0));
        rows.put(new PortraitRow(
                context.requestId(),
                context.applicantId(),
                files.get(0),
                PortraitState.CHECKING,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Becomes what colleagues see; an onboarding that waits for it goes on. */
    @Step("onboarding.set-portrait")
    void set(Nothing in, StepContext context) {
        var row = rows.find(context.requestId());
        if (row == null) {
            throw Problem.notFound();
        }
        portraits.give(row.personId(), row.fileId());
        rows.state(row.requestId(), PortraitState.CONFIRMED, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var hire = hireRows.ofPerson(row.personId());
        if (hire != null && hire.running()) {
            hires.done(hire.requestId(), Stage.PORTRAIT, context.actorId());
            events.publishEvent(new OnboardingEvent.PortraitConfirmed(hire.requestId()));
        }
    }
}
