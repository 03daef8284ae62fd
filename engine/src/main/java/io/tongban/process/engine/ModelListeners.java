package io.tongban.process.engine;

import io.tongban.process.engine.EngineSpi.NewTask;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
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
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hooks the process module into every model without a mark in its XML. */
@Component
class ModelListeners extends AbstractBpmnParseListener {

    private final ObjectProvider<EngineSpi> spi;
    private final ThreadLocal<DmnDecisionTableEvaluationEvent> asked = new ThreadLocal<>();

    ModelListeners(ObjectProvider<EngineSpi> spi) {
        this.spi = spi;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, this::created);
        task.addTaskListener(TaskListener.EVENTNAME_DELETE, this::deleted);
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, this::over);
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

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        var source = flow.getSource();
        var type = String.valueOf(source.getProperty("type"));
        if (type.equals("exclusiveGateway") || type.equals("inclusiveGateway")) {
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) this::took);
        }
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> asked.remove());
        activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::decided);
    }

    /** Remembers what a decision table said until its task ends; both happen in the same thread. */
    void evaluated(DmnDecisionTableEvaluationEvent event) {
        asked.set(event);
    }

    private void decided(DelegateExecution execution) {
        var event = asked.get();
        asked.remove();
        if (event != null) {
            var inputs = new LinkedHashMap<String, Object>();
            var columns = ((DmnDecisionTableImpl) event.getDecisionTable().getDecisionLogic()).getInputs();
            for (int i = 0; i < columns.size() && i < event.getInputs().size(); i++) {
                var value = event.getInputs().get(i).getValue();
                if (value != null && value.getValue() != null) {
                    inputs.put(columns.get(i).getExpression().getExpression().strip(), value.getValue());
                }
            }
            spi.getObject()
                    .decided(
                            execution.getProcessBusinessKey(),
                            execution.getCurrentActivityId(),
                            event.getDecisionTable().getKey(),
                            event.getMatchingRules().stream()
                                    .map(rule -> rule.getId())
                                    .toList(),
                            inputs);
        }
    }

    private void took(DelegateExecution execution) {
        spi.getObject()
                .took(
                        execution.getProcessBusinessKey(),
                        execution.getCurrentTransitionId(),
                        name -> FactValues.plain(execution.getVariable(name)));
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
        over(task);
    }

    private void over(DelegateTask task) {
        spi.getObject()
                .taskOver(
                        task.getId(),
                        businessKey(task),
                        task.getProcessDefinitionId(),
                        task.getTaskDefinitionKey(),
                        task.getCreateTime().toInstant());
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
