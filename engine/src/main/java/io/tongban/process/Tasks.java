package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model.UserStep;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Decisions on tasks. */
@Service
public class Tasks {

    /**
     * What comes with an action.
     *
     * @param comment opinion, shown in the trail
     * @param revision revision of the task that was seen; another one is a conflict
     * @param answers fields that the step may write
     * @param to person to transfer to, or where to return to
     */
    public record Input(
            @Nullable String comment,
            @Nullable Integer revision,
            @Nullable Map<String, Object> answers,
            @Nullable String to) {

        public static Input empty() {
            return new Input(null, null, null, null);
        }
    }

    /** State after an action. */
    public record Result(TaskState task, RequestState request) {}

    public record TaskState(String id, String status, int revision) {}

    public record RequestState(String id, String status, int revision) {}

    private static final Set<String> KNOWN =
            Set.of("approve", "reject", "return", "transfer", "claim", "release", "submit");

    private final Engine engine;
    private final Works works;
    private final Actions actions;
    private final Answers answers;
    private final Forms forms;
    private final Requests requests;
    private final InboxMapper inbox;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    Tasks(
            Engine engine,
            Works works,
            Actions actions,
            Answers answers,
            Forms forms,
            Requests requests,
            InboxMapper inbox,
            People people,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.engine = engine;
        this.works = works;
        this.actions = actions;
        this.answers = answers;
        this.forms = forms;
        this.requests = requests;
        this.inbox = inbox;
        this.people = people;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Acts on a task. A second click, a retry or a second person never acts again.
     *
     * @throws Problem 404 not this person's task, 409 decided or changed by somebody else meanwhile, 422 refused input
     */
    public Result act(Actor actor, String taskId, String action, Input input, @Nullable String key) {
        if (!KNOWN.contains(action)) {
            throw Problem.notFound();
        }
        if (input.comment() != null && input.comment().length() > 4_000) {
            throw Problem.refused("kernel:invalid").field("comment", "process:too-long", "", 4_000);
        }
        var once = actions.once(key, action, taskId, input);
        var done = actions.run(actor, once, () -> attempt(actor, taskId, action, input, once));
        return new Result(
                new TaskState(taskId, done.part(0), done.number(1)),
                new RequestState(done.requestId(), done.part(2), done.number(3)));
    }

    /** The actor's task, open or done. */
    InboxRow visible(Actor actor, String taskId) {
        return mine(actor, inbox.byId(taskId));
    }

    private EntryRow attempt(Actor actor, String taskId, String action, Input input, Actions.Once once) {
        var seen = mine(actor, inbox.byId(taskId));
        try (var work = works.open(actor, seen.requestId())) {
            // Read again behind the lock: what was open a moment ago may be decided now.
            var rows = inbox.byId(taskId);
            var task = mine(actor, rows);
            requireOpen(task, rows, input);
            var step = work.model.step(java.util.Objects.requireNonNull(task.step()));
            if (!allowed(task, step).contains(action)) {
                throw Problem.refused("process:not-allowed-here");
            }
            return switch (action) {
                case "claim" -> claim(work, task, rows, once);
                case "release" -> release(work, task, once);
                case "transfer" -> transfer(work, task, rows, input, once);
                default -> decide(work, task, rows, step, action, input, once);
            };
        }
    }

    /** The actor's own row first, then a row of one of the actor's roles; anybody else's task does not exist. */
    private static InboxRow mine(Actor actor, List<InboxRow> rows) {
        var owners = Access.owners(actor);
        return rows.stream()
                .filter(row -> owners.contains(row.owner()) && !row.state().equals("copied"))
                .min(java.util.Comparator.comparing(
                                (InboxRow row) -> !row.state().equals("todo"))
                        .thenComparing(row -> owners.indexOf(row.owner())))
                .orElseThrow(Problem::notFound);
    }

    private void requireOpen(InboxRow task, List<InboxRow> rows, Input input) {
        if (!task.state().equals("todo")) {
            var closed = rows.stream().filter(r -> r.closedBy() != null).findFirst();
            if (closed.isEmpty()) {
                throw Problem.conflict("process:no-longer-open");
            }
            var by = people.find(java.util.Objects.requireNonNull(closed.get().closedBy()));
            throw Problem.conflict(
                    "process:already-" + closed.get().action(),
                    by.map(io.tongban.org.Person::name).orElse(""),
                    DateTimeFormatter.ofPattern("M-d HH:mm")
                            .withZone(zone)
                            .format(closed.get().at()));
        }
        if (input.revision() != null && input.revision() != task.revision()) {
            throw Problem.conflict("process:task-moved");
        }
    }

    /** Actions that the step allows in the task's present state. */
    static Set<String> allowed(InboxRow task, UserStep step) {
        var allowed = new java.util.LinkedHashSet<>(step.actions());
        if (task.owner().startsWith("role:")) {
            allowed.add("claim");
        } else if (task.pool() != null && task.pool().startsWith("role:")) {
            allowed.add("release");
        }
        return allowed;
    }

    private EntryRow claim(Work work, InboxRow task, List<InboxRow> rows, Actions.Once once) {
        if (!task.owner().startsWith("role:")) {
            throw Problem.refused("process:not-allowed-here");
        }
        engine.assign(task.id(), work.actor.id());
        hand(work, task, work.actor.id(), task.owner());
        return recorded(work, task, "claim", null, once, "todo", task.revision() + 1);
    }

    private EntryRow release(Work work, InboxRow task, Actions.Once once) {
        var pool = java.util.Objects.requireNonNull(task.pool());
        engine.unassign(task.id());
        hand(work, task, pool, null);
        return recorded(work, task, "release", null, once, "todo", task.revision() + 1);
    }

    private EntryRow transfer(Work work, InboxRow task, List<InboxRow> rows, Input input, Actions.Once once) {
        var to = input.to();
        if (to == null || !people.present(to)) {
            throw Problem.refused("kernel:invalid").field("to", "process:no-such-person", "");
        }
        if (to.equals(work.actor.id())) {
            throw Problem.refused("kernel:invalid").field("to", "process:transfer-to-self");
        }
        if (to.equals(work.request.applicantId())) {
            throw Problem.refused("kernel:invalid").field("to", "process:transfer-to-applicant");
        }
        engine.assign(task.id(), to);
        rows.stream()
                .filter(r -> !r.owner().equals(task.owner()) && r.state().equals("todo"))
                .forEach(r -> inbox.delete(r.id(), r.owner()));
        rows.stream().filter(r -> r.owner().equals(to)).forEach(r -> inbox.delete(r.id(), to));
        hand(work, task, to, null);
        works.tellTask(work, task.id(), List.of(to));
        var name = people.find(to).map(io.tongban.org.Person::name).orElse("");
        var text = input.comment() == null || input.comment().isBlank()
                ? "→ " + name
                : "→ " + name + "\n" + input.comment();
        return recorded(work, task, "transfer", text, once, "todo", task.revision() + 1);
    }

    private void hand(Work work, InboxRow task, String to, @Nullable String pool) {
        inbox.change(
                task.id(),
                task.owner(),
                to,
                "todo",
                task.at(),
                task.revision() + 1,
                pool != null ? pool : keepPool(task, to),
                null,
                null);
        work.told.add(to);
        works.write(work);
    }

    private static @Nullable String keepPool(InboxRow task, String to) {
        return to.startsWith("role:") ? null : task.pool();
    }

    private EntryRow decide(
            Work work,
            InboxRow task,
            List<InboxRow> rows,
            UserStep step,
            String action,
            Input input,
            Actions.Once once) {
        if (Set.of("reject", "return").contains(action)
                && (input.comment() == null || input.comment().isBlank())) {
            throw Problem.refused("kernel:invalid").field("comment", "process:reason-needed");
        }
        var status = write(work, step, action, input);
        close(work, task, rows, action);
        switch (action) {
            case "approve", "submit" -> engine.complete(task.id(), status, Map.of("decision", action));
            case "reject" -> requests.end(work, "rejected");
            case "return" -> back(work, input);
            default -> throw new IllegalStateException(action);
        }
        if (!action.equals("reject")) {
            works.write(work);
        }
        events.publishEvent(
                new ProcessEvent.TaskClosed(work.request.id(), work.model.key(), task.id(), action, work.actor.id()));
        return recorded(work, task, action, input.comment(), once, "done", task.revision() + 1);
    }

    /** Merges what the step may write into the answers and returns the facts that changed with it. */
    private Map<String, Object> write(Work work, UserStep step, String action, Input input) {
        var applicantsTurn = step.id().equals(work.model.firstStep());
        if (input.answers() == null && !(applicantsTurn && action.equals("submit"))) {
            return Map.of();
        }
        var form = forms.of(work.model);
        var given = input.answers() == null ? Map.<String, Object>of() : input.answers();
        var merged = answers.merge(
                work.actor, form, work.answers, given, applicantsTurn ? null : step.write(), step.required());
        requests.attach(work.actor, form, merged, work.request.id());
        work.answers.clear();
        work.answers.putAll(merged);
        return Requests.facts(work.model, merged);
    }

    private void close(Work work, InboxRow task, List<InboxRow> rows, String action) {
        var now = clock.instant();
        inbox.change(
                task.id(),
                task.owner(),
                work.actor.id(),
                "done",
                now,
                task.revision() + 1,
                task.pool(),
                action,
                work.actor.id());
        for (var other : rows) {
            if (!other.owner().equals(task.owner()) && other.state().equals("todo")) {
                inbox.change(
                        other.id(),
                        other.owner(),
                        other.owner(),
                        "gone",
                        now,
                        other.revision() + 1,
                        other.pool(),
                        action,
                        work.actor.id());
            }
            work.told.addAll(works.peopleOf(other.owner()));
        }
    }

    private void back(Work work, Input input) {
        var to = input.to() == null ? "applicant" : input.to();
        var first = work.model.firstStep();
        if (!to.equals("applicant") || first == null) {
            throw Problem.refused("kernel:invalid").field("to", "process:no-such-step");
        }
        engine.jump(work.request.instanceId(), first);
    }

    private static EntryRow recorded(
            Work work,
            InboxRow task,
            String action,
            @Nullable String text,
            Actions.Once once,
            String state,
            int revision) {
        return Requests.entry(work, action, task.step(), task.id(), text, once, state + "|" + revision);
    }
}
