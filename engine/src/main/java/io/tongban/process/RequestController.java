package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.process.engine.Engine;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The catalogue and a person's requests over HTTP. */
@RestController
@RequestMapping("/api")
class RequestController {

    record ProcessItem(
            String key,
            String name,
            String category,
            String categoryName,
            int version,
            String icon,
            String description) {}

    /** {@code rights} by field, as on a task. */
    record StartForm(JsonNode schema, Map<String, String> rights) {}

    record Submission(
            String process,
            @Nullable Map<String, Object> answers,
            @Nullable String draft,
            @Nullable List<String> related) {}

    record Draft(@Nullable Map<String, Object> answers) {}

    record Submitted(String id, String number, String status, int revision) {}

    record Withdrawal(@Nullable String comment, @Nullable Integer revision) {}

    record Copies(@Nullable List<String> people, @Nullable String comment) {}

    record Comment(
            @Nullable String text,
            @Nullable List<String> mentions,
            @Nullable List<String> files) {}

    /** {@code ladders}: how long steps may take and what happens then. */
    record Diagram(
            String xml, List<String> active, List<String> done, List<String> failed, List<Ladders.Ladder> ladders) {}

    private static final String KEY = "Idempotency-Key";

    private final Requests requests;
    private final Forms forms;
    private final Answers answers;
    private final RequestViews views;
    private final Access access;
    private final Recalls recalls;
    private final Attention attention;
    private final Ladders ladders;
    private final Preview preview;
    private final Comments comments;
    private final Engine engine;

    RequestController(
            Requests requests,
            Forms forms,
            Answers answers,
            RequestViews views,
            Access access,
            Recalls recalls,
            Attention attention,
            Ladders ladders,
            Preview preview,
            Comments comments,
            Engine engine) {
        this.requests = requests;
        this.forms = forms;
        this.answers = answers;
        this.views = views;
        this.access = access;
        this.recalls = recalls;
        this.attention = attention;
        this.ladders = ladders;
        this.preview = preview;
        this.comments = comments;
        this.engine = engine;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/processes")
    Page<ProcessItem> processes(Actor actor) {
        var locale = LocaleContextHolder.getLocale();
        return Page.all(engine.latest().values().stream()
                .map(engine.models()::of)
                .filter(m -> m.form() != null && Requests.mayStart(actor, m))
                .sorted(Comparator.comparing((io.tongban.process.engine.Model m) -> m.category())
                        .thenComparing(m -> m.key().length())
                        .thenComparing(m -> m.key()))
                .map(m -> new ProcessItem(
                        m.key(),
                        m.name().in(locale),
                        m.category(),
                        m.categoryName().in(locale),
                        m.version(),
                        m.icon(),
                        m.description().in(locale)))
                .toList());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/processes/{key}/form")
    StartForm form(Actor actor, @PathVariable String key) {
        var model = requests.model(key);
        if (!Requests.mayStart(actor, model)) {
            throw Problem.forbidden();
        }
        var rights = forms.rights(model);
        return new StartForm(
                Unseen.without(forms.of(model).json(), rights.hidden()), rights.named(forms.of(model), true));
    }

    /** The way that a request would go, before it is submitted; leaves nothing behind. */
    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/processes/{key}/preview")
    Preview.Way preview(Actor actor, @PathVariable String key, @RequestBody Draft body) {
        return preview.of(actor, key, body.answers() == null ? Map.of() : body.answers());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/options/{source}")
    Page<FieldSource.Option> options(Actor actor, @PathVariable String source) {
        var known = answers.source(source);
        if (known == null) {
            throw Problem.notFound();
        }
        return Page.all(known.options(actor));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/requests")
    ResponseEntity<Submitted> submit(
            Actor actor,
            @RequestBody Submission body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        var given = body.answers() == null ? Map.<String, Object>of() : body.answers();
        if (body.process() == null) {
            throw Problem.refused("kernel:invalid").field("process", "process:process-needed");
        }
        var with = new Along.With(body.draft(), body.related() == null ? List.of() : body.related());
        var request = requests.submit(actor, body.process(), given, with, key);
        return ResponseEntity.created(URI.create("/api/requests/" + request.id()))
                .body(new Submitted(request.id(), request.number(), request.status(), request.revision()));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/requests/{id}")
    RequestViews.RequestView request(Actor actor, @PathVariable String id) {
        var row = requests.row(id);
        access.check(actor, row);
        return views.request(actor, row);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/requests/{id}/diagram")
    Diagram diagram(Actor actor, @PathVariable String id) {
        var row = requests.row(id);
        access.check(actor, row);
        var state = engine.state(row.instanceId());
        var model = engine.models().of(row.definitionId());
        return new Diagram(
                engine.xml(row.definitionId()),
                state.active(),
                state.done(),
                state.failed(),
                ladders.of(row, model, LocaleContextHolder.getLocale()));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/requests/{id}/withdraw")
    RequestViews.RequestView withdraw(
            Actor actor,
            @PathVariable String id,
            @RequestBody Withdrawal body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        requests.withdraw(actor, id, body.comment(), body.revision(), key);
        return request(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/requests/{id}/comments")
    RequestViews.RequestView comment(
            Actor actor,
            @PathVariable String id,
            @RequestBody Comment body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        var proof = Proof.of(null, body.files(), body.mentions());
        comments.add(actor, id, body.text() == null ? "" : body.text(), proof, key);
        return request(actor, id);
    }

    /** Only the applicant, within the time that the model allows after the approval. */
    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/requests/{id}/revoke")
    RequestViews.RequestView revoke(
            Actor actor,
            @PathVariable String id,
            @RequestBody Withdrawal body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        recalls.revoke(actor, id, body.comment(), body.revision(), key);
        return request(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/requests/{id}/urge")
    RequestViews.RequestView urge(
            Actor actor,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Withdrawal body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        attention.urge(actor, id, body == null ? null : body.comment(), key);
        return request(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/requests/{id}/copies")
    RequestViews.RequestView copy(
            Actor actor,
            @PathVariable String id,
            @RequestBody Copies body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        attention.copy(actor, id, body.people() == null ? List.of() : body.people(), body.comment(), key);
        return request(actor, id);
    }

    /** The reader has seen a copy. */
    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/requests/{id}/read")
    void read(Actor actor, @PathVariable String id) {
        access.check(actor, requests.row(id));
        attention.read(actor, id);
    }
}
