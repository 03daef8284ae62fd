package io.tongban.process;

import io.tongban.kernel.Problem;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model.UserStep;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tasks that come to their end: approve, reject, return, submit again. */
@Component
class Decisions {

    private final Engine engine;
    private final Works works;
    private final Requests requests;
    private final Answers answers;
    private final Forms forms;
    private final InboxMapper inbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            Engine engine,
            Works works,
            Requests requests,
            Answers answers,
            Forms forms,
            InboxMapper inbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.engine = engine;
        this.works = works;
        this.requests = requests;
        this.answers = answers;
        this.forms = forms;
        this.inbox = inbox;
        this.events = events;
        this.clock = clock;
    }

    EntryRow decide(
            Work work,
            InboxRow task,
            List<InboxRow> rows,
            UserStep step,
            String action,
            Tasks.Input input,
            Actions.Once once) {
        if (Set.of("reject", "return").contains(action)
                && (input.comment() == null || input.comment().isBlank())) {
            throw Problem.refused("kernel:invalid").field("comment", "process:reason-needed");
        }
        var status = write(work, step, action, input);
        close(work, task, rows, action);
        events.publishEvent(new ProcessEvent.TaskClosed(
                work.request.id(), work.model.key(), task.id(), step.id(), action, work.actor.id(), input.comment()));
        switch (action) {
            case "approve", "complete", "submit" -> engine.complete(task.id(), status, Map.of("decision", action));
            case "reject" -> {
                if (step.goesOn()) {
                    engine.complete(task.id(), status, Map.of("decision", action));
                } else {
                    requests.end(work, "rejected");
                }
            }
            case "return" -> back(work, input);
            default -> throw new IllegalStateException(action);
        }
        if (!action.equals("reject") || step.goesOn()) {
            works.write(work);
        }
        return Holders.recorded(work, task, action, input.comment(), once, "done", task.revision() + 1);
    }

    /** Merges what the step may write into the answers and returns the facts that changed with it. */
    private Map<String, Object> write(Work work, UserStep step, String action, Tasks.Input input) {
        var applicantsTurn = step.id().equals(work.model.firstStep());
        var finishes = Set.of("approve", "complete", "submit").contains(action);
        if (input.answers() == null && !(finishes && (applicantsTurn || step.form() != null))) {
            return Map.of();
        }
        var form = forms.of(work.model, step);
        var given = input.answers() == null ? Map.<String, Object>of() : input.answers();
        var merged =
                answers.merge(work.actor, form, work.answers, given, forms.writable(work.model, step), step.required());
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

    private void back(Work work, Tasks.Input input) {
        var to = input.to() == null ? "applicant" : input.to();
        var first = work.model.firstStep();
        if (!to.equals("applicant") || first == null) {
            throw Problem.refused("kernel:invalid").field("to", "process:no-such-step");
        }
        engine.jump(work.request.instanceId(), first);
    }
}
