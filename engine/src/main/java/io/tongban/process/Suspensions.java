package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.process.Interventions.Said;
import io.tongban.process.engine.Jobs;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Administrators let a request stand still, and go on. */
@Component
class Suspensions {

    private final Interventions interventions;
    private final Works works;
    private final Jobs jobs;
    private final Clock clock;

    Suspensions(Interventions interventions, Works works, Jobs jobs, Clock clock) {
        this.interventions = interventions;
        this.works = works;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Nobody can act and no timer fires until it is resumed; what has happened elsewhere still reaches it. */
    void suspend(Actor actor, String id, Said said, @Nullable String key) {
        interventions.act(actor, "suspend", id, said, key, "", (work, reason, once) -> {
            if (work.request.suspended()) {
                throw Problem.conflict("process:suspended-already");
            }
            work.suspendedAt = clock.instant();
            works.tellRequest(work, "process.suspended", interventions.concerned(work));
            works.write(work);
            return EntryRow.of(work, "suspend", null, null, reason, once, null);
        });
    }

    /** Everything is as it was; timers that have come due meanwhile fire at once. */
    void resume(Actor actor, String id, Said said, @Nullable String key) {
        interventions.act(actor, "resume", id, said, key, "", (work, reason, once) -> {
            if (!work.request.suspended()) {
                throw Problem.conflict("process:not-suspended");
            }
            work.suspendedAt = null;
            jobs.release(work.request.instanceId());
            works.tellRequest(work, "process.resumed", interventions.concerned(work));
            works.write(work);
            return EntryRow.of(work, "resume", null, null, reason, once, null);
        });
    }
}
