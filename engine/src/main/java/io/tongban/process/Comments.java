package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remarks beside the decisions, for everybody who may read the request. */
@Component
class Comments {

    private static final int LONGEST = 4_000;

    private final Works works;
    private final Actions actions;
    private final Access access;
    private final Evidence evidence;
    private final Clock clock;

    Comments(Works works, Actions actions, Access access, Evidence evidence, Clock clock) {
        this.works = works;
        this.actions = actions;
        this.access = access;
        this.evidence = evidence;
        this.clock = clock;
    }

    void add(Actor actor, String requestId, String text, Proof proof, @Nullable String key) {
        if (text.isBlank()) {
            throw Problem.refused("kernel:invalid").field("text", "process:text-needed");
        }
        if (text.length() > LONGEST) {
            throw Problem.refused("kernel:invalid").field("text", "process:text-too-long", LONGEST);
        }
        var once = actions.once(key, "comment", requestId, text, proof);
        actions.run(actor, once, () -> {
            try (var work = works.open(actor, requestId)) {
                access.check(actor, work.request);
                evidence.check(actor, proof);
                works.tellAll(work, "process.comment", proof.mentions());
                var entry = EntryRow.of(work, "comment", null, null, text, once, null)
                        .at(clock.instant());
                return evidence.hang(work, entry, proof);
            }
        });
    }
}
