package io.tongban.process.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Timers and due dates that name a fact move when the fact does. */
@Component
class Dates {

    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<EngineSpi> spi;

    Dates(ObjectProvider<ProcessEngine> engine, ObjectProvider<EngineSpi> spi) {
        this.engine = engine;
        this.spi = spi;
    }

    /** After facts have changed. */
    void follow(String instanceId, Model model, Set<String> changed) {
        if (model.timers().values().stream().anyMatch(changed::contains)) {
            timers(instanceId, model, changed);
        }
        if (model.steps().values().stream().anyMatch(step -> due(step, changed))) {
            tasks(instanceId, model, changed);
        }
    }

    private static boolean due(Model.UserStep step, Set<String> changed) {
        return step.dueFact() != null && changed.contains(step.dueFact());
    }

    private void timers(String instanceId, Model model, Set<String> changed) {
        var management = engine.getObject().getManagementService();
        for (var job : management
                .createJobQuery()
                .processInstanceId(instanceId)
                .timers()
                .list()) {
            var element = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
            if (changed.contains(model.timers().getOrDefault(element, ""))) {
                management.recalculateJobDuedate(job.getId(), false);
            }
        }
    }

    private void tasks(String instanceId, Model model, Set<String> changed) {
        var services = engine.getObject();
        for (var task : services.getTaskService()
                .createTaskQuery()
                .processInstanceId(instanceId)
                .list()) {
            var step = model.step(task.getTaskDefinitionKey());
            if (due(step, changed)
                    && services.getRuntimeService().getVariable(task.getExecutionId(), step.dueFact())
                            instanceof Date due) {
                task.setDueDate(due);
                services.getTaskService().saveTask(task);
                spi.getObject().dueMoved(requestOf(instanceId), task.getId(), Instant.ofEpochMilli(due.getTime()));
            }
        }
    }

    private String requestOf(String instanceId) {
        return engine.getObject()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult()
                .getBusinessKey();
    }
}
