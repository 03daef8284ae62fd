package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the nodes hang together: where it begins, that a gateway always finds a way, that it never runs in a circle. */
final class FlowCheck {

    /** Nodes at which a process stops and stands in the database. */
    private static final Set<String> WAITS =
            Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway");

    private final ModelFile file;
    private final Node process;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Node>> out = new HashMap<>();

    FlowCheck(ModelFile file, Node process) {
        this.file = file;
        this.process = process;
        process.all().filter(node -> node.attribute("id") != null).forEach(node -> {
            if (node.is(Vocabulary.BPMN, "sequenceFlow")) {
                out.computeIfAbsent(node.attribute("sourceRef", ""), id -> new ArrayList<>())
                        .add(node);
            } else {
                nodes.put(node.attribute("id", ""), node);
            }
        });
    }

    void run() {
        begin();
        nodes.values().forEach(this::gateway);
        circles();
    }

    private void begin() {
        var starts = process.children().stream()
                .filter(node -> node.is(Vocabulary.BPMN, "startEvent"))
                .toList();
        if (starts.size() != 1
                || starts.get(0).children().stream()
                        .anyMatch(child -> child.name().endsWith("EventDefinition"))) {
            file.found(process, "start", "a process has exactly one start event, without a trigger");
            return;
        }
        var start = starts.get(0);
        var flows = flows(start);
        var first = flows.size() == 1 ? nodes.get(flows.get(0).attribute("targetRef", "")) : null;
        if (first == null || !first.name().equals("userTask") || !applicant(first)) {
            file.found(start, "first-task", "the node after the start is the task of the applicant");
        }
    }

    private static boolean applicant(Node task) {
        return task.all()
                .anyMatch(node -> node.is(Vocabulary.CAMUNDA, "property")
                        && "approver".equals(node.attribute("name"))
                        && "applicant".equals(node.attribute("value")));
    }

    private void gateway(Node node) {
        var splits = Set.of("exclusiveGateway", "inclusiveGateway").contains(node.name());
        var flows = flows(node);
        if (!splits || flows.size() < 2) {
            return;
        }
        var otherwise = node.attribute("default");
        if (otherwise == null) {
            file.found(node, "no-default", "the gateway has no way for the case that no condition holds");
        }
        for (var flow : flows) {
            var conditional =
                    flow.children().stream().anyMatch(child -> child.name().equals("conditionExpression"));
            if (!conditional && !flow.attribute("id", "").equals(otherwise)) {
                file.found(flow, "no-condition", "the way out of a gateway has no condition and is not its default");
            }
        }
    }

    /** A circle without a node that waits would never give the server back. */
    private void circles() {
        var finished = new HashSet<String>();
        for (var start : nodes.keySet()) {
            if (circle(start, new HashSet<>(), finished)) {
                var node = nodes.get(start);
                file.found(node == null ? process : node, "circle", "the process can run in a circle without waiting");
                return;
            }
        }
    }

    private boolean circle(String id, Set<String> path, Set<String> finished) {
        var node = nodes.get(id);
        if (node == null || WAITS.contains(node.name()) || finished.contains(id)) {
            return false;
        }
        if (!path.add(id)) {
            return true;
        }
        for (var flow : flows(node)) {
            if (circle(flow.attribute("targetRef", ""), path, finished)) {
                return true;
            }
        }
        path.remove(id);
        finished.add(id);
        return false;
    }

    private List<Node> flows(Node node) {
        return out.getOrDefault(node.attribute("id", ""), List.of());
    }
}
