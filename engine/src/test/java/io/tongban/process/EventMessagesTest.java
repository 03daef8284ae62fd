package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.kernel.BusinessEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class EventMessagesTest {

    record Arrived(String requestId, String place) implements BusinessEvent {
        @Override
        public String name() {
            return "trial.arrived";
        }
    }

    record Moved(String requestId) implements BusinessEvent {
        @Override
        public String name() {
            return "trial.moved";
        }
    }

    @Autowired
    Requests requests;

    @Autowired
    InboxMapper inbox;

    @Autowired
    TrialSteps steps;

    @Autowired
    TestTimers timers;

    @Autowired
    TestCompany company;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private Request ask() {
        return requests.submit(company.actor("chen.yu"), "trial-wait", Map.of("topic", "打印机", "amount", 3), null);
    }

    private boolean waits(Request request) {
        return inbox.ofRequest(request.id()).isEmpty();
    }

    @Test
    void an_event_wakes_the_request_it_is_about_and_a_job_carries_it_on() {
        var mine = ask();
        var other = ask();
        transaction.executeWithoutResult(t -> events.publishEvent(new Arrived(mine.id(), "A1")));
        timers.carryOn(mine.id());
        assertThat(inbox.ofRequest(mine.id())).hasSize(1);
        assertThat(inbox.ofRequest(mine.id()).get(0).owner()).isEqualTo(company.id("chen.yu"));
        assertThat(steps.reserved).containsKey(mine.id());
        assertThat(waits(other)).isTrue();
        assertThat(requests.get(mine.id()).revision()).isGreaterThan(mine.revision());
    }

    @Test
    void a_deed_after_an_event_in_the_same_transaction_sees_what_the_event_moved() {
        steps.plan = new TrialSteps.Planned(
                company.id("chen.yu"),
                java.util.List.of(company.id("zhao.min")),
                java.time.Instant.parse("2026-12-24T00:00:00Z"),
                java.time.Instant.parse("2027-02-01T00:00:00Z"));
        var request =
                requests.submit(company.actor("wang.hr"), "trial-work", Map.of("topic", "整理档案", "amount", 3), null);
        steps.movedTo = java.time.Instant.parse("2027-01-01T00:00:00Z");
        transaction.executeWithoutResult(t -> {
            events.publishEvent(new Moved(request.id()));
            requests.comment(company.actor("wang.hr"), request.id(), "改期了", null);
            requests.withdraw(company.actor("wang.hr"), request.id(), null, null, null);
        });
        assertThat(requests.get(request.id()).status()).isEqualTo("withdrawn");
    }

    @Test
    void an_event_of_a_transaction_that_fails_wakes_nobody() {
        var request = ask();
        transaction.executeWithoutResult(t -> {
            events.publishEvent(new Arrived(request.id(), "A2"));
            t.setRollbackOnly();
        });
        assertThat(waits(request)).isTrue();
        assertThat(requests.withdraw(company.actor("chen.yu"), request.id(), null, null, null)
                        .status())
                .isEqualTo("withdrawn");
    }
}
