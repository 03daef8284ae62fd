package io.tongban.process.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a process does by itself, at a time or at once: it stands still, goes on, has failed, is tried again. */
@Component
public class Jobs {

    private static final int TRIES = 3;

    /**
     * Something that a process could not do.
     *
     * @param element element id of the step
     * @param message what the exception said
     * @param retries how often it is still tried; 0 means that it waits for somebody
     * @param next when it is tried next, null when it is not
     */
    public record Failure(
            String id,
            String requestId,
            String element,
            String message,
            int retries,
            @Nullable Instant next) {}

    private final ProcessEngine engine;
    private final Clock clock;

    Jobs(ProcessEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Timers and what waits to go on stand still; one that fires in this moment is rolled back by the engine. */
    public void hold(String instanceId) {
        engine.getManagementService().suspendJobByProcessInstanceId(instanceId);
    }

    /** They go on; what has come due meanwhile does so at once. */
    public void release(String instanceId) {
        engine.getManagementService().activateJobByProcessInstanceId(instanceId);
    }

    /** What one process could not do. */
    public List<Failure> failures(String instanceId) {
        return failures(
                engine.getManagementService().createJobQuery().processInstanceId(instanceId), Integer.MAX_VALUE);
    }

    /** What any process could not do, so many at most. */
    public List<Failure> failures(int most) {
        return failures(engine.getManagementService().createJobQuery(), most);
    }

    private List<Failure> failures(JobQuery query, int most) {
        var jobs = query.withException().orderByJobId().desc().listPage(0, most);
        if (jobs.isEmpty()) {
            return List.of();
        }
        var requests = requests(jobs.stream().map(Job::getProcessInstanceId).toList());
        return jobs.stream()
                .filter(job -> requests.containsKey(job.getProcessInstanceId()))
                .map(job -> new Failure(
                        job.getId(),
                        Objects.requireNonNull(requests.get(job.getProcessInstanceId())),
                        element(job),
                        Objects.requireNonNullElse(job.getExceptionMessage(), ""),
                        job.getRetries(),
                        job.getRetries() == 0 || job.getDuedate() == null
                                ? null
                                : Instant.ofEpochMilli(job.getDuedate().getTime())))
                .toList();
    }

    private Map<String, String> requests(Collection<String> instances) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceIds(new HashSet<>(instances))
                .list()
                .stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private String element(Job job) {
        var definition = engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return definition == null ? "" : definition.getActivityId();
    }

    /** What has failed is tried again from now on; answers the elements. */
    public Collection<String> retry(String instanceId, Collection<String> ids) {
        var tried = new LinkedHashSet<String>();
        var management = engine.getManagementService();
        for (var failure : failures(instanceId)) {
            if (ids.contains(failure.id())) {
                management.setJobRetries(failure.id(), TRIES);
                management.setJobDuedate(failure.id(), Date.from(clock.instant()));
                tried.add(failure.element());
            }
        }
        return tried;
    }
}
