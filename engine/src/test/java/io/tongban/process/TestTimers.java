package io.tongban.process;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Timers of running requests, for tests: nobody waits for the clock. */
@Component
public class TestTimers {

    private final ProcessEngine engine;
    private final RequestMapper requests;
    private final DeadlineJob deadlines;

    TestTimers(ProcessEngine engine, RequestMapper requests, DeadlineJob deadlines) {
        this.engine = engine;
        this.requests = requests;
        this.deadlines = deadlines;
    }

    /** What has ended is measured, what is due happens. */
    public void measure() {
        deadlines.run();
    }

    /** Runs the timer of an element now, due or not. */
    public void fire(String requestId, String element) {
        engine.getManagementService()
                .executeJob(job(requestId, element)
                        .orElseThrow(() -> new AssertionError("No timer waits at " + element))
                        .getId());
    }

    /** Runs what a request is to carry on with by itself. */
    public void carryOn(String requestId) {
        jobs(requestId).forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    /** When the timer of an element is due; empty when none waits there. */
    public Optional<Instant> dueAt(String requestId, String element) {
        return job(requestId, element)
                .map(job -> Instant.ofEpochMilli(job.getDuedate().getTime()));
    }

    /** How many timers of an element wait. */
    public long count(String requestId, String element) {
        return jobs(requestId).stream()
                .filter(job -> element.equals(engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()))
                .count();
    }

    private Optional<Job> job(String requestId, String element) {
        return jobs(requestId).stream()
                .filter(job -> element.equals(engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()))
                .findFirst();
    }

    private List<Job> jobs(String requestId) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(
                        Objects.requireNonNull(requests.find(requestId)).instanceId())
                .list();
    }
}
