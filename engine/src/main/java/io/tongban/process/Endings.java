package io.tongban.process;

import io.tongban.kernel.Problem;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Ends a request from outside its model: what its steps did is undone, newest first. */
@Component
class Endings {

    private final Engine engine;
    private final Steps steps;
    private final JsonMapper json;

    Endings(Engine engine, Steps steps, JsonMapper json) {
        this.engine = engine;
        this.steps = steps;
        this.json = json;
    }

    /** Undoes and stops a running process. */
    void end(Work work, String status) {
        work.undone.addAll(undo(
                work, engine.stepsRun(work.request.instanceId(), work.model), engine.facts(work.request.instanceId())));
        engine.cancel(work.request.instanceId(), status);
        work.status = status;
    }

    /** Keys of the steps that ending it would undo; empty when one of them left the house. */
    Optional<List<String>> undoable(RequestRow request, Model model) {
        var ran =
                engine.stepsRun(request.instanceId(), model).stream().distinct().toList();
        return ran.stream().anyMatch(key -> steps.get(key).effect() == Effect.OUTSIDE)
                ? Optional.empty()
                : Optional.of(ran.stream()
                        .filter(key -> steps.get(key).effect() == Effect.UNDOABLE)
                        .toList());
    }

    /**
     * Undoes steps, newest first.
     *
     * @param ran keys of the steps in the order they ran
     * @return keys of the steps that were undone
     * @throws Problem 422 when one of them left the house, before anything is undone
     */
    List<String> undo(Work work, List<String> ran, Map<String, Object> facts) {
        var newestFirst = new ArrayList<>(new LinkedHashSet<>(ran));
        Collections.reverse(newestFirst);
        var values = new LinkedHashMap<String, Object>(work.answers);
        values.putAll(facts);
        requireUndoable(work, newestFirst, values);
        var undone = new ArrayList<String>();
        for (var key : newestFirst) {
            if (steps.get(key).effect() == Effect.UNDOABLE) {
                steps.run(steps.get(key).undoneBy(), values, EngineEvents.context(work));
                undone.add(key);
            }
        }
        return undone;
    }

    /** Asks before anything is undone; changes nothing. */
    private void requireUndoable(Work work, List<String> ran, Map<String, Object> values) {
        if (ran.stream().anyMatch(key -> steps.get(key).effect() == Effect.OUTSIDE)) {
            throw Problem.refused("process:irreversible");
        }
        ran.stream()
                .map(key -> steps.get(key).undoableIf())
                .filter(condition -> !condition.isEmpty())
                .forEach(condition -> steps.run(condition, values, EngineEvents.context(work)));
    }

    /** Why what ran can not be undone now; null when it can. */
    @Nullable
    Problem obstacle(Work work, List<String> ran, Map<String, Object> facts) {
        var values = new LinkedHashMap<String, Object>(work.answers);
        values.putAll(facts);
        try {
            requireUndoable(work, ran, values);
            return null;
        } catch (Problem refused) {
            return refused;
        }
    }

    /** What undoing an approved request will need when the process is gone; null when it can not be revoked. */
    @Nullable
    String factsToKeep(Work work) {
        var revocable = work.model.revocable() != null && work.status.equals("approved");
        return revocable ? json.writeValueAsString(work.lastFacts) : null;
    }
}
