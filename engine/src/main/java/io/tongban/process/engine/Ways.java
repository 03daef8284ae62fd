package io.tongban.process.engine;

import io.tongban.process.engine.Model.Label;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Reads what a model calls its nodes and flows, and the ways out of its gateways. */
final class Ways {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private Ways() {}

    static Map<String, Label> names(BpmnModelInstance xml) {
        var names = new LinkedHashMap<String, Label>();
        for (var node : xml.getModelElementsByType(FlowElement.class)) {
            if (node.getName() != null && !node.getName().isBlank()) {
                names.put(node.getId(), new Label(node.getName(), Models.property(node, "nameEn", node.getName())));
            }
        }
        return names;
    }

    static Map<String, Model.Way> of(BpmnModelInstance xml) {
        var ways = new LinkedHashMap<String, Model.Way>();
        for (var gateway : xml.getModelElementsByType(Gateway.class)) {
            if (gateway.getOutgoing().size() > 1
                    && (gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway)) {
                var reads = new LinkedHashSet<String>();
                gateway.getOutgoing().forEach(flow -> reads.addAll(words(condition(flow), NAME)));
                gateway.getOutgoing()
                        .forEach(flow -> ways.put(
                                flow.getId(),
                                new Model.Way(
                                        gateway.getId(),
                                        flow.getConditionExpression() == null ? null : condition(flow),
                                        reads)));
            }
        }
        return ways;
    }

    static Set<String> several(BpmnModelInstance xml) {
        return xml.getModelElementsByType(Activity.class).stream()
                .filter(activity -> activity.getLoopCharacteristics() != null)
                .map(Activity::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String condition(SequenceFlow flow) {
        return flow.getConditionExpression() == null
                ? ""
                : flow.getConditionExpression().getTextContent().strip();
    }

    private static Set<String> words(String text, Pattern pattern) {
        // Texts in quotes are no names.
        return pattern.matcher(text.replaceAll("'[^']*'|\"[^\"]*\"", ""))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }
}
