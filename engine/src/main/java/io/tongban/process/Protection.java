package io.tongban.process;

import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Protected fields: each approval is sealed with what they said then. When a step is decided and somebody before it has
 * approved something else, it goes back to them, and only they are asked again.
 */
@Component
class Protection {

    private static final Set<String> APPROVALS = Set.of("approve", "complete");
    private static final Set<String> DECISIONS = Set.of("approve", "complete", "reject", "abstain", "return");

    private final RequestMapper requests;
    private final Works works;
    private final Clock clock;

    Protection(RequestMapper requests, Works works, Clock clock) {
        this.requests = requests;
        this.works = works;
        this.clock = clock;
    }

    boolean declared(Model model) {
        return !model.guarded().isEmpty();
    }

    /** Digest of what the step sees of the protected fields; null where the model protects none. */
    @Nullable
    String seal(Work work, UserStep step) {
        if (!declared(work.model)) {
            return null;
        }
        var seen = new LinkedHashMap<>(Unseen.without(work.answers, step.hidden()));
        var guarded = work.model.guarded();
        var columns = guarded.stream().filter(name -> name.contains(".")).toList();
        seen.keySet()
                .removeIf(name ->
                        !guarded.contains(name) && columns.stream().noneMatch(column -> column.startsWith(name + ".")));
        seen.replaceAll((name, value) -> guarded.contains(name) ? value : onlyColumns(name, value, columns));
        return works.digest(seen);
    }

    private static Object onlyColumns(String table, Object value, List<String> columns) {
        return value instanceof List<?> rows
                ? rows.stream()
                        .map(row -> row instanceof Map<?, ?> cells
                                ? cells.entrySet().stream()
                                        .filter(cell -> cell.getValue() != null
                                                && columns.contains(table + "." + cell.getKey()))
                                        .collect(Collectors.toMap(
                                                cell -> String.valueOf(cell.getKey()),
                                                Map.Entry::getValue,
                                                (a, b) -> a,
                                                java.util.TreeMap::new))
                                : row)
                        .toList()
                : value;
    }

    /** Whether an approval was given to what the protected fields say now. */
    boolean approvedThis(Work work, EntryRow approval) {
        var step = work.model.steps().get(String.valueOf(approval.step()));
        return step != null && Objects.equals(approval.details().seal(), seal(work, step));
    }

    /** Whether anybody has approved something else by now. */
    boolean stale(Work work) {
        return declared(work.model)
                && !approvedOtherwise(work, work.decidedStep).isEmpty();
    }

    /**
     * Where a request goes back to when a step has been decided, because somebody before has approved something else; null
     * when it goes on. The trail says why.
     */
    @Nullable
    String asksAgain(Work work, UserStep step) {
        var branches = work.model.branches();
        var asked = approvedOtherwise(work, step.id());
        var targets = asked.stream()
                .map(earlier -> branches.canReturn(earlier, step.id())
                        ? earlier
                        // Nobody goes back into branches that have come together: all of them begin again.
                        : branches.forkOf(earlier).orElse(earlier))
                .filter(target -> branches.canReturn(target, step.id()))
                .distinct()
                .toList();
        if (targets.isEmpty()) {
            return null;
        }
        var to = targets.stream()
                .filter(one -> targets.stream().allMatch(other -> other.equals(one) || branches.canReturn(one, other)))
                .findFirst()
                .orElse(targets.get(0));
        var changes = work.changes.stream()
                .filter(change -> guards(work.model, change.field()))
                .toList();
        work.entries.add(EntryRow.bySystem(
                work,
                "asked-again",
                step.id(),
                null,
                EntryDetail.protect(changes, List.copyOf(asked)).text(),
                clock.instant()));
        return to;
    }

    private static boolean guards(Model model, String path) {
        return Unseen.hides(model.guarded(), path)
                || model.guarded().stream().anyMatch(name -> name.startsWith(path.replaceAll("\\[\\d+]", "") + "."));
    }

    /** Steps whose last decision was an approval of something else, by somebody other than who decides now. */
    private Set<String> approvedOtherwise(Work work, @Nullable String except) {
        var last = new LinkedHashMap<String, EntryRow>();
        for (var entry : requests.entries(work.request.id())) {
            if (entry.step() != null && DECISIONS.contains(entry.action())) {
                last.put(entry.step() + "|" + principal(entry), entry);
            }
        }
        var steps = new LinkedHashSet<String>();
        last.values().stream()
                .filter(entry -> APPROVALS.contains(entry.action())
                        && !Objects.equals(entry.step(), except)
                        && !principal(entry).equals(work.decider)
                        && entry.details().seal() != null
                        && !approvedThis(work, entry))
                .forEach(entry -> steps.add(String.valueOf(entry.step())));
        return steps;
    }

    private static String principal(EntryRow entry) {
        return entry.behalfId() == null ? entry.personId() : entry.behalfId();
    }
}
