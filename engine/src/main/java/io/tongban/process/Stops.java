package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.process.Interventions.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Administrators end a request that is under way; what its steps did is undone, as when its applicant withdraws it. */
@Component
class Stops {

    private final Interventions interventions;
    private final Works works;
    private final Requests requests;
    private final Endings endings;

    Stops(Interventions interventions, Works works, Requests requests, Endings endings) {
        this.interventions = interventions;
        this.works = works;
        this.requests = requests;
        this.endings = endings;
    }

    void stop(Actor actor, String id, Said said, @Nullable String key) {
        interventions.act(actor, "stop", id, said, key, "", (work, reason, once) -> {
            if (endings.undoable(work.request, work.model).isEmpty()) {
                throw Problem.refused("process:irreversible-stop");
            }
            var others = interventions.concerned(work);
            // The applicant hears of the end as of any other.
            others.remove(work.request.applicantId());
            requests.end(work, "cancelled");
            works.tellRequest(work, "process.stopped", others);
            works.hint(work);
            return EntryRow.of(work, "stop", null, null, reason, once, null);
        });
    }
}
