package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes out of a trail what somebody should not have written, or has a right to see gone. */
@Component
class Erasures {

    static final String ACTION = "erase";

    private final Works works;
    private final Actions actions;
    private final Interventions interventions;
    private final TrailMapper rows;
    private final Clock clock;

    Erasures(Works works, Actions actions, Interventions interventions, TrailMapper rows, Clock clock) {
        this.works = works;
        this.actions = actions;
        this.interventions = interventions;
        this.rows = rows;
        this.clock = clock;
    }

    void erase(Actor actor, String requestId, String lineId, @Nullable String reason, @Nullable String key) {
        var once = actions.once(key, ACTION, requestId, lineId, reason == null ? "" : reason);
        actions.run(actor, once, () -> {
            try (var work = works.open(actor, requestId)) {
                interventions.check(actor, work.request);
                var why = Interventions.reason(reason);
                var line = rows.line(lineId);
                if (line == null
                        || !line.requestId().equals(requestId)
                        || line.action().equals(ACTION)) {
                    throw Problem.notFound();
                }
                if (line.salt() == null) {
                    throw Problem.conflict("process:erased-already");
                }
                rows.erase(lineId);
                works.hint(work);
                return EntryRow.of(work, ACTION, line.step(), null, why, once, null)
                        .at(clock.instant())
                        .about(lineId);
            }
        });
    }
}
