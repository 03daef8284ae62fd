package io.tongban.onboarding;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

@RestController
@RequestMapping("/api/onboardings")
class OnboardingController {

    private static final int MOST = 100;

    record CancelBody(@Nullable String comment) {}

    record PortraitBody(@Nullable String file) {}

    record QuestionBody(@Nullable String text) {}

    private final Onboardings onboardings;
    private final HireViews views;

    OnboardingController(Onboardings onboardings, HireViews views) {
        this.onboardings = onboardings;
        this.views = views;
    }

    @Endpoint("org.manage")
    @GetMapping
    Page<HireViews.Item> list(
            @RequestParam(defaultValue = "running") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.malformed("kernel:malformed");
        }
        var wanted = Arrays.stream(HireRow.State.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(state))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("kernel:malformed"));
        return views.list(wanted, cursor, limit);
    }

    /** For HR, and for the leader and the mentor of the hire. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/{id}")
    HireViews.Detail get(Actor actor, @PathVariable String id) {
        return views.detail(actor, onboardings.readable(actor, id));
    }

    @Endpoint("org.manage")
    @PutMapping("/{id}")
    HireViews.Detail correct(Actor actor, @PathVariable String id, @RequestBody Onboardings.Correction body) {
        onboardings.correct(actor, id, body);
        return get(actor, id);
    }

    /** A new initial password, shown once. */
    @Endpoint("org.manage")
    @PostMapping("/{id}/password")
    Onboardings.Issued password(Actor actor, @PathVariable String id) {
        return onboardings.issuePassword(actor, id);
    }

    @Endpoint("org.manage")
    @PostMapping("/{id}/cancel")
    HireViews.Detail cancel(Actor actor, @PathVariable String id, @RequestBody CancelBody body) {
        onboardings.cancel(actor, id, body.comment());
        return get(actor, id);
    }

    /** The own onboarding; 204 for everybody who has none. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/mine")
    ResponseEntity<HireViews.Detail> mine(Actor actor) {
        return onboardings
                .own(actor)
                .map(row -> ResponseEntity.ok(views.detail(actor, row)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/mine/portrait")
    HireViews.Detail portrait(
            Actor actor,
            @RequestBody PortraitBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (body.file() == null) {
            throw Problem.refused("onboarding:picture-needed").field("file", "onboarding:picture-needed");
        }
        var mine = onboardings.mine(actor);
        onboardings.handIn(actor, body.file(), key);
        return views.detail(actor, mine);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/mine/question")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void question(
            Actor actor,
            @RequestBody QuestionBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        onboardings.ask(actor, body.text() == null ? "" : body.text(), key);
    }
}
