package io.tongban.process;

import io.tongban.kernel.Ids;
import io.tongban.process.engine.EngineSpi.Assignment;
import io.tongban.process.engine.EngineSpi.NewTask;
import io.tongban.process.engine.Model.UserStep;
import io.tongban.process.engine.Model.Vote;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds who holds a task that the engine opens: one person, several of whom one acts, or the members of a vote. */
@Component
class Seating {

    /** Somebody with a say. {@code owner} is a person, or {@code role:KEY} outside votes. */
    private record Signer(String owner, String why) {}

    private final Approvers approvers;
    private final Deciding deciding;
    private final Asking asking;
    private final Repetitions repetitions;
    private final Returns returns;
    private final Ballots ballots;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Seating(
            Approvers approvers,
            Deciding deciding,
            Asking asking,
            Repetitions repetitions,
            Returns returns,
            Ballots ballots,
            ApplicationEventPublisher events,
            Clock clock) {
        this.approvers = approvers;
        this.deciding = deciding;
        this.asking = asking;
        this.repetitions = repetitions;
        this.returns = returns;
        this.ballots = ballots;
        this.events = events;
        this.clock = clock;
    }

    Assignment open(Work work, UserStep step, NewTask task) {
        var assignment = seat(work, step, task);
        returns.reached(work, step.id());
        return assignment;
    }

    private Assignment seat(Work work, UserStep step, NewTask task) {
        Approvers.Values values = name -> work.value(name, task.facts()::get);
        var again = work.reopened.remove(step.id());
        if (again != null) {
            var owners = ballots.reopen(
                    work, again, task.taskId(), step, (row, voices) -> asking.heldNow(work, step, row, voices, values));
            told(work, task, owners);
            return new Assignment(owners, null, null);
        }
        var question = asking.question(work, step, values);
        var signers = new ArrayList<Signer>();
        for (var found : find(step, question)) {
            if (found.decision() != null) {
                return byRule(work, step, task, found.decision(), found.reason());
            }
            signers.addAll(signers(step.vote() != null, found));
        }
        return step.vote() == null
                ? holders(work, step, task, signers, values)
                : vote(work, step, step.vote(), task, signers, values);
    }

    /** Who would hold the step now; used when a holder leaves. */
    Map<String, String> holders(Work work, UserStep step, Approvers.Values facts) {
        Approvers.Values values = name -> work.value(name, facts);
        var question = asking.question(work, step, values);
        var owners = new LinkedHashMap<String, String>();
        for (var found : find(step, question)) {
            signers(step.vote() != null, found).forEach(signer -> owners.putIfAbsent(signer.owner(), signer.why()));
        }
        return owners;
    }

    /** What each rule of the step finds; what nobody means is asked once, for all of them together. */
    private List<Approvers.Found> find(UserStep step, Approvers.Question question) {
        var rules = step.approvers();
        if (rules.size() == 1) {
            return List.of(approvers.find(question.asking(plain(rules.get(0)), question.nobody())));
        }
        var found = rules.stream()
                .map(rule -> approvers.find(question.asking(plain(rule), "none")))
                .filter(one -> !one.nobody())
                .toList();
        // One of the rules may say that nobody need be asked; the people of the others still are.
        var asked = found.stream().filter(one -> one.decision() == null).toList();
        return found.isEmpty()
                ? List.of(approvers.find(question.asking(plain(rules.get(0)), question.nobody())))
                : asked.isEmpty() ? found : asked;
    }

    private static String plain(String rule) {
        return rule.replaceFirst("\\*\\d+$", "");
    }

    private List<Signer> signers(boolean votes, Approvers.Found found) {
        if (!votes && found.role() != null) {
            return List.of(new Signer("role:" + found.role(), found.reason()));
        }
        return approvers.members(found).stream()
                .map(person -> new Signer(person, found.reason()))
                .toList();
    }

    private Assignment holders(Work work, UserStep step, NewTask task, List<Signer> signers, Approvers.Values values) {
        for (var signer : signers) {
            var reason = repetitions.approved(work, step, signer.owner());
            if (reason != null) {
                return byRule(work, step, task, "approve", reason);
            }
        }
        var standIns = asking.standIns(work, step, task.taskId(), owners(signers), Set.of(), values);
        var now = clock.instant();
        var owners = new LinkedHashSet<String>();
        for (var signer : signers) {
            var deputy = standIns.get(signer.owner());
            var owner = deputy == null ? signer.owner() : deputy;
            if (owners.add(owner)) {
                work.tasks.add(InboxRow.open(
                        work,
                        task.taskId(),
                        task.taskId(),
                        owner,
                        step.id(),
                        now,
                        task.due(),
                        deputy != null
                                ? signer.owner()
                                : owner.startsWith("role:") || signers.size() > 1 ? owner : null,
                        signer.why(),
                        deputy == null ? null : signer.owner(),
                        null));
            }
        }
        told(work, task, owners);
        var role = owners.stream().filter(owner -> owner.startsWith("role:")).findFirst();
        var people = owners.stream().filter(owner -> !owner.startsWith("role:")).toList();
        return new Assignment(people, role.map(owner -> owner.substring(5)).orElse(null), null);
    }

    /** Every member has a seat; those who need not be asked have decided already. */
    private Assignment vote(
            Work work, UserStep step, Vote vote, NewTask task, List<Signer> signers, Approvers.Values values) {
        var question = asking.question(work, step, values);
        var weights = weights(step, question);
        var veto = new LinkedHashSet<String>();
        vote.veto().forEach(rule -> veto.addAll(approvers.members(approvers.find(question.asking(rule, "none")))));
        var standIns = asking.standIns(work, step, task.taskId(), owners(signers), Set.of(), values);
        var now = clock.instant();
        var seats = new ArrayList<SeatRow>();
        var known = new LinkedHashSet<String>();
        for (var signer : signers) {
            if (known.add(signer.owner())) {
                var seat = new SeatRow(
                        Ids.next(),
                        task.taskId(),
                        work.request.id(),
                        signer.owner(),
                        null,
                        "member",
                        null,
                        vote.way(),
                        seats.size(),
                        weights.getOrDefault(signer.owner(), 1),
                        veto.contains(signer.owner()),
                        "waiting",
                        null,
                        signer.why(),
                        null);
                var reason = repetitions.approved(work, step, signer.owner());
                if (reason != null) {
                    work.entries.add(byRule(work, step, task, "approve", signer.owner() + "|" + reason, now));
                    seats.add(seat.decided("approve", now));
                } else {
                    seats.add(seat);
                }
            }
        }
        work.seats.addAll(seats);
        var poll = new Poll(seats, deciding, vote.quorum());
        var verdict = poll.verdict();
        if (verdict != null) {
            work.byRule.add(step.id());
            return Assignment.done(verdict);
        }
        var opened = ballots.open(work, poll, step, task.due(), standIns);
        told(work, task, opened);
        return new Assignment(List.copyOf(opened), null, null);
    }

    /** Weights by person: a rule such as {@code head*2} gives its people two. */
    private Map<String, Integer> weights(UserStep step, Approvers.Question question) {
        var weights = new LinkedHashMap<String, Integer>();
        for (var rule : step.approvers()) {
            int star = rule.indexOf('*');
            if (star > 0) {
                var found = approvers.find(question.asking(plain(rule), "none"));
                approvers
                        .members(found)
                        .forEach(
                                person -> weights.merge(person, Integer.parseInt(rule.substring(star + 1)), Math::max));
            }
        }
        return weights;
    }

    private static Set<String> owners(List<Signer> signers) {
        return signers.stream()
                .map(Signer::owner)
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }

    private Assignment byRule(Work work, UserStep step, NewTask task, String decision, String reason) {
        work.byRule.add(step.id());
        work.entries.add(byRule(work, step, task, decision, "|" + reason, clock.instant()));
        if (decision.equals("reject") && !step.goesOn()) {
            // The engine is in the middle of a step: the request ends when it has come to rest.
            work.ending = "rejected";
            return new Assignment(List.of(), null, null);
        }
        return Assignment.done(decision);
    }

    /** A line of the trail; its detail is {@code person|reason|arguments}. */
    private static EntryRow byRule(
            Work work, UserStep step, NewTask task, String decision, String detail, Instant now) {
        return EntryRow.bySystem(work, "auto-" + decision, step.id(), task.taskId(), detail, now);
    }

    private void told(Work work, NewTask task, java.util.Collection<String> owners) {
        events.publishEvent(new ProcessEvent.TaskAssigned(
                task.requestId(), work.model.key(), task.taskId(), List.copyOf(Set.copyOf(owners))));
    }
}
