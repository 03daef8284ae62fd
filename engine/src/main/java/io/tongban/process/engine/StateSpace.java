package io.tongban.process.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The states that a process can come to. In each state one token moves; others only where its move closes a circle, so that
 * none is put off for ever.
 */
final class StateSpace {

    /** What happens in the states. */
    interface Moves {

        /** Places whose token can move, the one that moves first in front. */
        List<Integer> enabled(byte[] tokens);

        Moved move(int place, byte[] tokens);

        /** Nothing moves any more. */
        void stuck(byte[] tokens);
    }

    /** States that follow; {@code cut} when one of them is left out. */
    record Moved(List<byte[]> states, boolean cut) {}

    private static final long MOST_BYTES = 20_000_000;

    private static final class Frame {

        private final int at;
        private final Iterator<Integer> places;
        private Iterator<byte[]> pending = List.<byte[]>of().iterator();
        private boolean again = true;

        Frame(int at, List<Integer> places) {
            this.at = at;
            this.places = places.iterator();
        }
    }

    private final Moves moves;
    private final int most;
    private final long deadline;
    private final List<byte[]> states = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final BitSet ended = new BitSet();
    private final Deque<Frame> way = new ArrayDeque<>();
    private final BitSet onWay = new BitSet();

    StateSpace(Moves moves, int most, long deadline) {
        this.moves = moves;
        this.most = most;
        this.deadline = deadline;
    }

    int size() {
        return states.size();
    }

    /** False when there were more states than are looked at. */
    boolean explore(List<byte[]> first) {
        for (var tokens : first) {
            enter(tokens);
            while (!way.isEmpty()) {
                if (states.size() > most
                        || (long) states.size() * tokens.length > MOST_BYTES
                        || System.nanoTime() > deadline) {
                    return false;
                }
                go(way.element());
            }
        }
        return true;
    }

    private void go(Frame frame) {
        if (frame.pending.hasNext()) {
            int next = enter(frame.pending.next());
            before.get(next).add(frame.at);
            frame.again |= onWay.get(next) && way.element() == frame;
        } else if (frame.again && frame.places.hasNext()) {
            var moved = moves.move(frame.places.next(), states.get(frame.at));
            if (moved.cut()) {
                ended.set(frame.at);
            }
            frame.pending = moved.states().iterator();
            frame.again = false;
        } else {
            onWay.clear(frame.at);
            way.remove();
        }
    }

    /** Goes on from a state unless it is known. */
    private int enter(byte[] tokens) {
        var key = new String(tokens, StandardCharsets.ISO_8859_1);
        var index = known.get(key);
        if (index != null) {
            return index;
        }
        int at = states.size();
        known.put(key, at);
        states.add(tokens);
        before.add(new ArrayList<>());
        var enabled = moves.enabled(tokens);
        if (enabled.isEmpty()) {
            ended.set(at);
            moves.stuck(tokens);
        } else {
            onWay.set(at);
            way.push(new Frame(at, enabled));
        }
        return at;
    }

    /** The first state from which no end can be reached; empty when there is none. */
    List<byte[]> lost() {
        var canEnd = (BitSet) ended.clone();
        var open = new ArrayDeque<Integer>();
        ended.stream().forEach(open::add);
        while (!open.isEmpty()) {
            for (int earlier : before.get(open.remove())) {
                if (!canEnd.get(earlier)) {
                    canEnd.set(earlier);
                    open.add(earlier);
                }
            }
        }
        int lost = canEnd.nextClearBit(0);
        return lost < states.size() ? List.of(states.get(lost)) : List.of();
    }
}
