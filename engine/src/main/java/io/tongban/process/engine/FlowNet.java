package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A process as a net of places for tokens: one for each flow, one for each sub-process that is under way. Who interrupts an
 * activity does so when it begins; that leaves out no way that the process can take.
 */
final class FlowNet {

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "sendTask",
            "businessRuleTask",
            "receiveTask",
            "manualTask",
            "scriptTask",
            "callActivity",
            "task",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");
    /** More ways out are taken alone or all together. */
    private static final int MOST_SUBSETS = 5;

    final Node process;
    final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Node> flows = new ArrayList<>();
    private final Map<String, List<Integer>> out = new HashMap<>();
    private final Map<String, List<Integer>> in = new HashMap<>();
    private final Map<String, List<Node>> boundaries = new HashMap<>();
    /** Place of a sub-process that is under way, by its id. */
    private final Map<String, Integer> busy = new LinkedHashMap<>();

    private final Map<Integer, Node> owners = new HashMap<>();
    private final Map<Node, BitSet> inside = new HashMap<>();
    private final List<Set<Integer>> earlier = new ArrayList<>();

    FlowNet(Node process) {
        this.process = process;
        process.all().filter(FlowNet::isNode).forEach(node -> nodes.put(node.attribute("id", ""), node));
        process.all()
                .filter(node -> node.is(Vocabulary.BPMN, "sequenceFlow")
                        && nodes.containsKey(node.attribute("sourceRef", ""))
                        && nodes.containsKey(node.attribute("targetRef", "")))
                .forEach(this::flow);
        nodes.forEach((id, node) -> {
            if (node.name().equals("boundaryEvent")) {
                boundaries
                        .computeIfAbsent(node.attribute("attachedToRef", ""), key -> new ArrayList<>())
                        .add(node);
            } else if (node.name().equals("subProcess")) {
                owners.put(flows.size() + busy.size(), node);
                busy.put(id, flows.size() + busy.size());
            }
        });
    }

    private void flow(Node flow) {
        out.computeIfAbsent(flow.attribute("sourceRef", ""), id -> new ArrayList<>())
                .add(flows.size());
        in.computeIfAbsent(flow.attribute("targetRef", ""), id -> new ArrayList<>())
                .add(flows.size());
        flows.add(flow);
    }

    private static boolean isNode(Node node) {
        return node.namespace().equals(Vocabulary.BPMN) && NODES.contains(node.name()) && node.attribute("id") != null;
    }

    int places() {
        return flows.size() + busy.size();
    }

    /** Where a token on this place goes; null for a sub-process that is under way. */
    @Nullable
    Node target(int place) {
        return place < flows.size() ? nodes.get(flows.get(place).attribute("targetRef", "")) : null;
    }

    /** The sub-process that is under way while there is a token on this place. */
    @Nullable
    Node owner(int place) {
        return owners.get(place);
    }

    List<Integer> out(Node node) {
        return out.getOrDefault(node.attribute("id", ""), List.of());
    }

    List<Integer> in(Node node) {
        return in.getOrDefault(node.attribute("id", ""), List.of());
    }

    /** What the flow is called, else where it comes from. */
    String nameOf(int flow) {
        var source = nodes.get(flows.get(flow).attribute("sourceRef", ""));
        var name = flows.get(flow).attribute("name", "");
        return !name.isBlank() || source == null
                ? name
                : source.attribute("name", "").isBlank() ? source.label() : source.attribute("name", "");
    }

    static boolean is(Node node, String... names) {
        return Arrays.asList(names).contains(node.name());
    }

    static boolean has(Node node, String definition) {
        return node.children().stream().anyMatch(child -> child.name().equals(definition));
    }

    /** Whether work can go on in several places after it. */
    static boolean forks(Node node) {
        return is(node, "parallelGateway", "inclusiveGateway", "boundaryEvent");
    }

    static boolean isEventSubProcess(Node node) {
        return is(node, "subProcess")
                && node.attribute("triggeredByEvent", "false").equals("true");
    }

    /** The start of the process or of a sub-process; null when there is none. */
    @Nullable
    Node start(Node scope) {
        return scope.children().stream()
                .filter(child -> child.is(Vocabulary.BPMN, "startEvent") && child.attribute("id") != null)
                .findFirst()
                .orElse(null);
    }

    /** The places inside a scope, also those of what is nested in it. */
    BitSet within(Node scope) {
        return inside.computeIfAbsent(scope, this::inner);
    }

    private BitSet inner(Node scope) {
        var inside = new BitSet();
        for (int place = 0; place < places(); place++) {
            var at = place < flows.size() ? flows.get(place) : owners.get(place);
            for (var around = at == null ? null : at.parent(); around != null; around = around.parent()) {
                if (around == scope) {
                    inside.set(place);
                }
            }
        }
        return inside;
    }

    /** The ways on from a node that a token has reached, each as the places that get a token. */
    List<List<Integer>> ways(Node node) {
        var ways = new ArrayList<List<Integer>>(is(node, "subProcess") ? List.of(begun(node)) : leaving(node));
        var normal = List.copyOf(ways);
        for (var boundary : boundaries.getOrDefault(node.attribute("id", ""), List.of())) {
            if (boundary.attribute("cancelActivity", "true").equals("true")) {
                ways.add(out(boundary));
            } else {
                normal.forEach(way -> ways.add(sum(way, out(boundary))));
            }
        }
        return ways;
    }

    private List<Integer> begun(Node sub) {
        var start = start(sub);
        return start == null
                ? List.of(busy.getOrDefault(sub.attribute("id", ""), 0))
                : sum(List.of(busy.getOrDefault(sub.attribute("id", ""), 0)), out(start));
    }

    /** The ways out of a node that is done. */
    List<List<Integer>> leaving(Node node) {
        var flowsOut = out(node);
        if (is(node, "exclusiveGateway", "eventBasedGateway") && !flowsOut.isEmpty()) {
            return flowsOut.stream().map(List::of).toList();
        }
        var chooses = is(node, "inclusiveGateway")
                || !is(node, "parallelGateway")
                        && flowsOut.stream().anyMatch(flow -> has(flows.get(flow), "conditionExpression"));
        return chooses && flowsOut.size() > 1 ? subsets(flowsOut) : List.of(flowsOut);
    }

    private static List<List<Integer>> subsets(List<Integer> flows) {
        var subsets = new ArrayList<List<Integer>>();
        if (flows.size() > MOST_SUBSETS) {
            flows.forEach(flow -> subsets.add(List.of(flow)));
            subsets.add(flows);
            return subsets;
        }
        for (int mask = 1; mask < 1 << flows.size(); mask++) {
            var subset = new ArrayList<Integer>();
            for (int i = 0; i < flows.size(); i++) {
                if ((mask >> i & 1) == 1) {
                    subset.add(flows.get(i));
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }

    /** Boundary events of a node; when a token reaches it they may happen. */
    List<Node> boundaries(Node node) {
        return boundaries.getOrDefault(node.attribute("id", ""), List.of());
    }

    /** Places from which a token can come to one of the given ones without passing the node in between. */
    BitSet reaching(Collection<Integer> goals, @Nullable Node without) {
        var found = new BitSet();
        var open = new ArrayDeque<>(goals);
        goals.forEach(found::set);
        while (!open.isEmpty()) {
            for (int earlier : earlier().get(open.remove())) {
                var node = owner(earlier) == null ? target(earlier) : owner(earlier);
                if (node != without && !found.get(earlier)) {
                    found.set(earlier);
                    open.add(earlier);
                }
            }
        }
        return found;
    }

    /** By place, those from which a token can come to it at once. */
    private List<Set<Integer>> earlier() {
        if (earlier.isEmpty() && places() > 0) {
            for (int place = 0; place < places(); place++) {
                earlier.add(new LinkedHashSet<>());
            }
            for (int place = 0; place < places(); place++) {
                int from = place;
                var owner = owner(place);
                var node = owner == null ? target(place) : owner;
                if (node != null) {
                    ways(node)
                            .forEach(
                                    way -> way.forEach(next -> earlier.get(next).add(from)));
                    leaving(node)
                            .forEach(
                                    way -> way.forEach(next -> earlier.get(next).add(from)));
                }
            }
        }
        return earlier;
    }

    static List<Integer> sum(List<Integer> some, List<Integer> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
