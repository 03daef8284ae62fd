package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Which token of a state moves next. */
final class TokenGame {

    private static final int NEVER = Integer.MAX_VALUE;

    private final FlowNet net;
    private final Map<String, BitSet> before = new HashMap<>();
    /** Places from which work comes to people, and from which a result is reached. */
    final BitSet leadsToPeople;

    private final BitSet leadsToResult;
    private boolean hurried;

    TokenGame(FlowNet net) {
        this.net = net;
        this.leadsToPeople = leadsTo(node -> FlowNet.is(node, "userTask"));
        this.leadsToResult = leadsTo(this::saysHowItEnded);
    }

    /** From now on whatever leads to a result moves first. */
    void hurry() {
        hurried = true;
    }

    boolean isHurried() {
        return hurried;
    }

    boolean saysHowItEnded(Node node) {
        return FlowNet.is(node, "endEvent")
                && node.parent() == net.process
                && !FlowNet.has(node, "terminateEventDefinition")
                && !ProcessCheck.property(node, "outcome").isEmpty();
    }

    static byte[] moved(byte[] tokens, List<Integer> from, List<Integer> to) {
        var after = tokens.clone();
        from.forEach(place -> after[place]--);
        to.forEach(place -> after[place]++);
        return after;
    }

    /** Places whose token can move, the one that moves first in front. */
    List<Integer> enabled(byte[] tokens) {
        var places = new ArrayList<Integer>();
        var ranks = new HashMap<Integer, Integer>();
        for (int place = 0; place < tokens.length; place++) {
            int rank = tokens[place] > 0 ? rank(place, tokens) : NEVER;
            if (rank != NEVER) {
                places.add(place);
                ranks.put(place, rank);
            }
        }
        places.sort(Comparator.comparing(ranks::get));
        return places;
    }

    private int rank(int place, byte[] tokens) {
        var owner = net.owner(place);
        if (owner != null) {
            return occupied(net.within(owner), tokens) ? NEVER : 2;
        }
        var node = Objects.requireNonNull(net.target(place));
        if (FlowNet.is(node, "endEvent")) {
            return FlowNet.has(node, "terminateEventDefinition") || FlowNet.has(node, "errorEventDefinition") ? 5 : 0;
        }
        if (FlowNet.is(node, "parallelGateway")) {
            return net.in(node).stream().allMatch(flow -> tokens[flow] > 0) ? 1 : NEVER;
        }
        if (FlowNet.is(node, "inclusiveGateway") && net.in(node).size() > 1) {
            return waits(node, tokens) ? NEVER : 4;
        }
        if (hurried) {
            return leadsToResult.get(place) ? 1 : 3;
        }
        return net.ways(node).size() == 1 ? 1 : 3;
    }

    private static boolean occupied(BitSet places, byte[] tokens) {
        return places.stream().anyMatch(place -> tokens[place] > 0);
    }

    /** Whether something can still come over a way into the gateway on which nothing lies. */
    private boolean waits(Node join, byte[] tokens) {
        for (int flow : net.in(join)) {
            if (tokens[flow] > 0) {
                continue;
            }
            var from = before.computeIfAbsent(
                    join.attribute("id", "") + "/" + flow, key -> net.reaching(List.of(flow), join));
            if (occupied(from, tokens)) {
                return true;
            }
        }
        return false;
    }

    private BitSet leadsTo(Predicate<Node> what) {
        return net.reaching(
                net.nodes.values().stream()
                        .filter(what)
                        .flatMap(node -> net.in(node).stream())
                        .toList(),
                null);
    }
}
