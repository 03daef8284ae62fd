package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.process.engine.Model.UserStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
     * @param to person to transfer to, to delegate to or to consult, or where to return to
     * @param resume after a return: {@code again} (default), {@code straight}, {@code changed}
     * @param where of added signers: {@code before}, {@code beside}, {@code after}
     * @param people added signers
     * @param mode how added signers decide among themselves
     * @param person signer to remove
     * @param ballot {@code abstain} instead of an approval
     * @param signature file of a drawn signature
     * @param files attachments of the decision
     * @param mentions people who are told of it
     * @param seen version of the content that was on the screen; what others have changed since stands
     */
    public record Input(
            @Nullable String comment,
            @Nullable Integer revision,
            @Nullable Map<String, Object> answers,
            @Nullable String to,
            @Nullable String resume,
            @Nullable String where,
            @Nullable List<String> people,
            @Nullable String mode,
            @Nullable String person,
            @Nullable String ballot,
            @Nullable String signature,
            @Nullable List<String> files,
            @Nullable List<String> mentions,
            @Nullable Integer seen) {

        public Input(
                @Nullable String comment,
                @Nullable Integer revision,
                @Nullable Map<String, Object> answers,
                @Nullable String to,
                @Nullable String resume,
                @Nullable String where,
                @Nullable List<String> people,
                @Nullable String mode,
                @Nullable String person,
                @Nullable String ballot,
                @Nullable String signature,
                @Nullable List<String> files,
                @Nullable List<String> mentions) {
            this(
                    comment, revision, answers, to, resume, where, people, mode, person, ballot, signature, files,
                    mentions, null);
        }

        /** Answers that were written on what somebody saw. */
        public static Input writing(@Nullable Map<String, Object> answers, @Nullable Integer seen) {
            return new Input(null, null, answers, null, null, null, null, null, null, null, null, null, null, seen);
        }

        public static Input empty() {
            return saying(null);
        }

        public static Input saying(@Nullable String comment) {
            return of(comment, null, null, null);
        }

        public static Input of(
                @Nullable String comment,
                @Nullable Integer revision,
                @Nullable Map<String, Object> answers,
                @Nullable String to) {
            return new Input(comment, revision, answers, to, null, null, null, null, null, null, null, null, null);
        }
    }

    /** State after an action. */
    public record Result(TaskState task, RequestState request) {}

    public record TaskState(String id, String status, int revision) {}

    public record RequestState(String id, String status, int revision) {}

    /** An open task and who may act on it. */
    public record Open(String taskId, String step, List<String> people) {}

    private static final Set<String> KNOWN =
            Set.of(("approve complete reject abstain return transfer delegate give-back consult reply add-signers "
                            + "remove-signer take-back claim release submit")
                    .split(" "));

    /** Nobody does this to an own request, even as one of a role that holds it. */
    private static final Set<String> ON_OTHERS = Set.of("approve", "reject", "abstain", "return", "claim");

    private final Works works;
    private final Actions actions;
    private final Holders holders;
    private final Signers signers;
    private final Decisions decisions;
    private final Recalls recalls;
    private final Evidence evidence;
    private final InboxMapper inbox;
    private final Holding holding;

    Tasks(
            Works works,
            Actions actions,
            Holders holders,
            Signers signers,
            Decisions decisions,
            Recalls recalls,
            Evidence evidence,
            InboxMapper inbox,
            Holding holding) {
        this.works = works;
        this.actions = actions;
        this.holders = holders;
        this.signers = signers;
        this.decisions = decisions;
        this.recalls = recalls;
        this.evidence = evidence;
        this.inbox = inbox;
        this.holding = holding;
    }

    /**
     * Acts on a task. A second click, a retry or a second person never acts again.
     *
     * @throws Problem 404 not this person's task, 409 decided or changed by somebody else meanwhile, 422 refused input
     */
    public Result act(Actor actor, String taskId, String asked, Input input, @Nullable String key) {
        if (!KNOWN.contains(asked)) {
            throw Problem.notFound();
        }
        var action = "abstain".equals(input.ballot()) && asked.equals("approve") ? "abstain" : asked;
        if (input.comment() != null && input.comment().length() > 4_000) {
            throw Problem.refused("kernel:invalid").field("comment", "process:text-too-long", 4_000);
        }
        var once = actions.once(key, action, taskId, input);
        var done = actions.run(actor, once, () -> attempt(actor, taskId, action, input, once));
        return new Result(
                new TaskState(taskId, done.part(0), done.number(1)),
                new RequestState(done.requestId(), done.part(2), done.number(3)));
    }

    /** Open tasks of a request. */
    public List<Open> open(String requestId) {
        return inbox.ofRequest(requestId).stream()
                .filter(row -> row.state().equals("todo"))
                .collect(java.util.stream.Collectors.groupingBy(
                        InboxRow::id, java.util.LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .map(rows -> new Open(
                        rows.get(0).id(),
                        String.valueOf(rows.get(0).step()),
                        rows.stream()
                                .flatMap(row -> works.peopleOf(row.owner()).stream())
                                .distinct()
                                .toList()))
                .toList();
    }

    /** Everybody who holds or held a task of a request, or has a copy of it. */
    public List<String> people(String requestId) {
        return inbox.ofRequest(requestId).stream()
                .filter(row -> !row.state().equals("gone"))
                .flatMap(row -> works.peopleOf(row.owner()).stream())
                .distinct()
                .toList();
    }

    /** The actor's task, open or done, or one that somebody else of the same role has, or that the actor handed on. */
    InboxRow visible(Actor actor, String taskId) {
        var rows = inbox.byId(taskId);
        return holding.visible(actor, rows);
    }

    private EntryRow attempt(Actor actor, String taskId, String action, Input input, Actions.Once once) {
        try (var work = works.openTask(actor, taskId)) {
            // Read behind the lock: what was open a moment ago may be decided now.
            var rows = inbox.byId(taskId);
            var task = holding.actable(actor, rows);
            Requests.requireActive(work.request);
            var step = work.model.step(java.util.Objects.requireNonNull(task.step()));
            if (action.equals("take-back")) {
                requireRevision(task, input);
                return recalls.takeBack(work, task, step, input, once);
            }
            if (action.equals("remove-signer") && (task.pending() || signers.stillAsks(task))) {
                requireRevision(task, input);
                return signers.removeSigner(work, task, step, input, once);
            }
            // Who was quicker says more than that something has changed.
            holding.requireOpen(task, rows);
            requireRevision(task, input);
            if (ON_OTHERS.contains(action) && work.request.applicantId().equals(actor.id()) && !step.isWork()) {
                throw Problem.refused("process:own-request");
            }
            if (!allowed(task, step).contains(action)) {
                throw Problem.refused("process:not-allowed-here");
            }
            var proof = evidence.check(actor, step, action, input);
            var entry = switch (action) {
                case "claim" -> holders.claim(work, task, once);
                case "release" -> holders.release(work, task, once);
                case "transfer" -> holders.transfer(work, task, rows, step, input, once);
                case "delegate" -> signers.delegate(work, task, rows, step, input, once);
                case "consult" -> signers.consult(work, task, rows, step, input, once);
                case "add-signers" -> signers.addSigners(work, task, rows, step, input, once);
                case "give-back", "reply" -> signers.answer(work, task, step, action, input, once);
                default -> decisions.decide(work, task, rows, step, action, input, once);
            };
            return evidence.hang(work, entry, proof);
        }
    }

    private static void requireRevision(InboxRow task, Input input) {
        if (input.revision() != null && input.revision() != task.revision()) {
            throw Problem.conflict("process:task-moved");
        }
    }

    /** Actions that the step allows in the task's present state. */
    static Set<String> allowed(InboxRow task, UserStep step) {
        var part = task.part() == null ? "" : task.part();
        if (part.equals("delegate")) {
            return Set.of("give-back");
        }
        if (part.equals("consult")) {
            return Set.of("reply");
        }
        var allowed = new java.util.LinkedHashSet<>(step.actions());
        if (step.vote() == null) {
            allowed.remove("abstain");
        }
        if (task.owner().startsWith("role:")) {
            allowed.add("claim");
        } else if (task.pool() != null && task.pool().startsWith("role:") && part.isEmpty()) {
            allowed.add("release");
        }
        if (!part.isEmpty()) {
            allowed.add("remove-signer");
        }
        return allowed;
    }
}
