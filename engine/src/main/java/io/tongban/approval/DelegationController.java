package io.tongban.approval;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.process.StandIns;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who decides in whose place, for the people concerned and for administrators. */
@RestController
@RequestMapping("/api")
class DelegationController {

    private static final int MOST = 100;

    /** What a delegation would do: how many open tasks go to the deputy now. */
    record Preview(boolean now, int tasks) {}

    /** A delegation that was set or ended, and how many open tasks changed hands. */
    record Changed(DelegationViews.DelegationItem delegation, int tasks) {}

    private final Delegations delegations;
    private final DelegationViews views;
    private final StandIns standIns;

    DelegationController(Delegations delegations, DelegationViews views, StandIns standIns) {
        this.delegations = delegations;
        this.views = views;
        this.standIns = standIns;
    }

    /** Mine, as whoever is away and as whoever stands in; set last first. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/delegations")
    Page<DelegationViews.DelegationItem> mine(
            Actor actor,
            Locale locale,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return views.page(actor, delegations.mine(actor, cursor, limit(limit)), locale);
    }

    /** Procedures that a delegation may be limited to. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/delegations/processes")
    Page<StandIns.Procedure> processes(Locale locale) {
        return Page.all(standIns.procedures(locale));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/delegations/{id}")
    DelegationViews.DelegationItem one(Actor actor, Locale locale, @PathVariable String id) {
        return views.item(actor, delegations.get(actor, id), locale);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/delegations/preview")
    Preview preview(Actor actor, @RequestBody DelegationForm.Asked body) {
        var found = delegations.preview(actor, body);
        return new Preview(found.row().hasBegun(found.row().setAt()), found.tasks());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/delegations")
    ResponseEntity<Changed> set(Actor actor, Locale locale, @RequestBody DelegationForm.Asked body) {
        var done = delegations.set(actor, body);
        return ResponseEntity.created(
                        URI.create("/api/delegations/" + done.row().id()))
                .body(new Changed(views.item(actor, done.row(), locale), done.tasks()));
    }

    /** Ends it now. */
    @Endpoint(Endpoint.SIGNED_IN)
    @DeleteMapping("/delegations/{id}")
    Changed end(Actor actor, Locale locale, @PathVariable String id) {
        var done = delegations.end(actor, id);
        return new Changed(views.item(actor, done.row(), locale), done.tasks());
    }

    /** Everybody's, set last first. */
    @Endpoint("process.administer")
    @GetMapping("/admin/delegations")
    Page<DelegationViews.DelegationItem> all(
            Actor actor,
            Locale locale,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return views.page(actor, delegations.all(cursor, limit(limit)), locale);
    }

    private static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Problem.malformed("kernel:malformed");
        }
        return asked;
    }
}
