package io.tongban.process.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the system did and decided in a process, in its order, and what its decision tables would say now. */
@Component
public class Course {

    private static final Set<String> DEEDS = Set.of("serviceTask", "sendTask", "businessRuleTask");

    private final ProcessEngine engine;

    Course(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Element ids of the steps and decisions that were passed, each once, where it was passed last. */
    public List<String> passed(String instanceId) {
        var all = engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .finished()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(activity -> DEEDS.contains(activity.getActivityType()) && !activity.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
        return IntStream.range(0, all.size())
                .filter(i -> all.lastIndexOf(all.get(i)) == i)
                .mapToObj(all::get)
                .toList();
    }

    /** The fact that a decision gives. */
    public record Answer(String fact, @Nullable Object value) {}

    /** Whether a decision table is asked at an element. */
    public boolean decides(Model model, String element) {
        return node(model, element) instanceof BusinessRuleTask;
    }

    /** What the decision table at an element says to these facts; null when the element asks none. */
    public @Nullable Answer decide(Model model, String element, Map<String, Object> facts) {
        if (!(node(model, element) instanceof BusinessRuleTask task)) {
            return null;
        }
        var table = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .deploymentId(model.deploymentId())
                .decisionDefinitionKey(task.getCamundaDecisionRef())
                .singleResult();
        var said = engine.getDecisionService()
                .evaluateDecisionById(table.getId())
                .variables(facts)
                .evaluate();
        return new Answer(task.getCamundaResultVariable(), said.isEmpty() ? null : said.getSingleEntry());
    }

    private BaseElement node(Model model, String element) {
        return engine.getRepositoryService()
                .getBpmnModelInstance(model.definitionId())
                .getModelElementById(element);
    }

    /** Whether a step takes more than facts and answers, so that it can not be run outside of its process. */
    public boolean takesMore(Model model, String element) {
        var node = node(model, element);
        return node.getExtensionElements() != null
                && !node.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaInputOutput.class)
                        .list()
                        .isEmpty();
    }
}
