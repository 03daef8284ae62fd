package io.tongban.process.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** Which sequence flows a process went along, as far as the engine remembers its course. */
@Component
public class Flows {

    private static final String BODY = "#multiInstanceBody";

    /** A flow and the element that it comes from. */
    private record Flow(String id, String source) {}

    private final ProcessEngine engine;
    private final Models models;
    private final Map<String, List<Flow>> known = new ConcurrentHashMap<>();

    Flows(ProcessEngine engine, Models models) {
        this.engine = engine;
        this.models = models;
    }

    /**
     * How often each flow was taken; empty when the course was cleaned. Where a gateway chooses, the product wrote down
     * what it chose; elsewhere an element that was finished was left by every flow that it has.
     *
     * @param chosen how often gateways chose a flow
     */
    public Map<String, Integer> taken(String definitionId, String instanceId, Map<String, Integer> chosen) {
        var finished = finished(instanceId);
        var taken = new LinkedHashMap<String, Integer>();
        if (finished.isEmpty()) {
            return taken;
        }
        var model = models.of(definitionId);
        for (var flow : known.computeIfAbsent(definitionId, this::read)) {
            var source = model.several().contains(flow.source()) ? flow.source() + BODY : flow.source();
            var times = model.ways().containsKey(flow.id())
                    ? chosen.getOrDefault(flow.id(), 0)
                    : finished.getOrDefault(source, 0);
            if (times > 0) {
                taken.put(flow.id(), times);
            }
        }
        return taken;
    }

    private Map<String, Integer> finished(String instanceId) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .finished()
                .list()
                .stream()
                .filter(activity -> !activity.isCanceled())
                .collect(Collectors.toMap(activity -> activity.getActivityId(), activity -> 1, Integer::sum));
    }

    private List<Flow> read(String definitionId) {
        return engine
                .getRepositoryService()
                .getBpmnModelInstance(definitionId)
                .getModelElementsByType(SequenceFlow.class)
                .stream()
                .map(flow -> new Flow(flow.getId(), flow.getSource().getId()))
                .toList();
    }

    /** Every version of a process that was ever deployed, the newest first, as definition ids. */
    public List<String> versions(String processKey) {
        return engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(definition -> definition.getId())
                .toList();
    }
}
