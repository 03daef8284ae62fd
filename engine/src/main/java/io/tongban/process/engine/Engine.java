package io.tongban.process.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.EventSubscriptionQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine in the product's own words; every call joins the caller's transaction. */
@Component
public class Engine {

    /** Where a process stands, as element ids of its model. */
    public record State(List<String> active, List<String> done, List<String> failed) {}

    private static final String BODY = "#multiInstanceBody";
    private static final long LATEST_AGE_NANOS = 1_000_000_000L;

    private record Latest(long read, Map<String, String> definitions) {}

    private final ProcessEngine engine;
    private final ObjectProvider<EngineSpi> spi;
    private final Models models;
    private final Dates dates;
    private final AtomicReference<Latest> latest = new AtomicReference<>(new Latest(0, Map.of()));

    Engine(ProcessEngine engine, ObjectProvider<EngineSpi> spi, Models models, Dates dates) {
        this.engine = engine;
        this.spi = spi;
        this.models = models;
        this.dates = dates;
    }

    /** The newest version of each process by key; a deployment of another node is seen within a second. */
    public Map<String, String> latest() {
        var known = java.util.Objects.requireNonNull(latest.get());
        if (known.read() != 0 && System.nanoTime() - known.read() < LATEST_AGE_NANOS) {
            return known.definitions();
        }
        var definitions =
                engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().active().list().stream()
                        .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getId));
        latest.set(new Latest(Math.max(1, System.nanoTime()), definitions));
        return definitions;
    }

    /** Starts a version for a request and answers the id of the running process. */
    public String start(String definitionId, String requestId, Map<String, Object> facts) {
        return engine.getRuntimeService()
                .createProcessInstanceById(definitionId)
                .businessKey(requestId)
                .setVariables(FactValues.values(facts))
                .execute()
                .getId();
    }

    /** Completes a task; moments are seen by the gateways that follow at once and are never stored. */
    public void complete(String taskId, Map<String, Object> facts, Map<String, Object> moments) {
        VariableMap all = Variables.createVariables();
        FactValues.values(facts).forEach(all::putValue);
        moments.forEach((name, value) -> all.putValueTyped(name, Variables.untypedValue(value, true)));
        engine.getTaskService().complete(taskId, all);
    }

    public void assign(String taskId, String personId) {
        engine.getTaskService().setAssignee(taskId, personId);
    }

    public void unassign(String taskId) {
        engine.getTaskService().setAssignee(taskId, null);
    }

    /** An open task is due at another time. */
    public void due(String taskId, Instant due) {
        var task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
        if (task != null) {
            task.setDueDate(Date.from(due));
            engine.getTaskService().saveTask(task);
        }
    }

    public boolean isRunning(String instanceId) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .count()
                > 0;
    }

    /** The facts of a running process. */
    public Map<String, Object> facts(String instanceId) {
        return engine.getRuntimeService().getVariables(instanceId);
    }

    public void cancel(String instanceId, String reason) {
        engine.getRuntimeService().deleteProcessInstance(instanceId, reason, false, true);
    }

    /**
     * Moves a process to one element: the target starts before what is given up is cancelled.
     *
     * @param cancel whether a token that stands at an element (of the process itself, not inside a sub-process) is given
     *     up
     */
    public void move(String instanceId, String target, Predicate<String> cancel) {
        move(instanceId, target, cancel, List.of());
    }

    /** The same; then tokens go on over the named flows, to joins that wait for them. */
    public void move(String instanceId, String target, Predicate<String> cancel, List<String> flows) {
        var runtime = engine.getRuntimeService();
        var open = runtime.getActivityInstance(instanceId);
        var change =
                runtime.createProcessInstanceModification(instanceId).startBeforeActivity(entry(instanceId, target));
        for (var child : open.getChildActivityInstances()) {
            if (cancel.test(plain(child.getActivityId()))) {
                change.cancelActivityInstance(child.getId());
            }
        }
        for (var child : open.getChildTransitionInstances()) {
            if (cancel.test(plain(child.getActivityId()))) {
                change.cancelTransitionInstance(child.getId());
            }
        }
        flows.forEach(change::startTransition);
        change.execute();
    }

    /** A step that is done several times at once begins with its body, which makes all of them. */
    private String entry(String instanceId, String target) {
        return modelOf(instanceId).several().contains(target) ? target + BODY : target;
    }

    /** Elements of the process itself at which it stands, or waits to go on by itself. */
    public List<String> standing(String instanceId) {
        var open = engine.getRuntimeService().getActivityInstance(instanceId);
        return Stream.concat(
                        Stream.of(open.getChildActivityInstances()).map(child -> plain(child.getActivityId())),
                        Stream.of(open.getChildTransitionInstances()).map(child -> plain(child.getActivityId())))
                .distinct()
                .toList();
    }

    private static String plain(String activityId) {
        return activityId.replace(BODY, "");
    }

    /** Keys of the steps that ran, in the order they ran. */
    public List<String> stepsRun(String instanceId, Model model) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .activityType("serviceTask")
                .finished()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(a -> !a.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .filter(model.runs()::containsKey)
                .map(model.runs()::get)
                .toList();
    }

    /**
     * Gives a message to every process that waits for it, or only to one. Of what comes with it a process keeps what
     * its model declares.
     *
     * @return how many places were waiting
     */
    public int message(String name, @Nullable String instanceId, Map<String, ? extends @Nullable Object> facts) {
        var waiting = waiting(name, instanceId).list();
        var given = 0;
        for (var place : waiting) {
            // What came before may have ended the scope that was waiting.
            if (given > 0
                    && waiting(name, place.getProcessInstanceId())
                                    .executionId(place.getExecutionId())
                                    .count()
                            == 0) {
                continue;
            }
            given++;
            var instance = instance(place.getProcessInstanceId());
            var model = models.of(instance.getProcessDefinitionId());
            spi.getObject().received(instance.getBusinessKey());
            engine.getRuntimeService()
                    .messageEventReceived(name, place.getExecutionId(), FactValues.declared(facts, model.facts()));
            dates.follow(place.getProcessInstanceId(), model, facts.keySet());
        }
        return given;
    }

    private EventSubscriptionQuery waiting(String message, @Nullable String instanceId) {
        var query = engine.getRuntimeService()
                .createEventSubscriptionQuery()
                .eventType("message")
                .eventName(message);
        return instanceId == null ? query : query.processInstanceId(instanceId);
    }

    private Model modelOf(String instanceId) {
        return models.of(instance(instanceId).getProcessDefinitionId());
    }

    private ProcessInstance instance(String instanceId) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
    }

    /** Sets facts of a running process; timers and due dates that name them move along. */
    public void set(String instanceId, Map<String, ? extends @Nullable Object> facts) {
        var model = modelOf(instanceId);
        engine.getRuntimeService().setVariables(instanceId, FactValues.declared(facts, model.facts()));
        dates.follow(instanceId, model, facts.keySet());
    }

    public State state(String instanceId) {
        var history = engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .list();
        var active = history.stream()
                .filter(a -> a.getEndTime() == null)
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .toList();
        var done = history.stream()
                .filter(a -> a.getEndTime() != null && !a.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .filter(id -> !active.contains(id))
                .distinct()
                .toList();
        var failed = engine.getRuntimeService().createIncidentQuery().processInstanceId(instanceId).list().stream()
                .map(i -> i.getFailedActivityId())
                .distinct()
                .toList();
        return new State(active, done, failed);
    }

    public String xml(String definitionId) {
        try (var stream = engine.getRepositoryService().getProcessModel(definitionId)) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The newest versions are read again. */
    void forgetLatest() {
        latest.set(new Latest(0, Map.of()));
    }

    public Models models() {
        return models;
    }
}
