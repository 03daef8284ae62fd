package io.tongban.process;

import io.tongban.process.engine.Model.UserStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has decided already, and need not be asked again. */
@Component
class Repetitions {

    private static final Set<String> APPROVALS = Set.of("approve", "complete");
    private static final Set<String> DECISIONS = Set.of("approve", "complete", "submit", "reject", "abstain");

    private final RequestMapper requests;
    private final Works works;
    private final Returns returns;
    private final Protection protection;

    Repetitions(RequestMapper requests, Works works, Returns returns, Protection protection) {
        this.requests = requests;
        this.works = works;
        this.returns = returns;
        this.protection = protection;
    }

    /** Everybody who decided at a step the last time it was reached. */
    List<String> deciders(Work work, String step) {
        if (work.rehearsal != null) {
            return List.copyOf(work.rehearsal.approvers.getOrDefault(step, Set.of()));
        }
        if (step.equals(work.decidedStep)) {
            return List.copyOf(work.approvers);
        }
        var people = new ArrayList<String>();
        for (var entry : requests.entries(work.request.id())) {
            if (step.equals(entry.step()) && DECISIONS.contains(entry.action())) {
                people.add(entry.behalfId() == null ? entry.personId() : entry.behalfId());
            } else if (entry.action().equals("return")) {
                people.clear();
            }
        }
        return people.stream().distinct().toList();
    }

    /**
     * Why somebody need not be asked at a step, as the key and arguments of a sentence; null when they have to be.
     */
    @Nullable
    String approved(Work work, UserStep step, String owner) {
        var mode = work.model.repeated();
        var unchanged = returns.onlyChanged(work);
        if (!work.byRule.contains(step.id()) && returns.leftToProtect(work, step.id()) && stands(work, step, owner)) {
            return "unchanged";
        }
        if (owner.startsWith("role:")
                || step.isWork()
                || work.byRule.contains(step.id())
                || work.submitting
                || step.id().equals(work.jumpedTo)
                || mode.equals("off") && !unchanged) {
            return null;
        }
        // What another step was decided with proves nothing here.
        if (!mode.equals("off")
                && step.needs().isEmpty()
                && !step.id().equals(work.decidedStep)
                && work.approvers.contains(owner)
                && (mode.equals("consecutive") || owner.equals(work.decider))) {
            return "repeated|" + work.decidedStep;
        }
        if (!unchanged && mode.equals("consecutive") && work.decidedStep != null) {
            return null;
        }
        return work.rehearsal != null ? rehearsed(work, step, owner) : fromTrail(work, step, owner, mode, unchanged);
    }

    private static @Nullable String rehearsed(Work work, UserStep step, String owner) {
        return java.util.Objects.requireNonNull(work.rehearsal).approvers.entrySet().stream()
                .filter(passed ->
                        !passed.getKey().equals(step.id()) && passed.getValue().contains(owner))
                .map(passed -> "repeated|" + passed.getKey())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String fromTrail(Work work, UserStep step, String owner, String mode, boolean unchanged) {
        var trail = requests.entries(work.request.id());
        for (int i = trail.size() - 1; i >= 0; i--) {
            var entry = trail.get(i);
            if (!unchanged && Set.of("return", "submit", "jump").contains(entry.action())) {
                return null;
            }
            var decided = entry.step() != null && DECISIONS.contains(entry.action());
            var approved = decided
                    && APPROVALS.contains(entry.action())
                    && owner.equals(entry.behalfId() == null ? entry.personId() : entry.behalfId());
            var same = step.id().equals(entry.step());
            if (approved && same && unchanged && isUnchanged(work, entry)) {
                return "unchanged";
            }
            if (approved
                    && !same
                    && step.needs().isEmpty()
                    && !mode.equals("off")
                    && (mode.equals("consecutive") || isUnchanged(work, entry))) {
                return "repeated|" + entry.step();
            }
            if (decided && mode.equals("consecutive") && !unchanged) {
                return null;
            }
        }
        return null;
    }

    /** Whoever made the change that others had to look at knows it; a role or a single holder is not asked once more. */
    private boolean stands(Work work, UserStep step, String owner) {
        return requests.entries(work.request.id()).stream()
                .filter(entry -> step.id().equals(entry.step()) && DECISIONS.contains(entry.action()))
                .filter(entry -> step.vote() == null
                        || owner.equals(entry.behalfId() == null ? entry.personId() : entry.behalfId()))
                .reduce((first, last) -> last)
                .filter(entry -> APPROVALS.contains(entry.action()) && protection.approvedThis(work, entry))
                .isPresent();
    }

    private boolean isUnchanged(Work work, EntryRow entry) {
        if (returns.onlyProtected(work)) {
            return protection.approvedThis(work, entry);
        }
        return entry.content() != null
                && entry.content().equals(works.content(work, work.model.steps().get(String.valueOf(entry.step()))));
    }
}
