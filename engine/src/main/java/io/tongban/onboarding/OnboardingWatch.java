package io.tongban.onboarding;

import io.tongban.access.AccessEvent;
import io.tongban.access.Accounts;
import io.tongban.process.ProcessEvent;
import io.tongban.process.Requests;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notices what happens elsewhere to a hire: the account is used, a task is done, a request ends. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OnboardingWatch {

    private final HireMapper rows;
    private final PortraitMapper portraits;
    private final Hires hires;
    private final Requests requests;
    private final Accounts accounts;
    private final Clock clock;

    OnboardingWatch(
            HireMapper rows, PortraitMapper portraits, Hires hires, Requests requests, Accounts accounts, Clock clock) {
        this.rows = rows;
        this.portraits = portraits;
        this.hires = hires;
        this.requests = requests;
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    void on(AccessEvent.Activated activated) {
        var row = rows.ofPerson(activated.personId());
        if (row == null || !row.running() || row.activatedAt() != null) {
            return;
        }
        requests.signal(accounts.actor(row.personId()), row.requestId(), Onboardings.ACTIVATED, Map.of(), null);
        rows.activated(row.requestId(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        hires.done(row.requestId(), Stage.ACTIVATE, row.personId());
    }

    @EventListener
    void on(ProcessEvent.TaskClosed closed) {
        if (closed.processKey().equals(Onboardings.PROCESS) && closed.action().equals("complete")) {
            Stream.of(Stage.values())
                    .filter(stage -> closed.step().equals(stage.task()))
                    .forEach(stage -> hires.done(closed.requestId(), stage, closed.personId()));
        } else if (closed.processKey().equals(Onboardings.PORTRAIT)
                && closed.action().equals("return")) {
            portraits.state(closed.requestId(), PortraitState.RETURNED, closedAt());
        }
    }

    @EventListener
    void on(ProcessEvent.Ended ended) {
        if (ended.processKey().equals(Onboardings.PROCESS) && ended.outcome().equals("completed")) {
            var row = hires.get(ended.requestId());
            rows.state(row.requestId(), HireRow.State.DONE, closedAt());
            hires.tell(row, java.util.List.of(row.personId()), "onboarding.done", "/");
        } else if (ended.processKey().equals(Onboardings.PORTRAIT)
                && !ended.outcome().equals("approved")) {
            portraits.state(ended.requestId(), PortraitState.DROPPED, closedAt());
        }
    }

    private java.time.Instant closedAt() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
