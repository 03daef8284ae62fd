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

/** Tasks that come to their end: approve, reject, abstain, return, submit again. */
@Component
class Decisions {

    private static final Set<String> FINISHES = Set.of("approve", "complete", "submit");

    private final Engine engine;
    private final Works works;
    private final Requests requests;
    private final Answers answers;
    private final Forms forms;
    private final Merging merging;
    private final Protection protection;
    private final InboxMapper inbox;
    private final Ballots ballots;
    private final Returns returns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            Engine engine,
            Works works,
            Requests requests,
            Answers answers,
            Forms forms,
            Merging merging,
            Protection protection,
            InboxMapper inbox,
            Ballots ballots,
            Returns returns,
            ApplicationEventPublisher events,
            Clock clock) {
        this.engine = engine;
        this.works = works;
        this.requests = requests;
        this.answers = answers;
        this.forms = forms;
        this.merging = merging;
        this.protection = protection;
        this.inbox = inbox;
        this.ballots = ballots;
        this.returns = returns;
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
        var facts = write(work, step, action, input);
        var content = works.content(work, step);
        work.seal = protection.seal(work, step);
        close(work, task, rows, action);
        work.decider = principal(task, work);
        if (action.equals("return")) {
            closed(work, task, step, action, input);
            returns.back(work, task, step, input);
            works.write(work);
        } else if (task.part() == null) {
            if (FINISHES.contains(action)) {
                work.approvers.add(work.decider);
            }
            closed(work, task, step, action, input);
            finish(work, task.taskId(), step, action, facts);
        } else {
            cast(work, task, step, action, facts, input);
        }
        return Holders.recorded(work, task, action, input.comment(), once, "done", task.revision() + 1)
                .on(task.behalf(), content);
    }

    private static String principal(InboxRow task, Work work) {
        return task.behalf() == null ? work.actor.id() : task.behalf();
    }

    /** One ballot; the engine's task ends when nothing can change the result any more. */
    private void cast(
            Work work, InboxRow task, UserStep step, String action, Map<String, Object> facts, Tasks.Input input) {
        var poll = ballots.poll(task.taskId(), step);
        var ballot = action.equals("complete") ? "approve" : action;
        ballots.put(poll, poll.seat(task.id()).decided(ballot, clock.instant()));
        settle(work, poll, step, facts, () -> closed(work, task, step, action, input));
    }

    /** Opens and closes what follows from the ballots; finishes the task when it is decided. */
    void settle(Work work, Poll poll, UserStep step, Map<String, Object> facts, Runnable closed) {
        ballots.settle(work, poll, "process.task");
        var verdict = poll.verdict();
        if (verdict == null) {
            if (!facts.isEmpty()) {
                engine.set(work.request.instanceId(), facts);
            }
            works.write(work);
            return;
        }
        poll.all().stream()
                .filter(seat -> "approve".equals(seat.ballot()))
                .forEach(seat -> work.approvers.add(seat.personId()));
        closed.run();
        var decision = verdict.equals("approve") && !step.actions().contains("approve") ? "complete" : verdict;
        finish(work, poll.all().get(0).taskId(), step, decision, facts);
    }

    private void closed(Work work, InboxRow task, UserStep step, String action, Tasks.Input input) {
        events.publishEvent(new ProcessEvent.TaskClosed(
                work.request.id(), work.model.key(), task.id(), step.id(), action, work.actor.id(), input.comment()));
    }

    /** The engine's task is decided and the process goes on, comes straight back, or ends. */
    void finish(Work work, String taskId, UserStep step, String decision, Map<String, Object> facts) {
        work.decidedStep = step.id();
        if (FINISHES.contains(decision) && protection.declared(work.model) && askedAgain(work, taskId, step, facts)) {
            works.write(work);
        } else if (FINISHES.contains(decision) && work.returns != null && straightBack(work, step, facts)) {
            works.write(work);
        } else if (decision.equals("reject") && !step.goesOn()) {
            requests.end(work, "rejected");
        } else {
            engine.complete(taskId, facts, Map.of("decision", decision));
            works.write(work);
        }
    }

    /** Whoever has approved something else by now is asked before it goes on. */
    private boolean askedAgain(Work work, String taskId, UserStep step, Map<String, Object> facts) {
        var to = protection.asksAgain(work, step);
        if (to == null) {
            return false;
        }
        if (!facts.isEmpty()) {
            engine.set(work.request.instanceId(), facts);
        }
        returns.protect(work, taskId, step, to);
        return true;
    }

    private boolean straightBack(Work work, UserStep step, Map<String, Object> facts) {
        if (!facts.isEmpty()) {
            engine.set(work.request.instanceId(), facts);
        }
        return returns.straightBack(work, step.id(), protection.stale(work));
    }

    /** Merges what the step may write into the answers and returns the facts that changed with it. */
    private Map<String, Object> write(Work work, UserStep step, String action, Tasks.Input input) {
        var applicantsTurn = step.id().equals(work.model.firstStep());
        var finishes = FINISHES.contains(action);
        var filled = applicantsTurn || step.form() != null || !step.required().isEmpty();
        if (input.answers() == null && !(finishes && filled)) {
            return Map.of();
        }
        var form = forms.of(work.model, step);
        var given = input.answers() == null ? Map.<String, Object>of() : input.answers();
        var written = merging.onto(work, form, given, input.seen());
        var merged = answers.merge(work.actor, form, work.answers, written, forms.rights(work.model, step));
        work.changed(ContentChanges.of(work.answers, merged));
        requests.attach(work, form, merged);
        work.answers.clear();
        work.answers.putAll(merged);
        return Requests.facts(work.model, merged);
    }

    private void close(Work work, InboxRow task, List<InboxRow> rows, String action) {
        var now = clock.instant();
        inbox.change(task.as("done", work.actor.id(), now).closed(action, work.actor.id()), task.owner());
        for (var other : rows) {
            if (!other.owner().equals(task.owner()) && other.todo()) {
                inbox.change(other.as("gone", other.owner(), now).closed(action, work.actor.id()), other.owner());
            }
            work.told.addAll(works.peopleOf(other.owner()));
        }
    }
}
