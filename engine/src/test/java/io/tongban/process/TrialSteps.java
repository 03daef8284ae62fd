package io.tongban.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Steps of the process that the tests run: reserving an amount and giving it back. */
@Component
class TrialSteps {

    record Reserve(String topic, BigDecimal amount) {}

    record Reserved(BigDecimal amount) {}

    final Map<String, BigDecimal> reserved = new ConcurrentHashMap<>();

    @Step(value = "trial.reserve", effect = Effect.UNDOABLE, undoneBy = "trial.release")
    Reserved reserve(Reserve in, StepContext context) {
        if (in.amount().intValue() == 13) {
            throw io.tongban.kernel.Problem.refused("process:irreversible");
        }
        reserved.put(context.requestId(), in.amount());
        return new Reserved(in.amount());
    }

    record Plan(String topic, BigDecimal amount) {}

    record Planned(String doer, List<String> judges, Instant dueAt, Instant expiresAt) {}

    record Moved(Instant dueAt) {}

    volatile Planned plan = new Planned("", List.of(), Instant.EPOCH, Instant.EPOCH);
    volatile Instant movedTo = Instant.EPOCH;

    @Step("trial.plan")
    Planned plan(Plan in) {
        return plan;
    }

    @Step("trial.move")
    Moved move() {
        return new Moved(movedTo);
    }

    final java.util.Set<String> sent = ConcurrentHashMap.newKeySet();

    /** Leaves the house. */
    @Step(value = "trial.send", effect = Effect.OUTSIDE)
    void send(StepContext context) {
        sent.add(context.requestId());
    }

    @Step("trial.release")
    void release(Reserve in, StepContext context) {
        reserved.remove(context.requestId());
    }
}
