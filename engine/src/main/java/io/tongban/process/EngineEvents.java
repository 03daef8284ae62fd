package io.tongban.process;

import io.tongban.process.engine.EngineSpi;
import io.tongban.process.engine.Models;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Turns what the engine does into the inbox, the request's state and events, inside the engine's transaction. */
@Component
class EngineEvents implements EngineSpi {

    private final Models models;
    private final Steps steps;
    private final Seating seating;
    private final InboxMapper inbox;
    private final SeatMapper seats;
    private final Works works;
    private final DueDates deadlines;
    private final Clock clock;

    EngineEvents(
            Models models,
            Steps steps,
            Seating seating,
            InboxMapper inbox,
            SeatMapper seats,
            Works works,
            DueDates deadlines,
            Clock clock) {
        this.models = models;
        this.steps = steps;
        this.seating = seating;
        this.inbox = inbox;
        this.seats = seats;
        this.works = works;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public Assignment taskCreated(NewTask task) {
        return during(task.requestId(), work -> {
            var step = work.model.step(task.step());
            if (work.submitting && step.id().equals(work.model.firstStep())) {
                return Assignment.done("submit");
            }
            var again = work.reopened.containsKey(step.id());
            var assignment = seating.open(work, step, task);
            deadlines.begin(work, step, task, assignment, again);
            return assignment;
        });
    }

    @Override
    public void taskOver(String taskId, String requestId, String definitionId, String step, Instant since) {
        deadlines.over(definitionId, step, requestId, taskId, since);
    }

    @Override
    public void taskGone(String taskId, String requestId) {
        var work = Work.current(requestId);
        if (work != null && work.tasks.removeIf(row -> row.taskId().equals(taskId))) {
            work.seats.removeIf(seat -> seat.taskId().equals(taskId));
            return;
        }
        var rows = inbox.ofTask(requestId, taskId);
        if (work != null) {
            // Whoever had it on the screen is told that it went.
            rows.stream().filter(InboxRow::todo).forEach(row -> work.told.addAll(works.peopleOf(row.owner())));
        }
        if (rows.stream().anyMatch(InboxRow::pending)) {
            inbox.gone(requestId, taskId, clock.instant());
        }
        if (rows.stream().anyMatch(row -> row.part() != null)) {
            seats.gone(taskId);
        }
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
            if (work.rehearsal != null && leavesTheHouse(work.rehearsal, run.step())) {
                return Map.of();
            }
            var out = steps.run(run.step(), values, context(work));
            work.facts.putAll(out);
            work.ran.add(run.step());
            return out;
        });
    }

    /** A preview sends nothing out, and what a step gives from something open is open itself. */
    private boolean leavesTheHouse(Rehearsal rehearsal, String step) {
        var outside = steps.get(step).effect() == Effect.OUTSIDE;
        if (outside || !rehearsal.open.isEmpty()) {
            rehearsal.open.addAll(steps.gives(step));
        }
        return outside;
    }

    static StepContext context(Work work) {
        var request = work.request;
        return new StepContext(
                request.id(), request.number(), request.processKey(), request.applicantId(), work.actor.id());
    }

    @Override
    public void took(String requestId, String flow, Facts known) {
        during(requestId, work -> {
            var way = work.model.ways().get(flow);
            if (way != null) {
                var facts = new LinkedHashMap<String, String>();
                for (var name : way.reads()) {
                    var value = work.value(name, known::get);
                    if (value != null) {
                        facts.put(name, brief(value));
                    }
                }
                work.path.add(new PathLine(way.gateway(), flow, "", List.of(), facts));
                if (work.rehearsal != null && work.rehearsal.reads(way.reads())) {
                    work.rehearsal.certain = false;
                }
            }
            return work;
        });
    }

    @Override
    public void decided(
            String requestId, String element, String decision, List<String> rules, Map<String, Object> inputs) {
        during(requestId, work -> {
            var facts = new LinkedHashMap<String, String>();
            inputs.forEach((name, value) -> facts.put(name, brief(value)));
            work.path.add(new PathLine(element, "", decision, rules, facts));
            if (work.rehearsal != null && work.rehearsal.reads(inputs.keySet())) {
                work.rehearsal.certain = false;
            }
            return work;
        });
    }

    private static String brief(Object value) {
        var text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    @Override
    public void reached(String requestId, String endEvent) {
        during(requestId, work -> {
            work.outcome = work.model.outcomes().getOrDefault(endEvent, "completed");
            return work;
        });
    }

    @Override
    public void dueMoved(String requestId, String taskId, Instant due) {
        inbox.due(requestId, taskId, due);
    }

    /** Also where nobody is asked and no step runs at once: what begins to wait in a suspended request stands still. */
    @Override
    public void received(String requestId) {
        during(requestId, work -> work);
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

    /** What was settled on the way stays so, unless the end that was reached takes it back. */
    @Override
    public void ended(String requestId, Facts facts) {
        during(requestId, work -> {
            if (work.model.revocable() != null) {
                for (var name : work.model.facts()) {
                    var value = facts.get(name);
                    if (value != null) {
                        work.lastFacts.put(name, value);
                    }
                }
            }
            if (work.status.equals("running") || work.outcome.equals("cancelled")) {
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
