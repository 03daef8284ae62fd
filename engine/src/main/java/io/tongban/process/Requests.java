package io.tongban.process;

import io.tongban.file.Files;
import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Requests of people: submit, follow, withdraw, comment. */
@Service
public class Requests {

    /** What files of a request are attached to. */
    public static final String OWNER_TYPE = "process.request";

    private final Engine engine;
    private final Works works;
    private final Actions actions;
    private final Answers answers;
    private final Forms forms;
    private final Numbers numbers;
    private final RequestMapper requests;
    private final Access access;
    private final Along along;
    private final Comments comments;
    private final Files files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Requests(
            Engine engine,
            Works works,
            Actions actions,
            Answers answers,
            Forms forms,
            Numbers numbers,
            RequestMapper requests,
            Access access,
            Along along,
            Comments comments,
            Files files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.engine = engine;
        this.works = works;
        this.actions = actions;
        this.answers = answers;
        this.forms = forms;
        this.numbers = numbers;
        this.requests = requests;
        this.access = access;
        this.along = along;
        this.comments = comments;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Submits a request; its first task exists when this returns. The same key with the same body answers the first
     * request again.
     *
     * @throws Problem 404 unknown process, 422 refused answers or a step's refusal
     */
    public Request submit(Actor applicant, String processKey, Map<String, Object> given, @Nullable String key) {
        return submit(applicant, processKey, given, Along.With.NOTHING, key);
    }

    Request submit(
            Actor applicant, String processKey, Map<String, Object> given, Along.With with, @Nullable String key) {
        var once = actions.once(key, "submit", processKey, given, with);
        var submitted = new AtomicReference<Request>();
        var done = actions.run(applicant, once, () -> {
            along.before(applicant, with);
            var work = start(applicant, processKey, given);
            along.after(work, with);
            submitted.set(Request.of(work.request));
            return EntryRow.of(work, "submit", work.model.firstStep(), null, null, once, null);
        });
        var first = submitted.get();
        return done.first() && first != null ? first : get(done.requestId());
    }

    /** Whether the model lets this person start it. */
    static boolean mayStart(Actor actor, Model model) {
        return model.starters().isEmpty()
                || model.starters().stream().anyMatch(rule -> actor.roles().contains(rule.substring("role:".length())));
    }

    private Work start(Actor applicant, String processKey, Map<String, Object> given) {
        var model = model(processKey);
        if (!mayStart(applicant, model)) {
            throw Problem.forbidden();
        }
        var form = forms.of(model);
        var merged = answers.merge(applicant, form, Map.of(), given, forms.rights(model));
        var now = clock.instant();
        var departments = applicant.departments();
        var draft = new RequestRow(
                Ids.next(),
                numbers.next(model.numberPrefix()),
                model.key(),
                model.definitionId(),
                model.version(),
                "",
                "",
                "",
                applicant.id(),
                departments.isEmpty() ? null : departments.get(0),
                "running",
                0,
                "{}",
                now,
                now,
                null,
                null,
                null,
                null,
                1);
        try (var work = Work.open(applicant, model, draft, merged)) {
            work.submitting = true;
            attach(work, form, merged);
            var instance = engine.start(model.definitionId(), draft.id(), facts(model, merged));
            work.request = draft.startedAs(instance);
            works.write(work);
            events.publishEvent(new ProcessEvent.Started(draft.id(), model.key(), applicant.id()));
            return work;
        }
    }

    void attach(Work work, FormSchema form, Map<String, Object> merged) {
        var to = new BusinessRef(OWNER_TYPE, work.request.id());
        form.files(merged).forEach((field, ids) -> {
            if (!ids.isEmpty()) {
                work.attached.putAll(files.attach(work.actor, "answers." + field, ids, to));
            }
        });
    }

    /** Answers that the model declares as facts. */
    static Map<String, Object> facts(Model model, Map<String, Object> merged) {
        var facts = new LinkedHashMap<String, Object>();
        model.facts().forEach(name -> {
            var value = merged.get(name);
            if (value != null) {
                facts.put(name, value);
            }
        });
        return facts;
    }

    Model model(String processKey) {
        var definition = engine.latest().get(processKey);
        if (definition == null) {
            throw Problem.notFound();
        }
        return engine.models().of(definition);
    }

    public Request get(String id) {
        return Request.of(row(id));
    }

    /** @throws Problem 404 when it does not exist or is not the reader's to know */
    public Request get(Actor reader, String id) {
        var row = row(id);
        access.check(reader, row);
        return Request.of(row);
    }

    RequestRow row(String id) {
        var row = requests.find(id);
        if (row == null) {
            throw Problem.notFound();
        }
        return row;
    }

    /** Whoever else acts on the request waits until the running transaction ends; locked before rows of a module. */
    public void hold(String id) {
        if (requests.lock(id) == null) {
            throw Problem.notFound();
        }
    }

    /** The applicant takes a running request back; steps that ran are undone, newest first. */
    public Request withdraw(
            Actor actor, String id, @Nullable String comment, @Nullable Integer revision, @Nullable String key) {
        var once = actions.once(key, "withdraw", id, comment == null ? "" : comment);
        actions.run(actor, once, () -> {
            try (var work = works.open(actor, id)) {
                access.check(actor, work.request);
                if (!access.isApplicant(actor, work.request)) {
                    throw Problem.forbidden();
                }
                requireRunning(work.request);
                requireRevision(work.request, revision);
                end(work, "withdrawn");
                return EntryRow.of(work, "withdraw", null, null, comment, once, null);
            }
        });
        return get(id);
    }

    /** Ends a running request from outside the model: undo what can be undone, then stop the process. */
    void end(Work work, String status) {
        work.ending = status;
        works.write(work);
    }

    /**
     * A person's deed on a page of a module reaches the process that waits for it as a message, with a line in the
     * trail. Whether the person may do it is for the caller to decide.
     *
     * @param message {@code module.event-name}; its words are the text {@code action.<message>}
     * @param facts what comes with it; the model keeps what it declares, and what has the name of an answer corrects it,
     *     null takes it out
     * @throws Problem 409 when the process does not wait for it, or a person acts on a suspended request
     */
    public Request signal(
            Actor actor,
            String id,
            String message,
            Map<String, ? extends @Nullable Object> facts,
            @Nullable String comment) {
        var once = actions.once(null);
        actions.run(actor, once, () -> {
            try (var work = works.open(actor, id)) {
                // What has happened elsewhere reaches also a request that people can not act on now.
                if (!actor.equals(Actor.SYSTEM)) {
                    requireActive(work.request);
                }
                work.facts.putAll(facts);
                forms.correct(work, facts);
                if (engine.message(message, work.request.instanceId(), facts) == 0) {
                    throw Problem.conflict("process:not-waiting");
                }
                works.write(work);
                return EntryRow.of(work, message, null, null, comment, once, null);
            }
        });
        return get(id);
    }

    /** Adds a remark that everybody who may read the request sees. */
    public void comment(Actor actor, String id, String text, @Nullable String key) {
        comments.add(actor, id, text, Proof.of(null, null, null), key);
    }

    static void requireRunning(RequestRow request) {
        requireOpen(request);
        requireActive(request);
    }

    static void requireOpen(RequestRow request) {
        if (!request.running()) {
            throw Problem.conflict("process:ended-" + request.status());
        }
    }

    static void requireActive(RequestRow request) {
        if (request.suspended()) {
            throw Problem.conflict("process:suspended");
        }
    }

    static void requireRevision(RequestRow request, @Nullable Integer revision) {
        if (revision != null && revision != request.revision()) {
            throw Problem.conflict("process:request-moved");
        }
    }
}
