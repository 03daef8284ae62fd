package io.tongban.process;

import io.tongban.process.engine.Model.UserStep;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the rules of a step are asked, and who may act in the place of whom they find. */
@Component
class Asking {

    private final Approvers approvers;
    private final ObjectProvider<Deputies> deputies;
    private final Repetitions repetitions;

    Asking(Approvers approvers, ObjectProvider<Deputies> deputies, Repetitions repetitions) {
        this.approvers = approvers;
        this.deputies = deputies;
        this.repetitions = repetitions;
    }

    Approvers.Question question(Work work, UserStep step, Approvers.Values values) {
        return new Approvers.Question(
                step.approver(),
                step.nobody(),
                step.own(),
                step.exclude(),
                work.request.applicantId(),
                values,
                earlier -> repetitions.deciders(work, earlier),
                work.request.id() + "/" + step.id());
    }

    /** Deputies by person; nobody acts for an applicant, and pools need no deputy. */
    Map<String, String> standIns(Work work, UserStep step, Set<String> owners, Approvers.Values values) {
        var keeper = deputies.getIfAvailable();
        var people = owners.stream()
                .filter(owner -> !owner.startsWith("role:") && !owner.equals(work.request.applicantId()))
                .collect(Collectors.toSet());
        if (keeper == null || people.isEmpty()) {
            return Map.of();
        }
        var standIns = new LinkedHashMap<>(keeper.of(people, work.model.key(), values));
        standIns.values().removeIf(deputy -> !mayStandIn(work, step, deputy, values));
        return standIns;
    }

    /** Nobody comes to decide on an own request, or where the step excludes them, by standing in for somebody. */
    boolean mayStandIn(Work work, UserStep step, String deputy, Approvers.Values values) {
        if (deputy.equals(work.request.applicantId())) {
            return false;
        }
        var question = question(work, step, values);
        return step.exclude().stream()
                .map(rule -> approvers.find(question.asking(rule, "none").unrestricted()))
                .noneMatch(found -> approvers.members(found).contains(deputy));
    }

    /** Whoever acted for somebody and no longer stands in does not act again. */
    InboxRow heldNow(Work work, InboxRow row, Approvers.Values values) {
        var keeper = deputies.getIfAvailable();
        var principal = row.behalf();
        if (principal == null || keeper == null) {
            return row;
        }
        var deputy = keeper.of(Set.of(principal), work.model.key(), values).get(principal);
        return row.owner().equals(deputy) ? row : StandIns.handed(row.actingFor(null), row.owner(), principal);
    }
}
