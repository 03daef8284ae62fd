package io.tongban.process.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Timers that a model draws in working time: they are counted again, from their beginning, when the calendar changes. */
@Component
public class WorkingTimers {

    /** A timer that waits. */
    public record Waiting(String job, String requestId, String element) {}

    /** A timer that fires at another time now. */
    public record Moved(Instant before, Instant after) {}

    private static final Duration SAME = Duration.ofMinutes(1);

    private final ProcessEngine engine;
    private final Models models;

    WorkingTimers(ProcessEngine engine, Models models) {
        this.engine = engine;
        this.models = models;
    }

    /** All that wait, of all processes. */
    public List<Waiting> waiting() {
        return engine.getRepositoryService().createProcessDefinitionQuery().list().stream()
                .map(ProcessDefinition::getId)
                .filter(id -> !models.of(id).workingTimers().isEmpty())
                .flatMap(id -> waiting(id).stream())
                .toList();
    }

    private List<Waiting> waiting(String definition) {
        var management = engine.getManagementService();
        var timers = models.of(definition).workingTimers();
        Map<String, String> elements =
                management.createJobDefinitionQuery().processDefinitionId(definition).list().stream()
                        .filter(one -> timers.contains(one.getActivityId()))
                        .collect(Collectors.toMap(JobDefinition::getId, JobDefinition::getActivityId));
        return management.createJobQuery().processDefinitionId(definition).timers().list().stream()
                .filter(job -> elements.containsKey(job.getJobDefinitionId()))
                .map(job -> new Waiting(
                        job.getId(),
                        engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey(),
                        Objects.requireNonNull(elements.get(job.getJobDefinitionId()))))
                .toList();
    }

    /** Counts one again; empty when it has fired meanwhile or stays as it is. */
    public Optional<Moved> recount(Waiting timer) {
        var before = due(timer);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        engine.getManagementService().recalculateJobDuedate(timer.job(), true);
        return due(timer)
                .filter(after -> Duration.between(before.get(), after).abs().compareTo(SAME) >= 0)
                .map(after -> new Moved(before.get(), after));
    }

    private Optional<Instant> due(Waiting timer) {
        return Optional.ofNullable(engine.getManagementService()
                        .createJobQuery()
                        .jobId(timer.job())
                        .singleResult())
                .map(Job::getDuedate)
                .map(date -> Instant.ofEpochMilli(date.getTime()));
    }
}
