package io.tongban.studio;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.process.ProcessModels;
import java.net.URI;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a model may begin as, and what it may name. */
@RestController
@RequestMapping("/api/studio")
class StudioController {

    /** {@code model} is the draft of it, if there is one. */
    record RunningItem(
            String key,
            String name,
            String category,
            int version,
            @Nullable String model) {}

    record TemplateItem(String key, String name, String description, String category, String icon) {}

    record FromTemplate(@Nullable String name, @Nullable String key) {}

    private final Origins origins;
    private final ProcessModels models;
    private final StudioMapper rows;
    private final Vocabularies vocabularies;

    StudioController(Origins origins, ProcessModels models, StudioMapper rows, Vocabularies vocabularies) {
        this.origins = origins;
        this.models = models;
        this.rows = rows;
        this.vocabularies = vocabularies;
    }

    /** Processes that run. */
    @Endpoint(Studio.DESIGN)
    @GetMapping("/processes")
    Page<RunningItem> processes() {
        var drawn = new HashMap<String, String>();
        rows.keyed("bpmn").forEach(row -> drawn.putIfAbsent(String.valueOf(row.modelKey()), row.id()));
        return Page.all(models.running(LocaleContextHolder.getLocale()).stream()
                .map(running -> new RunningItem(
                        running.key(), running.name(), running.category(), running.version(), drawn.get(running.key())))
                .toList());
    }

    @Endpoint(Studio.DESIGN)
    @PostMapping("/processes/{key}/model")
    ResponseEntity<Origins.Begun> fromRunning(Actor actor, @PathVariable String key) {
        var begun = origins.ofRunning(actor, key);
        return ResponseEntity.created(URI.create("/api/studio/models/" + begun.id()))
                .body(begun);
    }

    @Endpoint(Studio.DESIGN)
    @GetMapping("/templates")
    Page<TemplateItem> templates() {
        var locale = LocaleContextHolder.getLocale();
        return Page.all(origins.templates().values().stream()
                .flatMap(template -> models.about(template.model(), locale).stream()
                        .map(about -> new TemplateItem(
                                template.key(), about.name(), about.description(), about.category(), about.icon())))
                .toList());
    }

    @Endpoint(Studio.DESIGN)
    @PostMapping("/templates/{key}")
    ResponseEntity<DesignController.MadeDesign> fromTemplate(
            Actor actor, @PathVariable String key, @RequestBody FromTemplate body) {
        return DesignController.made(origins.ofTemplate(actor, key, body.name(), body.key()));
    }

    /** What a model may name. */
    @Endpoint(Studio.DESIGN)
    @GetMapping("/vocabulary")
    Vocabularies.Vocabulary vocabulary() {
        return vocabularies.all(LocaleContextHolder.getLocale());
    }
}
