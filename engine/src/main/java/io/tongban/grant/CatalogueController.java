package io.tongban.grant;

import io.tongban.access.Entitlements;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue, for whoever keeps it. */
@RestController
@RequestMapping("/api/grants")
class CatalogueController {

    record Made(String id) {}

    record ChangeBody(
            @Nullable Integer revision,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String description,
            @Nullable String descriptionEn,
            @Nullable String owner,
            @Nullable String department,
            @Nullable String effect,
            @Nullable Integer longestDays,
            @Nullable Boolean offered) {

        Catalogue.Entry entry() {
            return new Catalogue.Entry(
                    kind, name, nameEn, description, descriptionEn, owner, department, effect, longestDays, offered);
        }
    }

    private final Catalogue catalogue;
    private final Things things;
    private final ThingViews views;
    private final Entitlements entitlements;

    CatalogueController(Catalogue catalogue, Things things, ThingViews views, Entitlements entitlements) {
        this.catalogue = catalogue;
        this.things = things;
        this.views = views;
        this.entitlements = entitlements;
    }

    @Endpoint("grant.manage")
    @GetMapping("/things")
    Page<ThingViews.ThingItem> all(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return views.things(things.all(q, cursor, GrantController.limit(limit)));
    }

    /** The product's own roles and permissions, of which a thing may be one. */
    @Endpoint("grant.manage")
    @GetMapping("/rights")
    Page<Entitlements.Right> rights(Locale locale) {
        return Page.all(entitlements.all(locale));
    }

    @Endpoint("grant.manage")
    @PostMapping("/things")
    ResponseEntity<Made> add(Actor actor, @RequestBody ChangeBody body) {
        var id = catalogue.add(actor, body.entry());
        return ResponseEntity.created(URI.create("/api/grants/things/" + id)).body(new Made(id));
    }

    @Endpoint("grant.manage")
    @PutMapping("/things/{id}")
    Made change(Actor actor, @PathVariable String id, @RequestBody ChangeBody body) {
        catalogue.change(actor, id, body.revision() == null ? -1 : body.revision(), body.entry());
        return new Made(id);
    }
}
