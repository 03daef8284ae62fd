package io.tongban.process;

import io.tongban.kernel.Problem;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a request back to an earlier step. Afterwards it walks again, comes straight back to whoever returned it, or asks
 * again only those for whom something has changed.
 */
@Component
class Returns {

    static final String AGAIN = "again";
    static final String STRAIGHT = "straight";
    static final String CHANGED = "changed";
    /** Only those are asked who have approved another state of the protected fields. */
    static final String PROTECTED = "protected";

    private static final Set<String> WALKING = Set.of(CHANGED, PROTECTED);

    private static final Set<String> DEEDS = Set.of("approve", "complete", "submit");

    /**
     * A return that the request has not come back from.
     *
     * @param to step that it was returned to
     * @param from step that it was returned from
     * @param task the engine's task there
     * @param row the inbox row of whoever returned it
     * @param resume {@code straight}, {@code changed} or {@code protected}
     * @param content digest of the answers at the return
     */
    record Pending(String to, String from, String task, String row, String resume, String content) {

        Pending walking() {
            return new Pending(to, from, task, row, CHANGED, content);
        }
    }

    private final Engine engine;
    private final RequestMapper requests;
    private final Works works;
    private final JsonMapper json;

    Returns(Engine engine, RequestMapper requests, Works works, JsonMapper json) {
        this.engine = engine;
        this.requests = requests;
        this.works = works;
        this.json = json;
    }

    /** Steps that a task may be returned to, the applicant's first. */
    List<String> targets(Model model, UserStep step, String requestId) {
        var allowed = step.returnTo();
        if (allowed != null && allowed.contains("none")) {
            return List.of();
        }
        var done = new LinkedHashSet<String>();
        var first = model.firstStep();
        for (var entry : requests.entries(requestId)) {
            var at = entry.step();
            if (at != null
                    && DEEDS.contains(entry.action())
                    && model.steps().containsKey(at)
                    && model.branches().canReturn(at, step.id())) {
                done.remove(at);
                done.add(at);
            }
        }
        var previous = done.isEmpty() ? null : List.copyOf(done).get(done.size() - 1);
        var targets = new ArrayList<String>();
        if (first != null && done.remove(first)) {
            targets.add(first);
        }
        targets.addAll(done);
        targets.removeIf(target -> allowed != null
                && !allowed.contains(target)
                && !(target.equals(first) && allowed.contains("applicant"))
                && !(target.equals(previous) && allowed.contains("previous")));
        return targets;
    }

    /** The step decided last among those that it may be returned to. */
    @Nullable
    String previous(Model model, UserStep step, String requestId) {
        var targets = targets(model, step, requestId);
        @Nullable String last = null;
        for (var entry : requests.entries(requestId)) {
            if (DEEDS.contains(entry.action()) && targets.contains(String.valueOf(entry.step()))) {
                last = entry.step();
            }
        }
        return last;
    }

    void back(Work work, InboxRow task, UserStep step, Tasks.Input input) {
        var to = target(work, step, input.to() == null ? "applicant" : input.to());
        var resume = input.resume() == null ? AGAIN : input.resume();
        if (!Set.of(AGAIN, STRAIGHT, CHANGED).contains(resume)) {
            throw Problem.refused("kernel:invalid").field("resume", "process:no-such-resume");
        }
        if (resume.equals(STRAIGHT) && !work.model.branches().sameBranch(to, step.id())) {
            throw Problem.refused("kernel:invalid").field("resume", "process:no-straight-way");
        }
        var pending = pending(work);
        // Whoever is asked again by walking the same way needs no way back of an older return.
        pending.removeIf(older ->
                !work.model.branches().canReturn(to, older.to()) && !older.to().equals(to));
        pending.removeIf(older -> older.to().equals(to));
        if (!resume.equals(AGAIN)) {
            pending.add(new Pending(to, step.id(), task.taskId(), task.id(), resume, works.content(work, null)));
        }
        keep(work, pending);
        engine.move(work.request.instanceId(), to, at -> work.model.branches().comesBack(to, at));
    }

    private String target(Work work, UserStep step, String named) {
        var targets = targets(work.model, step, work.request.id());
        var to = switch (named) {
            case "applicant" -> work.model.firstStep();
            case "previous" -> previous(work.model, step, work.request.id());
            default -> named;
        };
        if (to == null || !targets.contains(to)) {
            throw Problem.refused("kernel:invalid").field("to", "process:no-such-step");
        }
        return to;
    }

    /**
     * A step that was returned to has been done: goes straight back where that was asked for.
     *
     * @param approvedOtherwise whether somebody on the way has approved another state of a protected field
     * @return whether it did
     */
    boolean straightBack(Work work, String step, boolean approvedOtherwise) {
        var pending = pending(work);
        var back = pending.stream()
                .filter(one -> one.to().equals(step) && one.resume().equals(STRAIGHT))
                .findFirst();
        if (back.isEmpty()) {
            return false;
        }
        pending.remove(back.get());
        var missed = registers(work.model, step, back.get().from());
        if (approvedOtherwise || missed && !back.get().content().equals(works.content(work, null))) {
            // What the system registered on the way has to be registered anew, and who approved something else is
            // asked.
            pending.add(back.get().walking());
            keep(work, pending);
            return false;
        }
        keep(work, pending);
        var from = back.get().from();
        work.reopened.put(from, new Work.Reopened(back.get().task(), back.get().row()));
        engine.move(work.request.instanceId(), from, at -> at.equals(step));
        return true;
    }

    /** Whether coming straight back from there is another way when something was changed. */
    static boolean registers(Model model, String to, String from) {
        return model.branches().doesSomething(to, from);
    }

    /** What happens when a step that was returned to is done: key of the sentence, and the step it comes back to. */
    record After(String sentence, String step) {}

    @Nullable
    After after(Model model, RequestRow request, String step) {
        return pending(request.returns()).stream()
                .filter(one -> one.to().equals(step))
                .findFirst()
                .map(one -> new After(
                        WALKING.contains(one.resume())
                                ? "changed"
                                : registers(model, step, one.from()) ? "straight-registers" : "straight",
                        one.from()))
                .orElse(null);
    }

    /** Whether those for whom nothing has changed are not asked again. */
    boolean onlyChanged(Work work) {
        return work.returns != null && pending(work).stream().anyMatch(one -> WALKING.contains(one.resume()));
    }

    /** Whether only protected fields count for that. */
    boolean onlyProtected(Work work) {
        return onlyChanged(work)
                && pending(work).stream().noneMatch(one -> one.resume().equals(CHANGED));
    }

    /** Whether it left this step because of a change that was made there. */
    boolean leftToProtect(Work work, String step) {
        return work.returns != null
                && pending(work).stream()
                        .anyMatch(one ->
                                one.resume().equals(PROTECTED) && one.from().equals(step));
    }

    /** A decided step changed a protected field: it goes back to where somebody has approved something else. */
    void protect(Work work, String task, UserStep step, String to) {
        var pending = pending(work);
        pending.removeIf(older -> older.to().equals(to) || older.from().equals(step.id()));
        pending.add(new Pending(to, step.id(), task, task, PROTECTED, works.content(work, null)));
        keep(work, pending);
        engine.move(work.request.instanceId(), to, at -> work.model.branches().comesBack(to, at));
    }

    /** The step from which it was returned is reached again. */
    void reached(Work work, String step) {
        if (work.returns != null) {
            var pending = pending(work);
            if (pending.removeIf(
                    one -> WALKING.contains(one.resume()) && one.from().equals(step))) {
                keep(work, pending);
            }
        }
    }

    /** An administrator puts the request elsewhere: what was to come back from steps that are given up does not. */
    void forget(Work work, Predicate<String> givenUp) {
        if (work.returns != null) {
            var pending = pending(work);
            pending.removeIf(one -> givenUp.test(one.to()) || givenUp.test(one.from()));
            keep(work, pending);
        }
    }

    private List<Pending> pending(Work work) {
        return pending(work.returns);
    }

    private List<Pending> pending(@Nullable String kept) {
        return kept == null ? new ArrayList<>() : new ArrayList<>(List.of(json.readValue(kept, Pending[].class)));
    }

    private void keep(Work work, List<Pending> pending) {
        work.returns = pending.isEmpty() ? null : json.writeValueAsString(pending);
    }
}
