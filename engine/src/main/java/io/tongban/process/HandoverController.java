package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.OneOf;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that somebody holds goes to somebody else. */
@RestController
@RequestMapping("/api/admin/people/{id}/handover")
class HandoverController {

    /**
     * What became of a task.
     *
     * @param message why it was refused, in the language of the call
     */
    record Handed(
            String task,

            @OneOf({"handed-over", "given-back", "dropped", "refused"})
            String result,

            @Nullable String message) {}

    record HandedOver(List<Handed> items) {}

    private final Handovers handovers;
    private final HandoverViews views;
    private final Texts texts;

    HandoverController(Handovers handovers, HandoverViews views, Texts texts) {
        this.handovers = handovers;
        this.views = views;
        this.texts = texts;
    }

    @Endpoint("process.administer")
    @GetMapping
    HandoverViews.Holdings holdings(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return views.of(id, cursor, Math.max(1, Math.min(limit, Handovers.MOST)));
    }

    @Endpoint("process.administer")
    @PostMapping
    HandedOver handOver(
            Actor actor,
            @PathVariable String id,
            @RequestBody Handovers.Asked body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return new HandedOver(handovers.handOver(actor, id, body, key).stream()
                .map(one ->
                        new Handed(one.task(), one.result(), one.refusal() == null ? null : sentence(one.refusal())))
                .toList());
    }

    private String sentence(Problem refusal) {
        var field = refusal.errors().isEmpty() ? null : refusal.errors().get(0);
        var code = field == null ? refusal.code() : field.code();
        var args = field == null ? refusal.args() : field.args();
        return texts.get("problem." + code.replace(':', '.'), args.toArray());
    }
}
