package io.tongban.process.engine;

import io.tongban.process.engine.EngineSpi.NewTask;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hooks the process module into every model without a mark in its XML. */
@Component
class ModelListeners extends AbstractBpmnParseListener {

    private final ObjectProvider<EngineSpi> spi;

    ModelListeners(ObjectProvider<EngineSpi> spi) {
        this.spi = spi;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, this::created);
        task.addTaskListener(TaskListener.EVENTNAME_DELETE, this::deleted);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        // An event that interrupts everything ends the process where its sub-process ends.
        var interrupts = scope instanceof ActivityImpl sub && sub.isTriggeredByEvent();
        if (scope instanceof ProcessDefinitionEntity || interrupts) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::reached);
        }
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::passed);
    }

    private void passed(DelegateExecution execution) {
        spi.getObject().passed(execution.getProcessBusinessKey(), execution.getCurrentActivityId());
    }

    private void created(DelegateTask task) {
        var assignment = spi.getObject()
                .taskCreated(new NewTask(
                        task.getId(),
                        businessKey(task),
                        task.getProcessDefinitionId(),
                        task.getTaskDefinitionKey(),
                        instant(task.getDueDate()),
                        task::getVariable));
        if (assignment.decision() != null) {
            task.getExecution().setVariable("decision", Variables.untypedValue(assignment.decision(), true));
            task.complete();
        } else if (assignment.role() != null) {
            task.addCandidateGroup(assignment.role());
        } else if (assignment.people().size() == 1) {
            task.setAssignee(assignment.people().get(0));
        } else {
            task.addCandidateUsers(assignment.people());
        }
    }

    private void deleted(DelegateTask task) {
        spi.getObject().taskGone(task.getId(), businessKey(task));
    }

    private void reached(DelegateExecution execution) {
        spi.getObject().reached(execution.getProcessBusinessKey(), execution.getCurrentActivityId());
    }

    private void ended(DelegateExecution execution) {
        var process = (ExecutionEntity) execution;
        if (process.getSuperExecutionId() == null && !execution.isCanceled()) {
            spi.getObject()
                    .ended(execution.getProcessBusinessKey(), name -> FactValues.plain(execution.getVariable(name)));
        }
    }

    private static String businessKey(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
