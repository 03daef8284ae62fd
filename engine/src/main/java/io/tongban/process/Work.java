package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.process.engine.Model;
import java.time.Instant;
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
    final Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    /** Rows to be added to the inbox. */
    final List<InboxRow> tasks = new ArrayList<>();

    final List<SeatRow> seats = new ArrayList<>();
    final List<DeadlineRow> deadlines = new ArrayList<>();
    /** Lines of the trail that the product adds by itself. */
    final List<EntryRow> entries = new ArrayList<>();
    /** Of the line that this action itself writes, so that it stands before what follows from it. */
    final String entryId = Ids.next();
    /** By step, what is opened again there instead of asking its rule. */
    final Map<String, Reopened> reopened = new HashMap<>();
    /** What the process knew at its end, where undoing may need it later. */
    final Map<String, Object> lastFacts = new LinkedHashMap<>();
    /** Which ways gateways chose and what decision tables said. */
    final List<PathLine> path = new ArrayList<>();
    /** Set while a preview goes through the process: nothing of it stays. */
    @Nullable
    Rehearsal rehearsal;

    /** Files among the answers, with the hashes of their content. */
    final Map<String, String> attached = new LinkedHashMap<>();

    /** Steps of modules that ran, in their order. */
    final List<String> ran = new ArrayList<>();
    /** For whom the action decides. */
    @Nullable
    String decider;

    /** The step that was decided in this action, and everybody who approved there. */
    @Nullable
    String decidedStep;

    final Set<String> approvers = new LinkedHashSet<>();
    /** Steps that were decided by rule in this action; each at most once, so that no circle runs for ever. */
    final Set<String> byRule = new LinkedHashSet<>();
    /** Set when a rule says that the request ends here; the engine is stopped when it has come to rest. */
    @Nullable
    String ending;

    final Set<String> told = new LinkedHashSet<>();
    RequestRow request;
    String status;
    String outcome = "completed";
    boolean submitting;
    /** To be written when the transaction commits. */
    boolean waiting;

    /**
     * A task of the engine that went, and comes again with its people and ballots.
     *
     * @param task the engine's task that went
     * @param row id of the row in the inbox that is open again
     */
    record Reopened(String task, String row) {}

    /** Since when nobody can act on it; null while it runs. */
    @Nullable
    Instant suspendedAt;

    /** The step that an administrator has put the request to: whoever decides there is asked again. */
    @Nullable
    String jumpedTo;

    /** Steps that were undone when the request ended. */
    final List<String> undone = new ArrayList<>();

    /** Where the request goes when it comes back from a return; see {@link Returns}. */
    @Nullable
    String returns;

    /** Answers that were changed in this action; the version of the content that they make. */
    final List<EntryDetail.Change> changes = new ArrayList<>();

    int contentVersion;

    /** Digest of the protected fields that a decision was made on, where the model protects any. */
    @Nullable
    String seal;

    private @Nullable Work outer;

    private Work(Actor actor, Model model, RequestRow request, Map<String, Object> answers) {
        this.actor = actor;
        this.model = model;
        this.request = request;
        this.answers = answers;
        this.status = request.status();
        this.returns = request.returns();
        this.contentVersion = request.contentVersion();
        this.suspendedAt = request.suspendedAt();
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

    /** All that one action changes makes one version. */
    void changed(List<EntryDetail.Change> more) {
        if (changes.isEmpty() && !more.isEmpty()) {
            contentVersion++;
        }
        changes.addAll(more);
    }

    /** Name of who acts; empty for the applicant and for the product itself. */
    String by() {
        return actor.id().equals(Actor.SYSTEM.id()) || actor.id().equals(request.applicantId()) ? "" : actor.name();
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
