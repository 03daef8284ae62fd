package io.tongban.grant;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.process.Requests;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What I hold, and what I am responsible for. */
@RestController
@RequestMapping("/api/grants")
class GrantController {

    private static final int MOST = 100;

    record EndBody(@Nullable String comment) {}

    private final Grants grants;
    private final Things things;
    private final GrantViews views;
    private final ThingViews thingViews;
    private final Requests requests;

    GrantController(Grants grants, Things things, GrantViews views, ThingViews thingViews, Requests requests) {
        this.grants = grants;
        this.things = things;
        this.views = views;
        this.thingViews = thingViews;
        this.requests = requests;
    }

    /** What I hold now, also as one of a department; with {@code past=true} what I held before. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Page<GrantViews.HeldItem> mine(
            Actor actor,
            Locale locale,
            @RequestParam(defaultValue = "false") boolean past,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        var page = past ? grants.past(actor, cursor, limit(limit)) : grants.held(actor, cursor, limit(limit));
        return views.held(actor, page, locale);
    }

    /** What I am responsible for. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/owned")
    Page<ThingViews.OwnedItem> owned(
            Actor actor,
            Locale locale,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return thingViews.owned(actor, things.owned(actor, cursor, limit(limit)), locale);
    }

    /** Who holds a thing that I am responsible for. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/things/{id}/holders")
    Page<GrantViews.HolderItem> holders(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return views.holders(grants.of(actor, id, cursor, limit(limit)));
    }

    /** What a thing is, for whoever thinks of asking for it. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/things/{id}")
    ThingViews.Card card(Actor actor, Locale locale, @PathVariable String id) {
        return thingViews.card(actor, things.get(id), locale);
    }

    /** What a request asks for, for whoever may read it. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/facts")
    ThingViews.Facts facts(Actor actor, Locale locale, @RequestParam String request) {
        requests.get(actor, request);
        return thingViews.facts(grants.get(request), locale);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/give-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(Actor actor, @PathVariable String id, @RequestBody EndBody body) {
        grants.giveBack(actor, id, body.comment());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable String id, @RequestBody EndBody body) {
        grants.revoke(actor, id, body.comment());
    }

    static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Problem.malformed("kernel:malformed");
        }
        return asked;
    }
}
