package io.tongban.process;

import io.tongban.process.Passage.Hand;
import io.tongban.process.Passage.Stay;
import io.tongban.process.PassageMapper.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts together, from the inbox and the trail of one request, when it was at which step and in whose hands. A task that is
 * returned or taken back keeps its row: then the trail says when it came again.
 */
final class Stays {

    /** What somebody does that ends it for them. */
    private static final Set<String> DECIDES =
            Set.of("approve", "complete", "submit", "reject", "abstain", "return", "give-back", "reply");

    /** What somebody does that hands it on. */
    private static final Set<String> HANDS_ON = Set.of("transfer", "release");

    /** After this somebody else has it. */
    private static final Set<String> CHANGES_HANDS = Set.of("claim", "stand-in", "stand-in-over");

    private static final Set<String> MOVES =
            Set.of("submit", "complete", "approve", "take-back", "jump", "moved", "abstain", "reject");

    /** Signers who come before whoever asked for them. */
    private static final Set<String> BEFORE = Set.of("before", "delegate", "consult");

    /** A deadline begins with its task, in the same moment but for what the clock has moved. */
    private static final Duration SAME = Duration.ofSeconds(5);

    private record Visit(
            Instant from, @Nullable Instant until, @Nullable String action) {}

    private final List<Line> lines;
    private final Map<String, SeatRow> seats;
    private final List<DeadlineRow> deadlines;
    private final Predicate<String> inOrder;
    final List<Stay> stays = new ArrayList<>();
    final List<Hand> hands = new ArrayList<>();

    private Stays(List<Line> lines, List<SeatRow> seats, List<DeadlineRow> deadlines, Predicate<String> inOrder) {
        this.lines = lines;
        this.seats = seats.stream().collect(Collectors.toMap(SeatRow::id, seat -> seat, (a, b) -> a));
        this.deadlines = deadlines;
        this.inOrder = inOrder;
    }

    static Stays of(
            List<Line> lines,
            List<InboxRow> rows,
            List<SeatRow> seats,
            List<DeadlineRow> deadlines,
            Predicate<String> inOrder) {
        var all = new Stays(lines, seats, deadlines, inOrder);
        var tasks = new LinkedHashMap<String, Map<String, List<InboxRow>>>();
        for (var row : rows) {
            tasks.computeIfAbsent(row.taskId(), task -> new LinkedHashMap<>())
                    .computeIfAbsent(row.id(), id -> new ArrayList<>())
                    .add(row);
        }
        tasks.values().forEach(all::task);
        all.stays.sort(Comparator.comparing(Stay::from).thenComparing(Stay::step));
        all.hands.sort(Comparator.comparing(Hand::from).thenComparing(Hand::personId));
        return all;
    }

    /** One task of the engine: the rows of everybody who has a say. */
    private void task(Map<String, List<InboxRow>> rows) {
        var visits = new ArrayList<Visit>();
        rows.forEach((id, held) -> visits.addAll(visits(id, held)));
        visits.sort(Comparator.comparing(Visit::from));
        var any = rows.values().iterator().next().get(0);
        var step = Objects.requireNonNull(any.step());
        var due = rows.values().stream()
                .flatMap(List::stream)
                .filter(InboxRow::todo)
                .map(InboxRow::dueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        @Nullable Visit whole = null;
        for (var visit : visits) {
            if (whole == null || whole.until() != null && visit.from().isAfter(whole.until())) {
                stay(step, whole, due);
                whole = visit;
            } else {
                whole = joined(whole, visit);
            }
        }
        stay(step, whole, due);
    }

    /** What several had at the same time is one stay; the last who did something ended it. */
    private static Visit joined(Visit one, Visit other) {
        if (one.until() == null || other.until() == null) {
            return new Visit(one.from(), null, null);
        }
        var later = other.until().isBefore(one.until()) ? one : other;
        var earlier = later == one ? other : one;
        var action = "gone".equals(later.action()) ? earlier.action() : later.action();
        return new Visit(one.from(), later.until(), action);
    }

    private void stay(String step, @Nullable Visit visit, @Nullable Instant due) {
        if (visit != null) {
            var open = visit.until() == null;
            stays.add(new Stay(
                    step,
                    visit.from(),
                    visit.until(),
                    visit.action(),
                    open ? null : met(step, visit.from()),
                    open ? due : null));
        }
    }

    private @Nullable Boolean met(String step, Instant from) {
        return deadlines.stream()
                .filter(row -> step.equals(row.step()) && row.met() != null)
                .filter(row -> Duration.between(row.startedAt(), from).abs().compareTo(SAME) <= 0)
                .min(Comparator.comparing(
                        row -> Duration.between(row.startedAt(), from).abs()))
                .map(DeadlineRow::met)
                .orElse(null);
    }

    /** One row of the inbox, which several may hold as long as nobody has decided. */
    private List<Visit> visits(String id, List<InboxRow> rows) {
        var visits = new ArrayList<Visit>();
        var step = Objects.requireNonNull(rows.get(0).step());
        var from = turn(
                id, rows.stream().map(InboxRow::since).min(Instant::compareTo).orElseThrow());
        var mine = from;
        var open = true;
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!id.equals(line.taskId())) {
                continue;
            }
            var decides = DECIDES.contains(line.action()) || line.action().startsWith("auto-");
            if (line.action().equals("take-back") || decides && !open) {
                from = decides ? again(last, i) : line.at();
                mine = from;
                open = true;
                last = i;
            }
            if (HANDS_ON.contains(line.action())) {
                hand(step, line, answered(id, mine, line.at()));
                mine = line.at();
            } else if (CHANGES_HANDS.contains(line.action())) {
                mine = line.at();
            } else if (decides) {
                hand(step, line, answered(id, mine, line.at()));
                visits.add(new Visit(from, line.at(), line.action()));
                open = false;
                last = i;
            }
        }
        if (rows.stream().anyMatch(InboxRow::pending)) {
            if (!open) {
                from = again(last, lines.size());
                mine = from;
            }
            visits.add(new Visit(from, null, null));
            var reached = answered(id, mine, Instant.MAX);
            rows.stream()
                    .filter(InboxRow::todo)
                    .forEach(row -> hands.add(new Hand(step, row.owner(), reached, null, null, row.dueAt())));
        } else if (open) {
            var at = rows.stream().map(InboxRow::at).max(Instant::compareTo).orElse(from);
            visits.add(new Visit(from, at.isBefore(from) ? from : at, "gone"));
        }
        return visits;
    }

    private void hand(String step, Line line, Instant from) {
        if (!line.personId().equals("system")) {
            hands.add(new Hand(step, line.personId(), from, line.at(), line.action(), null));
        }
    }

    /** When it came again after it was decided: with the last thing that moved the request. */
    private Instant again(int after, int before) {
        for (int i = before - 1; i > after; i--) {
            if (MOVES.contains(lines.get(i).action())) {
                return lines.get(i).at();
            }
        }
        return after < 0 ? lines.get(0).at() : lines.get(after).at();
    }

    /** Where people are asked one after the other, it reaches somebody when those before have decided. */
    private Instant turn(String id, Instant since) {
        var seat = seats.get(id);
        if (seat == null || !inOrder.test(seat.way())) {
            return since;
        }
        return seats.values().stream()
                .filter(other -> other.taskId().equals(seat.taskId())
                        && Objects.equals(other.batch(), seat.batch())
                        && other.position() < seat.position())
                .map(SeatRow::decidedAt)
                .filter(Objects::nonNull)
                .filter(at -> at.isAfter(since))
                .max(Comparator.naturalOrder())
                .orElse(since);
    }

    /** Whoever asked others first waits for them; it is in the own hands again with the last answer. */
    private Instant answered(String id, Instant from, Instant until) {
        return seats.values().stream()
                .filter(seat -> id.equals(seat.parentId()) && BEFORE.contains(seat.part()))
                .map(SeatRow::decidedAt)
                .filter(Objects::nonNull)
                .filter(at -> at.isAfter(from) && !at.isAfter(until))
                .max(Comparator.naturalOrder())
                .orElse(from);
    }
}
