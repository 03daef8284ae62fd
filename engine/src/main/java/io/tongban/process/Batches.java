package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import io.tongban.process.engine.Models;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * One decision on many tasks: each for itself in a transaction of its own, so that one that is refused does not hold up
 * the others. What a step wants to be looked at for is not decided so.
 */
@Service
class Batches {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    static final int MOST = 100;
    private static final List<String> ACTIONS = List.of("approve", "reject");

    /** A task as it was seen. */
    record BatchItem(@Nullable String id, @Nullable Integer revision) {}

    record Batch(
            @Nullable String action,
            @Nullable String comment,
            @Nullable List<@Nullable BatchItem> items) {}

    /** What became of each, in the order in which they were asked for. */
    record BatchResult(List<ItemResult> items) {}

    /** A task was decided, or there is a problem. */
    record ItemResult(
            String id,
            Tasks.@Nullable TaskState task,
            Tasks.@Nullable RequestState request,
            @Nullable Refusal problem) {}

    /** Why not, in the caller's language; the members are those of a problem. */
    record Refusal(String type, int status, String title) {}

    /** Which decisions can be taken on a task together with others, and what an approval needs beside that. */
    record Together(List<String> actions, List<String> needs) {}

    private final Tasks tasks;
    private final Requests requests;
    private final Models models;
    private final Texts texts;

    Batches(Tasks tasks, Requests requests, Models models, Texts texts) {
        this.tasks = tasks;
        this.requests = requests;
        this.models = models;
        this.texts = texts;
    }

    /**
     * Decides on each of the tasks. A repeat with the same key answers for what was decided and tries the others again.
     *
     * @throws Problem 422 when there are too many, none, or no reason for a rejection
     */
    BatchResult decide(Actor actor, Batch batch, @Nullable String key) {
        var action = batch.action();
        if (action == null || !ACTIONS.contains(action) || batch.items() == null) {
            throw Problem.malformed("kernel:malformed");
        }
        if (key != null && key.length() > 128) {
            throw Problem.malformed("process:key-too-long");
        }
        var items = new LinkedHashMap<String, BatchItem>();
        for (var item : batch.items()) {
            if (item == null || item.id() == null) {
                throw Problem.malformed("kernel:malformed");
            }
            items.putIfAbsent(item.id(), item);
        }
        if (items.isEmpty()) {
            throw Problem.refused("process:batch-empty").field("items", "process:batch-empty");
        }
        if (items.size() > MOST) {
            throw Problem.refused("process:batch-too-large", MOST).field("items", "process:batch-too-large", MOST);
        }
        if (action.equals("reject")
                && (batch.comment() == null || batch.comment().isBlank())) {
            throw Problem.refused("kernel:invalid").field("comment", "process:reason-needed");
        }
        var results = new ArrayList<ItemResult>();
        items.forEach((id, item) -> results.add(decided(actor, action, batch.comment(), item, id, key)));
        return new BatchResult(results);
    }

    private ItemResult decided(
            Actor actor, String action, @Nullable String comment, BatchItem item, String id, @Nullable String key) {
        try {
            requirePlain(actor, id, action);
            var once = key == null || key.isBlank() ? null : Actions.digest(key + "\n" + id);
            var result = tasks.act(actor, id, action, Tasks.Input.of(comment, item.revision(), null, null), once);
            return new ItemResult(id, result.task(), result.request(), null);
        } catch (Problem problem) {
            return new ItemResult(id, null, null, refusal(problem));
        } catch (RuntimeException failure) {
            LOG.error("{} of task {} failed among others", action, id, failure);
            return new ItemResult(id, null, null, refusal(Problem.of(500, "kernel:failure")));
        }
    }

    /** Nobody fills in a form that they have not seen. */
    private void requirePlain(Actor actor, String id, String action) {
        var row = tasks.visible(actor, id);
        var model = models.of(requests.row(row.requestId()).definitionId());
        if (row.step() != null && needs(model, model.step(row.step()), action).contains("form")) {
            throw Problem.refused("process:batch-form");
        }
    }

    private Refusal refusal(Problem problem) {
        var sentences = problem.errors().stream()
                .map(error -> sentence(error.code(), error.args().toArray()))
                .distinct()
                .collect(Collectors.joining(" "));
        return new Refusal(
                "urn:problem:" + problem.code(),
                problem.status(),
                problem.code().equals("kernel:invalid") && !sentences.isEmpty()
                        ? sentences
                        : sentence(problem.code(), problem.args().toArray()));
    }

    private String sentence(String code, Object... args) {
        return texts.get("problem." + code.replace(':', '.'), args);
    }

    /** Null for what is not to be decided now. */
    static @Nullable Together together(InboxRow row, Model model) {
        if (!row.todo() || row.step() == null) {
            return null;
        }
        var step = model.step(row.step());
        var allowed = Tasks.allowed(row, step);
        var actions = ACTIONS.stream().filter(allowed::contains).toList();
        return actions.isEmpty() ? null : new Together(actions, needs(model, step, "approve"));
    }

    private static List<String> needs(Model model, UserStep step, String action) {
        var approves = action.equals("approve");
        var form = step.form() != null && !step.form().equals(model.form())
                || !step.required().isEmpty();
        var needs = new ArrayList<String>();
        if (approves && form) {
            needs.add("form");
        }
        step.needs().stream()
                .filter(need -> approves || !need.equals("opinion"))
                .sorted()
                .forEach(needs::add);
        return needs;
    }
}
