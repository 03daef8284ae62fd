package io.tongban.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.process.Desk;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine forgets its course when the months are over; the record and a signed snapshot stay. */
@ProductTest
class RetentionTest {

    @Autowired
    Desk desk;

    @Autowired
    TestCompany company;

    @Autowired
    Retention retention;

    @Autowired
    RetentionMapper snapshots;

    @Autowired
    Verification verification;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private String ended(int daysAgo) {
        var asked = desk.ask("chen.yu", "trial-request", "topic", "旧合同 " + daysAgo, "amount", 5)
                .approves("zhao.min");
        asked.is("approved");
        jdbc.update(
                "update process_request set ended_at = ? where id = ?",
                Timestamp.from(clock.instant().minus(Duration.ofDays(daysAgo))),
                asked.id);
        return asked.id;
    }

    private long course(String request) {
        var instance =
                jdbc.queryForObject("select instance_id from process_request where id = ?", String.class, request);
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .count();
    }

    private int daysOfTheEngine() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("trial-request")
                .latestVersion()
                .singleResult()
                .getHistoryTimeToLive();
    }

    @Test
    void what_ended_before_the_months_is_forgotten_by_the_engine_and_stays_in_the_record() {
        var gao = company.signIn("gao.admin");
        var old = ended(100);
        var young = ended(30);
        var running = desk.ask("chen.yu", "trial-request", "amount", 5000).id;
        retention.keep();
        assertThat(course(old)).as("without a rule nothing is cleaned").isPositive();

        assertThat(gao.put("/api/admin/record/retention/trial-request", Map.of("months", 0))
                        .problem())
                .isEqualTo("kernel:invalid");
        assertThat(company.signIn("chen.yu")
                        .put("/api/admin/record/retention/trial-request", Map.of("months", 3))
                        .status())
                .isEqualTo(403);
        gao.put("/api/admin/record/retention/trial-request", Map.of("months", 3))
                .ok();
        retention.keep();
        retention.keep();

        assertThat(course(old)).isZero();
        assertThat(course(young)).isPositive();
        assertThat(course(running)).isPositive();
        assertThat(verification.request(old)).isEmpty();
        var page = company.signIn("chen.yu").get("/api/requests/" + old).ok();
        assertThat(page.at("/timeline").size()).isEqualTo(2);
        assertThat(page.at("/answers/topic").asString()).isEqualTo("旧合同 100");

        var snapshot = Objects.requireNonNull(snapshots.snapshot(old));
        assertThat(snapshot.paper()).contains("旧合同 100", "陈宇", "赵敏");
        assertThat(retention.intact(snapshot)).isTrue();
        jdbc.update("update record_snapshot set paper = replace(paper, '旧合同', '新合同') where request_id = ?", old);
        assertThat(verification.all(progress -> {}).findings())
                .anyMatch(finding -> finding.kind().equals("snapshot") && old.equals(finding.requestId()));
        assertThat(daysOfTheEngine()).as("the engine comes after us").isGreaterThan(3 * 31);
        gao.put("/api/admin/record/retention/trial-request", Collections.singletonMap("months", null))
                .ok();
        assertThat(daysOfTheEngine()).as("as the model says").isEqualTo(30);
        assertThat(gao.put("/api/admin/record/retention/no-such-process", Map.of("months", 3))
                        .status())
                .isEqualTo(404);
    }
}
