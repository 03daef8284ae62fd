package io.tongban.process.engine;

import io.tongban.process.engine.StateSpace.Moved;
import io.tongban.process.engine.Xml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Walks through every state that a process can come to, and says where it stops, never ends, leaves work open or never
 * comes at all. What does not depend on anything else is not tried in every order, so that branches side by side cost
 * little.
 */
final class Soundness implements StateSpace.Moves {

    static final int MOST_STATES = 20_000;
    private static final long MOST_NANOS = 1_500_000_000L;
    private static final int MOST_HURRIED = 3_000;
    private static final int MOST_TOKENS = 3;
    private static final String RULE = "soundness";

    private final ModelFile file;
    private final FlowNet net;
    private final Set<String> reached = new LinkedHashSet<>();
    private final Set<String> said = new LinkedHashSet<>();
    private final TokenGame game;
    private final long deadline = System.nanoTime() + MOST_NANOS;
    private boolean bounded;
    private int looked;

    Soundness(ModelFile file, Node process) {
        this.file = file;
        this.net = new FlowNet(process);
        this.game = new TokenGame(net);
    }

    void run() {
        explore(net.process, MOST_STATES);
        net.nodes.values().stream().filter(FlowNet::isEventSubProcess).forEach(sub -> {
            reached.add(sub.attribute("id", ""));
            explore(sub, MOST_STATES);
        });
        hurry();
        if (bounded) {
            file.found(
                    Finding.INFO,
                    net.process,
                    RULE,
                    "the process has more states than are looked at: the first " + looked + " are proved");
            return;
        }
        for (var node : net.nodes.values()) {
            if (!reached.contains(node.attribute("id", ""))) {
                file.found(Finding.WARNING, node, RULE, "nothing ever comes to " + name(node));
            }
        }
    }

    /** Once more, with whatever leads to a result first: others may then still be at work. */
    private void hurry() {
        if (net.nodes.values().stream().anyMatch(FlowNet::forks)) {
            var before = bounded;
            var lookedBefore = looked;
            game.hurry();
            explore(net.process, MOST_HURRIED);
            bounded = before;
            looked = lookedBefore;
        }
    }

    private void explore(Node scope, int most) {
        var start = net.start(scope);
        if (start == null) {
            return;
        }
        reached.add(start.attribute("id", ""));
        var first = new ArrayList<byte[]>();
        for (var way : net.leaving(start)) {
            first.add(TokenGame.moved(new byte[net.places()], List.of(), way));
        }
        var space = new StateSpace(this, most, deadline);
        if (!space.explore(first)) {
            bounded = true;
            looked = space.size();
        } else if (!game.isHurried()) {
            space.lost().forEach(this::endless);
        }
    }

    @Override
    public List<Integer> enabled(byte[] tokens) {
        return game.enabled(tokens);
    }

    @Override
    public Moved move(int place, byte[] tokens) {
        var owner = net.owner(place);
        var next = new ArrayList<byte[]>();
        if (owner != null) {
            for (var way : net.leaving(owner)) {
                next.add(TokenGame.moved(tokens, List.of(place), way));
            }
            return checked(next);
        }
        var node = Objects.requireNonNull(net.target(place));
        reached.add(node.attribute("id", ""));
        if (FlowNet.is(node, "endEvent")) {
            return new Moved(List.of(end(node, place, tokens)), false);
        }
        net.boundaries(node).forEach(boundary -> reached.add(boundary.attribute("id", "")));
        var start = FlowNet.is(node, "subProcess") ? net.start(node) : null;
        if (start != null) {
            reached.add(start.attribute("id", ""));
        }
        var taken = FlowNet.is(node, "parallelGateway", "inclusiveGateway")
                ? net.in(node).stream().filter(flow -> tokens[flow] > 0).toList()
                : List.of(place);
        for (var way : net.ways(node)) {
            next.add(TokenGame.moved(tokens, taken, way));
        }
        return checked(next);
    }

    /** Without the states in which work has multiplied. */
    private Moved checked(List<byte[]> next) {
        var kept = new ArrayList<byte[]>();
        for (var tokens : next) {
            var many = first(tokens, MOST_TOKENS);
            if (many < 0) {
                kept.add(tokens);
                continue;
            }
            var node = net.target(many);
            if (node != null && !game.isHurried()) {
                say(Finding.ERROR, node, "work multiplies: " + name(node) + " is reached more and more often");
            }
        }
        return new Moved(kept, kept.size() < next.size());
    }

    private static int first(byte[] tokens, int moreThan) {
        for (int place = 0; place < tokens.length; place++) {
            if (tokens[place] > moreThan) {
                return place;
            }
        }
        return -1;
    }

    private byte[] end(Node node, int place, byte[] tokens) {
        var after = TokenGame.moved(tokens, List.of(place), List.of());
        var scope = node.parent();
        if (scope != null && FlowNet.has(node, "terminateEventDefinition")) {
            net.within(scope).stream().forEach(inside -> after[inside] = 0);
        } else if (scope != null && FlowNet.has(node, "errorEventDefinition")) {
            failed(scope, after);
        } else if (game.saysHowItEnded(node)) {
            for (int other = 0; other < after.length; other++) {
                if (after[other] > 0 && game.leadsToPeople.get(other)) {
                    say(
                            Finding.WARNING,
                            node,
                            name(node) + " is reached while other work is still open: it says how the request ended too"
                                    + " early");
                    break;
                }
            }
        }
        return after;
    }

    /** The scope is given up, and goes on where its error is caught. */
    private void failed(Node scope, byte[] tokens) {
        net.within(scope).stream().forEach(inside -> tokens[inside] = 0);
        for (int place = 0; place < tokens.length; place++) {
            if (net.owner(place) == scope && tokens[place] > 0) {
                tokens[place]--;
                net.boundaries(scope).stream()
                        .filter(boundary -> FlowNet.has(boundary, "errorEventDefinition"))
                        .limit(1)
                        .flatMap(boundary -> net.out(boundary).stream())
                        .forEach(flow -> tokens[flow]++);
            }
        }
    }

    @Override
    public void stuck(byte[] tokens) {
        for (int place = 0; place < tokens.length; place++) {
            var node = tokens[place] > 0 ? net.target(place) : null;
            if (node == null) {
                continue;
            }
            var missing = net.in(node).stream()
                    .filter(flow -> tokens[flow] == 0)
                    .map(net::nameOf)
                    .toList();
            say(
                    Finding.ERROR,
                    node,
                    name(node) + " may wait for ever: nothing comes over “" + String.join("”, “", missing) + "”");
        }
    }

    private void endless(byte[] tokens) {
        int place = game.enabled(tokens).get(0);
        var owner = net.owner(place);
        var node = owner == null ? net.target(place) : owner;
        if (node != null) {
            say(Finding.ERROR, node, "from " + name(node) + " on there is no way to an end any more");
        }
    }

    private void say(String severity, Node node, String message) {
        if (said.add(node.attribute("id", "") + message.replaceAll("“.*”", ""))) {
            file.found(severity, node, RULE, message);
        }
    }

    private static String name(Node node) {
        var name = node.attribute("name", "");
        return name.isBlank() ? node.label() : "“" + name + "”";
    }
}
