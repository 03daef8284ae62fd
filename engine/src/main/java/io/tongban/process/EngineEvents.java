package io.tongban.process;

import io.tongban.process.engine.EngineSpi;
import io.tongban.process.engine.Models;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Turns what the engine does into the inbox, the request's state and events, inside the engine's transaction. */
@Component
class EngineEvents implements EngineSpi {

    private final Models models;
    private final Steps steps;
    private final Approvers approvers;
    private final InboxMapper inbox;
    private final Works works;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EngineEvents(
            Models models,
            Steps steps,
            Approvers approvers,
            InboxMapper inbox,
            Works works,
            ApplicationEventPublisher events,
            Clock clock) {
        this.models = models;
        this.steps = steps;
        this.approvers = approvers;
        this.inbox = inbox;
        this.works = works;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Assignment taskCreated(NewTask task) {
        return during(task.requestId(), work -> {
            var step = work.model.step(task.step());
            if (work.submitting && step.id().equals(work.model.firstStep())) {
                return new Assignment(List.of(), null, true);
            }
            var found = approvers.find(new Approvers.Question(
                    step.approver(),
                    step.nobody(),
                    work.request.applicantId(),
                    name -> work.value(name, task.facts()::get)));
            var owners = found.role() != null ? List.of("role:" + found.role()) : found.people();
            var now = clock.instant();
            for (var owner : owners) {
                work.tasks.add(new InboxRow(
                        task.taskId(),
                        owner,
                        "todo",
                        now,
                        task.requestId(),
                        work.model.key(),
                        step.id(),
                        now,
                        task.due(),
                        50,
                        1,
                        owner.startsWith("role:") || owners.size() > 1 ? owner : null,
                        null,
                        null,
                        why(found)));
            }
            events.publishEvent(
                    new ProcessEvent.TaskAssigned(task.requestId(), work.model.key(), task.taskId(), owners));
            return new Assignment(found.people(), found.role(), false);
        });
    }

    static String why(Approvers.Found found) {
        return String.join("|", List.of(found.why(), String.join("|", found.args())));
    }

    @Override
    public void taskGone(String taskId, String requestId) {
        var work = Work.current(requestId);
        if (work != null && work.tasks.removeIf(row -> row.id().equals(taskId))) {
            return;
        }
        if (work != null) {
            // Whoever had it on the screen is told that it went.
            inbox.byId(taskId).stream()
                    .filter(row -> row.state().equals("todo"))
                    .forEach(row -> work.told.addAll(works.peopleOf(row.owner())));
        }
        inbox.gone(taskId, clock.instant());
    }

    @Override
    public Map<String, Object> run(StepRun run) {
        return during(run.requestId(), work -> {
            Map<String, Object> values = new LinkedHashMap<>(work.answers);
            for (var fact : work.model.facts()) {
                var value = work.value(fact, run.facts()::get);
                if (value != null) {
                    values.put(fact, value);
                }
            }
            values.putAll(run.inputs());
            var out = steps.run(run.step(), values, context(work));
            work.facts.putAll(out);
            return out;
        });
    }

    static StepContext context(Work work) {
        var request = work.request;
        return new StepContext(
                request.id(), request.number(), request.processKey(), request.applicantId(), work.actor.id());
    }

    @Override
    public void reached(String requestId, String endEvent) {
        during(requestId, work -> {
            work.outcome = work.model.outcomes().getOrDefault(endEvent, "completed");
            return work;
        });
    }

    @Override
    public void dueMoved(String taskId, Instant due) {
        inbox.due(taskId, due);
    }

    /** Passing a throw event with an outcome settles the request; what the process still waits for comes after. */
    @Override
    public void passed(String requestId, String throwEvent) {
        during(requestId, work -> {
            var outcome = work.model.outcomes().get(throwEvent);
            if (outcome != null && work.status.equals("running")) {
                work.status = outcome;
            }
            return work;
        });
    }

    @Override
    public void ended(String requestId) {
        during(requestId, work -> {
            if (work.status.equals("running")) {
                work.status = work.outcome;
            }
            return work;
        });
    }

    /** Inside a person's action its work goes on; what a timer or an event moves is one work per transaction. */
    private <T> T during(String requestId, Function<Work, T> deed) {
        var running = Work.current(requestId);
        return deed.apply(running != null ? running : works.openUntilCommit(requestId));
    }
}
