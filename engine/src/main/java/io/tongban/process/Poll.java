package io.tongban.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The people who have a say in one task, as a tree: members of the vote, and below each of them whoever was asked before
 * them, beside them or after them. A member's choice is what the whole branch below says. Nothing is written here.
 */
final class Poll {

    private static final String APPROVE = "approve";
    private static final String REJECT = "reject";

    private final Map<String, SeatRow> seats = new LinkedHashMap<>();
    private final Deciding deciding;
    private final @Nullable String quorum;

    Poll(Collection<SeatRow> seats, Deciding deciding, @Nullable String quorum) {
        seats.forEach(this::put);
        this.deciding = deciding;
        this.quorum = quorum;
    }

    void put(SeatRow seat) {
        seats.put(seat.id(), seat);
    }

    List<SeatRow> all() {
        return List.copyOf(seats.values());
    }

    SeatRow seat(String id) {
        return java.util.Objects.requireNonNull(seats.get(id));
    }

    List<SeatRow> members() {
        return seats.values().stream()
                .filter(seat -> seat.part().equals("member") && seat.present())
                .toList();
    }

    /** Seats that somebody added, by what they are. */
    List<SeatRow> added(String parent) {
        return seats.values().stream()
                .filter(seat -> parent.equals(seat.parentId()) && seat.present())
                .toList();
    }

    /** {@code approve} or {@code reject} as soon as the task is decided. */
    @Nullable
    String verdict() {
        var members = members();
        var way = members.isEmpty() ? "all" : members.get(0).way();
        return deciding.verdict(way, quorum, members.stream().map(this::ballot).toList());
    }

    private Deciding.Ballot ballot(SeatRow seat) {
        return new Deciding.Ballot(choice(seat), seat.weight(), seat.veto());
    }

    /** What a seat says once everybody it depends on has decided. */
    @Nullable
    String choice(SeatRow seat) {
        for (var batch : batches(seat, "before")) {
            if (REJECT.equals(decided(batch))) {
                return REJECT;
            }
        }
        var core = core(seat);
        if (!APPROVE.equals(core)) {
            return core;
        }
        for (var batch : batches(seat, "after")) {
            var verdict = decided(batch);
            if (!APPROVE.equals(verdict)) {
                return verdict;
            }
        }
        return APPROVE;
    }

    /** What a seat and those beside it say, without those who come after. */
    private @Nullable String core(SeatRow seat) {
        var beside = batches(seat, "beside");
        if (beside.isEmpty()) {
            return seat.ballot();
        }
        var own = new Deciding.Ballot(seat.ballot(), seat.weight(), seat.veto());
        @Nullable String core = APPROVE;
        for (var batch : beside) {
            var ballots = new ArrayList<Deciding.Ballot>(List.of(own));
            batch.forEach(other -> ballots.add(ballot(other)));
            var verdict = deciding.verdict(batch.get(0).way(), null, ballots);
            if (REJECT.equals(verdict)) {
                return REJECT;
            }
            core = verdict == null ? null : core;
        }
        return core;
    }

    private @Nullable String decided(List<SeatRow> batch) {
        return deciding.verdict(
                batch.get(0).way(), null, batch.stream().map(this::ballot).toList());
    }

    /** What was added together, in the order in which it was added. */
    private List<List<SeatRow>> batches(SeatRow seat, String part) {
        var batches = new java.util.TreeMap<String, List<SeatRow>>();
        added(seat.id()).stream()
                .filter(child -> child.part().equals(part))
                .forEach(child -> batches.computeIfAbsent(String.valueOf(child.batch()), b -> new ArrayList<>())
                        .add(child));
        return List.copyOf(batches.values());
    }

    /** Every seat that has not decided, in the state that it should be in. */
    List<SeatRow> settled() {
        var settled = new ArrayList<SeatRow>();
        var over = verdict() != null;
        for (var seat : seats.values()) {
            if (seat.pending()) {
                settled.add(seat.in(over || notNeeded(seat) ? "gone" : due(seat) ? "open" : "waiting"));
            }
        }
        return settled;
    }

    private boolean notNeeded(SeatRow seat) {
        if (!seat.asked() && choice(seat) != null) {
            return true;
        }
        var parent = seat.parentId() == null ? null : seats.get(seat.parentId());
        if (parent == null) {
            return false;
        }
        if (!parent.present() || choice(parent) != null) {
            return true;
        }
        var batch = batches(parent, seat.part()).stream()
                .filter(all -> all.stream().anyMatch(one -> one.id().equals(seat.id())))
                .findFirst();
        return !seat.asked() && !seat.part().equals("beside") && batch.isPresent() && decided(batch.get()) != null
                || notNeeded(parent);
    }

    /** Whether it is this seat's turn. */
    private boolean due(SeatRow seat) {
        return reached(seat)
                && batches(seat, "before").stream().allMatch(batch -> APPROVE.equals(decided(batch)))
                && added(seat.id()).stream().noneMatch(child -> child.part().equals("delegate") && child.pending());
    }

    private boolean reached(SeatRow seat) {
        var parent = seat.parentId() == null ? null : seats.get(seat.parentId());
        if (parent == null) {
            return inTurn(seat, members());
        }
        if (seat.asked()) {
            return true;
        }
        var batches = batches(parent, seat.part());
        for (var batch : batches) {
            if (batch.stream().anyMatch(one -> one.id().equals(seat.id()))) {
                var turn = seat.part().equals("after") ? APPROVE.equals(core(parent)) : reached(parent);
                return turn && inTurn(seat, batch);
            }
            if (seat.part().equals("after") && !APPROVE.equals(decided(batch))) {
                return false;
            }
        }
        return false;
    }

    private boolean inTurn(SeatRow seat, List<SeatRow> group) {
        return !deciding.inOrder(seat.way())
                || group.stream()
                        .filter(other -> other.position() < seat.position())
                        .allMatch(other -> choice(other) != null);
    }
}
