package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.process.engine.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One action on one request while it runs: what the engine's callbacks add to it is written once, at the end. Bound to
 * the thread, because the engine calls back inside the action.
 */
final class Work implements AutoCloseable {

    private static final ThreadLocal<Map<String, Work>> CURRENT = ThreadLocal.withInitial(HashMap::new);

    final Actor actor;
    final Model model;
    final Map<String, Object> answers;
    final Map<String, Object> facts = new LinkedHashMap<>();
    final List<InboxRow> tasks = new ArrayList<>();
    final Set<String> told = new LinkedHashSet<>();
    RequestRow request;
    String status;
    String outcome = "completed";
    boolean submitting;
    /** To be written when the transaction commits. */
    boolean waiting;

    private @Nullable Work outer;

    private Work(Actor actor, Model model, RequestRow request, Map<String, Object> answers) {
        this.actor = actor;
        this.model = model;
        this.request = request;
        this.answers = answers;
        this.status = request.status();
    }

    static Work open(Actor actor, Model model, RequestRow request, Map<String, Object> answers) {
        var work = new Work(actor, model, request, answers);
        work.outer = CURRENT.get().put(request.id(), work);
        return work;
    }

    /** The running action on this request, or null when the engine moves by itself. */
    static @Nullable Work current(String requestId) {
        return CURRENT.get().get(requestId);
    }

    static List<Work> allWaiting() {
        return CURRENT.get().values().stream().filter(work -> work.waiting).toList();
    }

    @Nullable
    Object value(String name, Approvers.Values more) {
        var fact = facts.containsKey(name) ? facts.get(name) : more.get(name);
        return fact != null ? fact : answers.get(name);
    }

    @Override
    public void close() {
        var works = CURRENT.get();
        if (outer != null) {
            works.put(request.id(), outer);
        } else if (works.remove(request.id()) != null && works.isEmpty()) {
            CURRENT.remove();
        }
    }
}
