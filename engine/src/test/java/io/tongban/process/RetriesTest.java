package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.process.engine.Models;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What a request could not do by itself is listed with its cause, and tried again. */
@ProductTest
class RetriesTest {

    @Autowired
    Desk desk;

    @Autowired
    Retries retries;

    @Autowired
    Corrections corrections;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Requests requests;

    @Autowired
    Models models;

    @Autowired
    TestTimers timers;

    @Autowired
    TrialSteps steps;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private static final Interventions.Said WHY = new Interventions.Said("已修好", null);

    /** The goods have arrived, and taking them in fails until nobody tries any more. */
    private Desk.Case failed() {
        var asked = desk.ask("chen.yu", "trial-wait", "amount", 13);
        transaction.executeWithoutResult(t -> events.publishEvent(new SuspensionsTest.Delivered(asked.id)));
        for (int tries = 0; tries < 3; tries++) {
            assertThat(catchThrowable(() -> timers.carryOn(asked.id))).isNotNull();
        }
        return asked.after(() -> {});
    }

    private List<Retries.FailedStep> failures(Desk.Case asked) {
        var row = requests.row(asked.id);
        return retries.of(row, models.of(row.definitionId()), Locale.SIMPLIFIED_CHINESE);
    }

    private void retry(Desk.Case asked, @Nullable String failure, @Nullable String key) {
        asked.after(() -> retries.retry(company.actor("gao.admin"), asked.id, failure, WHY, key));
    }

    @Test
    void the_cause_stands_there_in_words() {
        var asked = failed();
        assertThat(failures(asked)).singleElement().satisfies(failure -> {
            assertThat(failure.step()).isEqualTo("入库");
            assertThat(failure.cause()).contains("无法撤销的步骤");
            assertThat(failure.detail()).contains("process:irreversible");
            assertThat(failure.next()).isNull();
        });
    }

    @Test
    void after_the_cause_is_repaired_it_is_tried_again_and_goes_on() {
        var asked = failed();
        asked.after(() -> corrections.correct(company.actor("gao.admin"), asked.id, Map.of("amount", 12), WHY, null));
        retry(asked, failures(asked).get(0).id(), null);
        timers.carryOn(asked.id);
        asked.waitsFor("chen.yu");
        assertThat(steps.reserved.get(asked.id)).isEqualByComparingTo("12");
        assertThat(failures(asked)).isEmpty();
        assertThat(asked.trail()).containsSubsequence("submit", "correct", "retry");
        assertThat(incidents(asked)).isZero();
    }

    @Test
    void what_fails_again_is_listed_again() {
        var asked = failed();
        retry(asked, null, null);
        assertThat(incidents(asked)).isZero();
        assertThat(failures(asked)).allMatch(failure -> failure.next() != null);
        assertThat(catchThrowable(() -> timers.carryOn(asked.id))).isNotNull();
        assertThat(failures(asked)).hasSize(1);
    }

    private long incidents(Desk.Case asked) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(requests.row(asked.id).instanceId())
                .count();
    }

    @Test
    void a_second_click_is_not_a_second_try_and_without_a_failure_there_is_nothing_to_try() {
        var asked = failed();
        var key = UUID.randomUUID().toString();
        retry(asked, null, key);
        retry(asked, null, key);
        assertThat(asked.trail().stream().filter("retry"::equals)).hasSize(1);
        var fine = desk.ask("chen.yu", "trial-wait");
        fine.refused("process:nothing-failed", () -> retry(fine, null, null));
        asked.refused(
                "process:nothing-failed", () -> retry(asked, UUID.randomUUID().toString(), null));
    }

    @Test
    void only_administrators_with_a_reason_and_not_while_it_is_suspended() {
        var asked = failed();
        asked.refused("kernel:forbidden", () -> retries.retry(company.actor("chen.yu"), asked.id, null, WHY, null));
        asked.refused("kernel:not-found", () -> retries.retry(company.actor("wu.xs"), asked.id, null, WHY, null));
        asked.refused(
                "process:administer-reason",
                () -> retries.retry(
                        company.actor("gao.admin"), asked.id, null, new Interventions.Said("", null), null));
        asked.after(() -> suspensions.suspend(company.actor("gao.admin"), asked.id, WHY, null));
        asked.refused("process:suspended", () -> retry(asked, null, null));
    }
}
