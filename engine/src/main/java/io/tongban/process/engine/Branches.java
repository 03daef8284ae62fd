package io.tongban.process.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/**
 * Which nodes of a process lie on which parallel branch. Moving a token back to a node gives up the tokens that came
 * from it, those on the same branch and on branches inside it, and no other.
 */
public final class Branches {

    /** By node, the branches it lies on, outermost first; a node that two ways reach differently has none. */
    private final Map<String, Optional<List<String>>> branches = new HashMap<>();

    private final Map<String, Set<String>> next = new HashMap<>();
    /** Ways between nodes of the process itself, by id. */
    private final Map<String, Way> ways = new HashMap<>();
    /** Gateways at which several branches come together. */
    private final Set<String> joins = new HashSet<>();

    private final Map<String, String> top = new HashMap<>();
    /** Tasks at which something is done or decided by the system. */
    private final Set<String> works = new HashSet<>();

    private Branches() {}

    static Branches of(Process process) {
        var found = new Branches();
        var nodes = process.getChildElementsByType(FlowNode.class);
        nodes.forEach(node -> found.read(process, node));
        nodes.stream().filter(StartEvent.class::isInstance).findFirst().ifPresent(start -> found.follow(start, nodes));
        return found;
    }

    private void read(Process process, FlowNode node) {
        var ways = next.computeIfAbsent(node.getId(), id -> new HashSet<>());
        node.getOutgoing().forEach(flow -> ways.add(flow.getTarget().getId()));
        if (node instanceof BoundaryEvent event) {
            next.computeIfAbsent(event.getAttachedTo().getId(), id -> new HashSet<>())
                    .add(event.getId());
        }
        node.getOutgoing()
                .forEach(flow -> this.ways.put(
                        flow.getId(), new Way(node.getId(), flow.getTarget().getId())));
        if (joins(node)) {
            joins.add(node.getId());
        }
        top.put(node.getId(), node.getId());
        if (node instanceof ServiceTask || node instanceof BusinessRuleTask || node instanceof SendTask) {
            works.add(node.getId());
        }
        node.getModelInstance().getModelElementsByType(FlowNode.class).stream()
                .filter(inner -> within(inner, node))
                .forEach(inner -> top.put(inner.getId(), node.getId()));
    }

    private static boolean within(FlowNode inner, FlowNode outer) {
        for (var at = inner.getParentElement(); at != null; at = at.getParentElement()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    record Way(String from, String to) {}

    private record Reached(FlowNode node, List<String> branches) {}

    private void follow(FlowNode start, Iterable<FlowNode> nodes) {
        var open = new ArrayDeque<Reached>();
        open.add(new Reached(start, List.of()));
        while (!open.isEmpty()) {
            var reached = open.poll();
            var node = reached.node();
            var own = joins(node) ? joined(reached.branches()) : Optional.of(reached.branches());
            var known = branches.putIfAbsent(node.getId(), own);
            if (known != null) {
                if (!known.equals(own)) {
                    branches.put(node.getId(), Optional.empty());
                }
                continue;
            }
            var after = own.orElse(List.of());
            node.getOutgoing().forEach(flow -> open.add(new Reached(flow.getTarget(), after(node, flow, after))));
            for (var other : nodes) {
                if (other instanceof BoundaryEvent event && event.getAttachedTo() == node) {
                    open.add(new Reached(event, event.cancelActivity() ? after : with(after, event.getId())));
                }
            }
        }
    }

    private static boolean gateway(FlowNode node) {
        return node instanceof ParallelGateway || node instanceof InclusiveGateway;
    }

    private static boolean joins(FlowNode node) {
        return gateway(node) && node.getIncoming().size() > 1;
    }

    private static Optional<List<String>> joined(List<String> branches) {
        return branches.isEmpty() ? Optional.empty() : Optional.of(branches.subList(0, branches.size() - 1));
    }

    private static List<String> after(FlowNode node, SequenceFlow flow, List<String> branches) {
        return gateway(node) && node.getOutgoing().size() > 1 ? with(branches, flow.getId()) : branches;
    }

    private static List<String> with(List<String> branches, String branch) {
        var more = new ArrayList<>(branches);
        more.add(branch);
        return List.copyOf(more);
    }

    /** Whether a node of the process itself can be gone back to from another one. */
    public boolean canReturn(String target, String from) {
        var here = top.getOrDefault(from, from);
        return !target.equals(here)
                && target.equals(top.get(target))
                && of(target).isPresent()
                && (of(target).get().isEmpty() || givenUp(target, here))
                && reaches(target, here);
    }

    /** Whether a token at a node is given up when the process goes back to the target. */
    public boolean givenUp(String target, String node) {
        var back = of(target).orElse(List.of());
        if (back.isEmpty()) {
            return true;
        }
        return within(node, back);
    }

    boolean within(String node, List<String> path) {
        var there = around(node);
        return there.isPresent()
                && there.get().size() >= path.size()
                && there.get().subList(0, path.size()).equals(path);
    }

    /**
     * What a jump does to the tokens of a process.
     *
     * @param givenUp whether a token at a node is given up
     * @param arrive flows over which a token goes to its join: branches that count as done
     * @param done first nodes of those branches
     */
    public record Leap(Predicate<String> givenUp, List<String> arrive, List<String> done) {}

    /**
     * A jump from a node to any other. Onto a parallel branch from outside, the other branches of its fork count as done;
     * from a branch to its neighbour, only the branch that is left does.
     *
     * @param standing nodes at which tokens stand
     * @return empty where nobody could say which tokens would be left over: inside a sub-process, or on the branch of an
     *     event
     */
    public Optional<Leap> leap(String from, String to, Collection<String> standing) {
        return isPlain(to) && !from.equals(to) ? new Leaps(this).leap(from, to, standing) : Optional.empty();
    }

    /** What the system does or decides on the way from one node to the other. */
    public List<String> between(String from, String to) {
        return works.stream()
                .filter(work -> reaches(from, work) && reaches(work, to))
                .sorted()
                .toList();
    }

    /**
     * Whether a token at a node comes back with a return to the target: what came after the target does, what still runs
     * beside it since earlier (a reminder of an earlier step, an event of the whole process) does not.
     */
    public boolean comesBack(String target, String node) {
        var at = top.getOrDefault(node, node);
        return givenUp(target, node) && (at.equals(target) || reaches(target, at));
    }

    /** Whether a single token goes from one node to the other, so that it can come straight back. */
    public boolean sameBranch(String target, String from) {
        return from.equals(top.get(from))
                && of(target).isPresent()
                && of(target).equals(of(from));
    }

    /** Whether the system does or decides something on the way from one node to the other. */
    public boolean doesSomething(String from, String to) {
        return !between(from, to).isEmpty();
    }

    /** The gateway at which the outermost parallel branch of a node begins; empty where it lies on none. */
    public Optional<String> forkOf(String node) {
        return around(node)
                .filter(path -> !path.isEmpty())
                .map(path -> ways.get(path.get(0)))
                .map(Way::from);
    }

    /** Whether the branches of a node of the process itself are known. */
    public boolean isPlain(String node) {
        return node.equals(top.get(node)) && of(node).isPresent();
    }

    /** Events at the border of a node, which begin to wait with it. */
    public Set<String> attached(String node) {
        return next.getOrDefault(node, Set.of()).stream()
                .filter(event ->
                        ways.values().stream().noneMatch(way -> way.to().equals(event)))
                .collect(Collectors.toSet());
    }

    Map<String, Way> ways() {
        return ways;
    }

    /** Whether several branches come together at a node. */
    public boolean isJoin(String node) {
        return joins.contains(node);
    }

    /** Branches of a node, or of the sub-process around it. */
    Optional<List<String>> around(String node) {
        return of(top.getOrDefault(node, node));
    }

    private Optional<List<String>> of(String node) {
        return branches.getOrDefault(node, Optional.empty());
    }

    private boolean reaches(String from, String to) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(next.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            var node = open.poll();
            if (node.equals(to)) {
                return true;
            }
            if (seen.add(node)) {
                open.addAll(next.getOrDefault(node, Set.of()));
            }
        }
        return false;
    }
}
