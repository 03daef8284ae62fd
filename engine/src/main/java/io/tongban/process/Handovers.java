package io.tongban.process;

import io.tongban.access.Roles;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.org.People;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model.UserStep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Administrators hand over what somebody has to decide: task by task, each in a transaction of its own, so that one that
 * can not be handed over keeps none of the others.
 */
@Component
class Handovers {

    static final int MOST = 100;

    /**
     * What is handed over in one go.
     *
     * @param tasks ids of tasks
     * @param to the successor
     */
    record Asked(
            @Nullable List<String> tasks,
            @Nullable String to,
            @Nullable String comment) {}

    /**
     * What became of one task.
     *
     * @param result {@code handed-over}, {@code given-back} to the person it was decided for, {@code dropped} where the
     *     successor has a say already, {@code refused}
     * @param refusal why not
     */
    record Outcome(String task, String result, @Nullable Problem refusal) {}

    private final Interventions interventions;
    private final Engine engine;
    private final Works works;
    private final Actions actions;
    private final Holders holders;
    private final Signers signers;
    private final Ballots ballots;
    private final Decisions decisions;
    private final InboxMapper inbox;
    private final DueDates deadlines;
    private final People people;
    private final Roles roles;
    private final List<Belongings> belongings;
    private final Notifications notifications;
    private final Clock clock;

    Handovers(
            Interventions interventions,
            Engine engine,
            Works works,
            Actions actions,
            Holders holders,
            Signers signers,
            Ballots ballots,
            Decisions decisions,
            InboxMapper inbox,
            DueDates deadlines,
            People people,
            Roles roles,
            List<Belongings> belongings,
            Notifications notifications,
            Clock clock) {
        this.interventions = interventions;
        this.engine = engine;
        this.works = works;
        this.actions = actions;
        this.holders = holders;
        this.signers = signers;
        this.ballots = ballots;
        this.decisions = decisions;
        this.inbox = inbox;
        this.deadlines = deadlines;
        this.people = people;
        this.roles = roles;
        this.belongings = belongings;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** The names under which tasks are a person's alone: the person, and roles in which nobody else is left. */
    List<String> owners(String person) {
        var owners = new ArrayList<String>();
        owners.add(person);
        roles.rolesOf(person).stream()
                .filter(role -> !role.equals(Roles.EMPLOYEE))
                .filter(role -> roles.members(role).stream().allMatch(person::equals))
                .sorted()
                .forEach(role -> owners.add(Names.ROLE + role));
        return owners;
    }

    /** Who holds tasks on the person's behalf now. */
    List<String> deputies(String person) {
        return belongings.stream()
                .flatMap(one -> one.deputies(person).stream())
                .distinct()
                .toList();
    }

    /**
     * Hands over tasks; the same key with the same body answers again what became of them.
     *
     * @throws Problem 404 nobody like that, 422 no reason, no successor, too many at once
     */
    List<Outcome> handOver(Actor actor, String person, Asked asked, @Nullable String key) {
        people.get(person);
        var reason = Interventions.reason(asked.comment());
        var to = asked.to();
        if (to == null || !people.present(to)) {
            throw Problem.refused("kernel:invalid").field("to", "process:transfer-to-nobody");
        }
        if (to.equals(person)) {
            throw Problem.refused("kernel:invalid").field("to", "process:handover-to-same");
        }
        var tasks = asked.tasks() == null
                ? List.<String>of()
                : asked.tasks().stream().distinct().toList();
        if (tasks.isEmpty() || tasks.size() > MOST) {
            throw Problem.refused("kernel:invalid").field("tasks", "process:handover-tasks", MOST);
        }
        var outcomes = new ArrayList<Outcome>();
        int first = 0;
        for (var task : tasks) {
            try {
                var done = one(actor, person, task, to, reason, key);
                first += done.first() ? 1 : 0;
                outcomes.add(new Outcome(task, done.part(0), null));
            } catch (Problem refusal) {
                outcomes.add(new Outcome(task, "refused", refusal));
            }
        }
        if (first > 0) {
            tell(actor, person, to, first);
        }
        return outcomes;
    }

    private Actions.Done one(Actor actor, String person, String task, String to, String reason, @Nullable String key) {
        var once = key == null || key.isBlank()
                ? actions.once(null)
                : actions.once(Actions.digest(key + "/" + task), "hand-over", person, task, to, reason);
        return actions.run(actor, once, () -> {
            try (var work = works.openTask(actor, task)) {
                interventions.check(actor, work.request);
                Requests.requireOpen(work.request);
                var rows = inbox.byId(task);
                var theirs = theirs(person, rows);
                var step = work.model.step(Objects.requireNonNull(theirs.step()));
                var heir = theirs.owner().equals(person) && theirs.behalf() != null ? theirs.behalf() : to;
                if (heir.equals(work.request.applicantId()) && !step.isWork()) {
                    throw Problem.refused("process:transfer-to-applicant");
                }
                var result = theirs.part() == null ? alone(work, theirs, rows, heir) : seat(work, theirs, step, heir);
                deadlines.again(theirs.taskId());
                work.told.addAll(List.of(person, heir));
                works.hint(work);
                return Holders.recorded(
                        work,
                        theirs.actingFor(null),
                        "hand-over",
                        holders.named(List.of(heir), reason),
                        once,
                        result.equals("handed-over") && !heir.equals(to) ? "given-back" : result,
                        theirs.revision() + 1);
            }
        });
    }

    /** The person's own row, one that a deputy has, or that of a role in which the person is the last. */
    private InboxRow theirs(String person, List<InboxRow> rows) {
        var open =
                rows.stream().filter(row -> row.pending() && row.step() != null).toList();
        return open.stream()
                .filter(row -> row.owner().equals(person) || person.equals(row.behalf()))
                .findFirst()
                .or(() -> {
                    var owners = owners(person);
                    return open.stream()
                            .filter(row -> owners.contains(row.owner()))
                            .findFirst();
                })
                .orElseThrow(() -> Problem.conflict("process:handover-gone"));
    }

    /** Somebody decides alone, or whoever of several acts first. */
    private String alone(Work work, InboxRow theirs, List<InboxRow> rows, String to) {
        var known = rows.stream()
                .filter(row -> row.owner().equals(to) && !row.equals(theirs))
                .findFirst();
        var open = rows.stream().filter(InboxRow::pending).count();
        if (known.isPresent() && known.get().pending()) {
            inbox.change(theirs.as("gone", theirs.owner(), clock.instant()), theirs.owner());
            work.told.addAll(works.peopleOf(theirs.owner()));
            works.write(work);
            return "dropped";
        }
        known.ifPresent(row -> inbox.delete(row.id(), to));
        inbox.change(StandIns.handed(theirs.actingFor(null), theirs.owner(), to), theirs.owner());
        if (open == 1) {
            engine.assign(theirs.taskId(), to);
        }
        works.write(work);
        return "handed-over";
    }

    /** A say in a vote, or in a task that somebody added others to. */
    private String seat(Work work, InboxRow theirs, UserStep step, String to) {
        var poll = ballots.poll(theirs.taskId(), step);
        var seat = poll.seat(theirs.id());
        if (!to.equals(seat.personId()) && hasSay(poll, to)) {
            if (seat.part().equals("member") && poll.members().size() == 1) {
                throw Problem.refused("process:signer-already", holders.name(to));
            }
            signers.remove(work, poll, seat);
            decisions.settle(work, poll, step, Map.of(), () -> {});
            return "dropped";
        }
        ballots.put(poll, seat.heldBy(to));
        inbox.change(StandIns.handed(theirs.actingFor(null), theirs.owner(), to), theirs.owner());
        works.write(work);
        return "handed-over";
    }

    private static boolean hasSay(Poll poll, String person) {
        return poll.all().stream()
                .anyMatch(seat -> seat.present()
                        && !(seat.asked() && !seat.pending())
                        && seat.personId().equals(person));
    }

    /** One notice for all of them, not one for each. */
    private void tell(Actor actor, String person, String to, int count) {
        var args = List.<Object>of("", "", "", "", actor.name(), holders.name(person), holders.name(to), count);
        notifications.send(new Notice(List.of(to), "process.handed-over", args, "/tasks", null));
        if (!person.equals(actor.id()) && people.present(person)) {
            notifications.send(new Notice(List.of(person), "process.handed-away", args, "/tasks", null));
        }
    }
}
