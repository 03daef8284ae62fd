package io.tongban.process;

import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model.UserStep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What the rules of a step are asked, and who may act in the place of whom they find. */
@Component
class Asking {

    private final Approvers approvers;
    private final ObjectProvider<Deputies> deputies;
    private final Repetitions repetitions;
    private final Engine engine;
    private final Clock clock;

    Asking(
            Approvers approvers,
            ObjectProvider<Deputies> deputies,
            Repetitions repetitions,
            Engine engine,
            Clock clock) {
        this.approvers = approvers;
        this.deputies = deputies;
        this.repetitions = repetitions;
        this.engine = engine;
        this.clock = clock;
    }

    /** Answers and facts of a request that is running. */
    Approvers.Values values(Work work) {
        var facts = SingletonSupplier.of(() -> engine.facts(work.request.instanceId()));
        return name -> work.value(name, fact -> facts.obtain().get(fact));
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

    /**
     * Deputies by person; nobody acts for an applicant, and pools need no deputy. Nobody gets a second say in a task: where
     * the deputy has one already, or stands in for somebody else there, the task stays with whom it belongs to.
     *
     * @param owners whom the task is for, in their order
     * @param voices who has a say in it already
     * @param kept hears of a principal whose deputy may not have it, and of the deputy
     */
    Map<String, String> standIns(
            Work work,
            UserStep step,
            Collection<String> owners,
            Collection<String> voices,
            Approvers.Values values,
            java.util.function.BiConsumer<String, String> kept) {
        var keeper = deputies.getIfAvailable();
        var people = owners.stream()
                .filter(owner -> !owner.startsWith("role:") && !owner.equals(work.request.applicantId()))
                .collect(Collectors.toSet());
        if (keeper == null || people.isEmpty()) {
            return Map.of();
        }
        var known = keeper.of(people, work.model.key(), values);
        var having = new HashSet<>(voices);
        having.addAll(owners);
        var standIns = new LinkedHashMap<String, String>();
        for (var owner : owners) {
            var deputy = known.get(owner);
            if (deputy == null || !mayStandIn(work, step, deputy, values)) {
                continue;
            }
            if (having.add(deputy)) {
                standIns.put(owner, deputy);
            } else if (!deputy.equals(owner)) {
                kept.accept(owner, deputy);
            }
        }
        return standIns;
    }

    /** The same for a task that is made now; the trail says where a deputy may not have it. */
    Map<String, String> standIns(
            Work work,
            UserStep step,
            String task,
            Collection<String> owners,
            Collection<String> voices,
            Approvers.Values values) {
        return standIns(
                work,
                step,
                owners,
                voices,
                values,
                (principal, deputy) -> work.entries.add(EntryRow.bySystem(
                        work, "stand-in-kept", step.id(), task, principal + "|" + deputy, clock.instant())));
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

    /**
     * Who holds now what is open again: whoever acted for somebody and no longer stands in does not act again, and for
     * somebody who has gone away meanwhile the deputy does.
     */
    InboxRow heldNow(Work work, UserStep step, InboxRow row, Collection<String> voices, Approvers.Values values) {
        var principal = row.behalf() == null ? row.owner() : row.behalf();
        if ("consult".equals(row.part()) || principal.startsWith("role:")) {
            return row;
        }
        var others = new ArrayList<>(voices);
        others.removeAll(List.of(principal, row.owner()));
        @Nullable
        String deputy = standIns(work, step, List.of(principal), others, values, (kept, by) -> {})
                .get(principal);
        var holder = deputy == null ? principal : deputy;
        if (holder.equals(row.owner())) {
            return row;
        }
        var now = clock.instant();
        if (row.behalf() != null) {
            work.entries.add(EntryRow.standIn(work, "stand-in-over", row, principal, row.owner(), now));
        }
        if (deputy != null) {
            work.entries.add(EntryRow.standIn(work, "stand-in", row, principal, deputy, now));
        }
        return StandIns.handed(row.actingFor(deputy == null ? null : principal), row.owner(), holder);
    }
}
