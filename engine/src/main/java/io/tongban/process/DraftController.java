package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.process.Drafts.Content;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Models;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's drafts over HTTP; for everybody else they do not exist. */
@RestController
@RequestMapping("/api/drafts")
class DraftController {

    /** {@code open} when the process can still be started by this person. */
    record DraftItem(
            String id,
            String process,
            String processName,
            String icon,
            String summary,
            int revision,
            Instant savedAt,
            boolean open) {}

    /**
     * A draft as it can be continued.
     *
     * @param changed whether the form is another one than when it was saved
     * @param dropped what no longer fits, by what it was called
     */
    record DraftView(
            String id,
            String process,
            int revision,
            Instant savedAt,
            Map<String, Object> answers,
            List<String> related,
            boolean changed,
            List<String> dropped) {}

    /** {@code copied}: attachments that hung elsewhere are copies now, by their old id. */
    record SavedView(String id, String process, int revision, Instant savedAt, Map<String, String> copied) {}

    /** A new draft of a process, or of the answers of an own request. */
    record NewDraft(
            @Nullable String process,
            @Nullable Map<String, Object> answers,
            @Nullable List<String> related,
            @Nullable String request) {}

    record ChangedDraft(
            @Nullable Map<String, Object> answers,
            @Nullable List<String> related,
            @Nullable Integer revision) {}

    private final Drafts drafts;
    private final DraftFit fit;
    private final DraftFiles files;
    private final Forms forms;
    private final Models models;
    private final Relations relations;

    DraftController(Drafts drafts, DraftFit fit, DraftFiles files, Forms forms, Models models, Relations relations) {
        this.drafts = drafts;
        this.fit = fit;
        this.files = files;
        this.forms = forms;
        this.models = models;
        this.relations = relations;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Page<DraftItem> list(Actor actor, @RequestParam(required = false) @Nullable String process) {
        var key = process == null || process.isBlank() ? null : process;
        return Page.all(
                drafts.of(actor, key).stream().map(row -> item(actor, row)).toList());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping
    ResponseEntity<SavedView> create(
            Actor actor,
            @RequestBody NewDraft body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (key != null && key.length() > 128) {
            throw Problem.malformed("process:key-too-long");
        }
        var once = key == null || key.isBlank() ? null : key;
        Drafts.Saved saved;
        if (body.request() != null) {
            saved = drafts.again(actor, body.request(), once);
        } else if (body.process() != null) {
            saved = drafts.create(actor, body.process(), content(body.answers(), body.related()), once);
        } else {
            throw Problem.refused("kernel:invalid").field("process", "process:process-needed");
        }
        return ResponseEntity.created(URI.create("/api/drafts/" + saved.row().id()))
                .body(view(saved));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/{id}")
    DraftView draft(Actor actor, @PathVariable String id) {
        var row = drafts.get(actor, id);
        var stored = drafts.answers(row);
        var model = drafts.model(actor, row.processKey());
        var related =
                relations
                        .readable(
                                actor,
                                Stream.of(row.related().split(","))
                                        .filter(r -> !r.isEmpty())
                                        .toList())
                        .stream()
                        .map(RequestRow::id)
                        .toList();
        if (model == null) {
            return new DraftView(
                    id, row.processKey(), row.revision(), row.savedAt(), stored, related, false, List.of());
        }
        var found = fit.of(actor, forms.of(model), stored, files.of(id));
        return new DraftView(
                id,
                row.processKey(),
                row.revision(),
                row.savedAt(),
                found.answers(),
                related,
                !model.definitionId().equals(row.definitionId()),
                called(found.dropped(), model, row.definitionId()));
    }

    /** As the form called it for which it was typed, else as today's does. */
    private List<String> called(Set<String> paths, Model model, String typedFor) {
        if (paths.isEmpty()) {
            return List.of();
        }
        var locale = LocaleContextHolder.getLocale();
        var now = FieldLabels.of(forms.of(model), locale);
        var before = labels(typedFor, locale);
        return paths.stream()
                .map(path -> before.getOrDefault(path, now.getOrDefault(path, path)))
                .distinct()
                .toList();
    }

    private Map<String, String> labels(String definitionId, Locale locale) {
        var model = models.of(definitionId);
        return model.form() == null ? Map.of() : FieldLabels.of(forms.of(model), locale);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PutMapping("/{id}")
    SavedView save(Actor actor, @PathVariable String id, @RequestBody ChangedDraft body) {
        if (body.revision() == null) {
            throw Problem.malformed("kernel:malformed");
        }
        return view(drafts.save(actor, id, content(body.answers(), body.related()), body.revision()));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable String id) {
        drafts.delete(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/restore")
    DraftItem restore(Actor actor, @PathVariable String id) {
        return item(actor, drafts.restore(actor, id));
    }

    private static Content content(@Nullable Map<String, Object> answers, @Nullable List<String> related) {
        return new Content(answers == null ? Map.of() : answers, related == null ? List.of() : related);
    }

    private static SavedView view(Drafts.Saved saved) {
        var row = saved.row();
        return new SavedView(row.id(), row.processKey(), row.revision(), row.savedAt(), saved.copied());
    }

    private DraftItem item(Actor actor, DraftRow row) {
        var locale = LocaleContextHolder.getLocale();
        var model = drafts.model(actor, row.processKey());
        var known = model == null ? models.of(row.definitionId()) : model;
        return new DraftItem(
                row.id(),
                row.processKey(),
                known.name().in(locale),
                known.icon(),
                locale.getLanguage().equals("en") ? row.summaryEn() : row.summary(),
                row.revision(),
                row.savedAt(),
                model != null);
    }
}
