package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.process.Interventions.Said;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What administrators of processes do to requests that are under way. */
@RestController
@RequestMapping("/api/admin/requests")
class AdminController {

    record Jump(
            @Nullable String from,
            @Nullable String to,
            @Nullable String comment,
            @Nullable Integer revision) {}

    record Correction(
            @Nullable Map<String, Object> answers,
            @Nullable String comment,
            @Nullable Integer revision) {}

    record Retry(
            @Nullable String failure,
            @Nullable String comment,
            @Nullable Integer revision) {}

    private static final String KEY = "Idempotency-Key";

    private final Administrators administrators;
    private final Interventions interventions;
    private final Suspensions suspensions;
    private final Stops stops;
    private final Jumps jumps;
    private final Corrections corrections;
    private final Retries retries;
    private final Requests requests;
    private final AdminViews lists;
    private final MeansViews means;
    private final RequestViews views;

    AdminController(
            Administrators administrators,
            Interventions interventions,
            Suspensions suspensions,
            Stops stops,
            Jumps jumps,
            Corrections corrections,
            Retries retries,
            Requests requests,
            AdminViews lists,
            MeansViews means,
            RequestViews views) {
        this.administrators = administrators;
        this.interventions = interventions;
        this.suspensions = suspensions;
        this.stops = stops;
        this.jumps = jumps;
        this.corrections = corrections;
        this.retries = retries;
        this.requests = requests;
        this.lists = lists;
        this.means = means;
        this.views = views;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Page<AdminViews.AdminItem> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String applicant,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") int limit) {
        return lists.page(
                actor, new AdminViews.Asked(state, process, q, applicant, cursor, Math.max(1, Math.min(limit, 100))));
    }

    /** Processes whose requests the actor looks after. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/processes")
    Page<StandIns.Procedure> processes(Actor actor) {
        return Page.all(administrators.procedures(actor, LocaleContextHolder.getLocale()));
    }

    /** Where it stands, what has failed, where it can be put, and what each action would mean. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/{id}")
    MeansViews.Means means(Actor actor, @PathVariable String id) {
        return means.of(actor, checked(actor, id));
    }

    /** What a jump would do; nothing happens. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/{id}/jump")
    MeansViews.JumpMeans jumpMeans(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return means.jump(checked(actor, id), from, to);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/jump")
    RequestViews.RequestView jump(
            Actor actor,
            @PathVariable String id,
            @RequestBody Jump body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        jumps.jump(actor, id, body.from(), body.to(), new Said(body.comment(), body.revision()), key);
        return view(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/stop")
    RequestViews.RequestView stop(
            Actor actor,
            @PathVariable String id,
            @RequestBody Said body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        stops.stop(actor, id, body, key);
        return view(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/suspend")
    RequestViews.RequestView suspend(
            Actor actor,
            @PathVariable String id,
            @RequestBody Said body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        suspensions.suspend(actor, id, body, key);
        return view(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/resume")
    RequestViews.RequestView resume(
            Actor actor,
            @PathVariable String id,
            @RequestBody Said body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        suspensions.resume(actor, id, body, key);
        return view(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/correct")
    RequestViews.RequestView correct(
            Actor actor,
            @PathVariable String id,
            @RequestBody Correction body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        corrections.correct(actor, id, body.answers(), new Said(body.comment(), body.revision()), key);
        return view(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/retry")
    RequestViews.RequestView retry(
            Actor actor,
            @PathVariable String id,
            @RequestBody Retry body,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        retries.retry(actor, id, body.failure(), new Said(body.comment(), body.revision()), key);
        return view(actor, id);
    }

    private RequestRow checked(Actor actor, String id) {
        var row = requests.row(id);
        interventions.check(actor, row);
        return row;
    }

    private RequestViews.RequestView view(Actor actor, String id) {
        return views.request(actor, requests.row(id));
    }
}
