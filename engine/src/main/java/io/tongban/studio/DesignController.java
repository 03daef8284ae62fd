package io.tongban.studio;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What designers work on, over HTTP. */
@RestController
@RequestMapping("/api/studio/models")
class DesignController {

    record NewDesign(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String source) {}

    record MadeDesign(String id) {}

    record ChangedSource(@Nullable String source, @Nullable Integer revision) {}

    record Revision(int revision) {}

    record DesignName(@Nullable String name) {}

    record Editors(List<DesignViews.Designer> editors) {}

    record Publish(@Nullable String note, @Nullable String reason) {}

    record Restore(@Nullable Integer version, @Nullable Integer revision) {}

    private final Designs designs;
    private final DesignViews views;
    private final Publications publications;

    DesignController(Designs designs, DesignViews views, Publications publications) {
        this.designs = designs;
        this.views = views;
        this.publications = publications;
    }

    @Endpoint(Studio.DESIGN)
    @GetMapping
    Page<DesignViews.DesignItem> list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return views.page(designs.page(kind, q, cursor, Math.max(1, Math.min(limit, 100))));
    }

    @Endpoint(Studio.DESIGN)
    @PostMapping
    ResponseEntity<MadeDesign> create(Actor actor, @RequestBody NewDesign body) {
        return made(designs.create(actor, body.name(), body.kind(), body.source()));
    }

    static ResponseEntity<MadeDesign> made(String id) {
        return ResponseEntity.created(URI.create("/api/studio/models/" + id)).body(new MadeDesign(id));
    }

    @Endpoint(Studio.DESIGN)
    @GetMapping("/{id}")
    DesignViews.DesignView get(Actor actor, @PathVariable String id) {
        return views.view(actor, designs.get(id));
    }

    /** The bytes as they were stored. */
    @Endpoint(Studio.DESIGN)
    @GetMapping("/{id}/source")
    ResponseEntity<Resource> source(@PathVariable String id) {
        var row = designs.get(id);
        return bytes(row, row.bytes());
    }

    /** To be saved or read by a program, never shown as a page of the product. */
    private static ResponseEntity<Resource> bytes(ModelRow row, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(row.kind().equals("form") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(row.name() + "." + row.kind(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new ByteArrayResource(bytes));
    }

    @Endpoint(Studio.DESIGN)
    @PutMapping("/{id}/source")
    Revision save(Actor actor, @PathVariable String id, @RequestBody ChangedSource body) {
        return new Revision(designs.save(actor, id, body.source(), body.revision()));
    }

    @Endpoint(Studio.DESIGN)
    @PutMapping("/{id}/name")
    DesignViews.DesignView rename(Actor actor, @PathVariable String id, @RequestBody DesignName body) {
        designs.rename(id, body.name());
        return get(actor, id);
    }

    @Endpoint(Studio.DESIGN)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        designs.delete(id);
    }

    /** An editor is open, and will say so again within a minute. */
    @Endpoint(Studio.DESIGN)
    @PostMapping("/{id}/open")
    Editors open(Actor actor, @PathVariable String id) {
        return new Editors(views.designers(designs.open(actor, id)));
    }

    @Endpoint(Studio.DESIGN)
    @PostMapping("/{id}/validate")
    Publications.Report validate(@PathVariable String id) {
        return publications.prove(id);
    }

    @Endpoint(Studio.DESIGN)
    @PostMapping("/{id}/publish")
    Publications.Published publish(Actor actor, @PathVariable String id, @RequestBody Publish body) {
        return publications.publish(actor, id, body.note(), body.reason());
    }

    @Endpoint(Studio.DESIGN)
    @GetMapping("/{id}/versions")
    Page<DesignViews.VersionItem> versions(@PathVariable String id) {
        return Page.all(views.versions(designs.get(id)));
    }

    @Endpoint(Studio.DESIGN)
    @GetMapping("/{id}/versions/{version}/source")
    ResponseEntity<Resource> versionSource(@PathVariable String id, @PathVariable int version) {
        var row = designs.get(id);
        return bytes(row, publications.source(row, version));
    }

    /** What was published once is what is drawn now. */
    @Endpoint(Studio.DESIGN)
    @PostMapping("/{id}/restore")
    Revision restore(Actor actor, @PathVariable String id, @RequestBody Restore body) {
        var version = body.version() == null ? 0 : body.version();
        var old = publications.source(designs.get(id), version);
        return new Revision(designs.save(actor, id, new String(old, StandardCharsets.UTF_8), body.revision()));
    }
}
