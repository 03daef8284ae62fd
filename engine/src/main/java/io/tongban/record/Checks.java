package io.tongban.record;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.process.Trails;
import io.tongban.record.CheckMapper.CheckRow;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Checks of the whole record that an administrator has begun: one at a time, and everybody can see how far it is. */
@Component
class Checks {

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    /** A check that has told nothing for so long has ended with its server. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private final CheckMapper rows;
    private final Verification verification;
    private final Trails trails;
    private final JsonMapper json;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "record-check");
        thread.setDaemon(true);
        return thread;
    });

    Checks(CheckMapper rows, Verification verification, Trails trails, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.verification = verification;
        this.trails = trails;
        this.json = json;
        this.clock = clock;
    }

    /** Begins one, or answers the one that is under way. */
    synchronized CheckRow start(Actor actor) {
        var latest = rows.latest();
        if (latest != null && latest.endedAt() == null && !silent(latest)) {
            return latest;
        }
        var check = new CheckRow(Ids.next(), actor.id(), now(), now(), null, trails.count(), 0, 0, 0, 0, "[]");
        rows.insert(check);
        worker.execute(() -> run(check));
        return check;
    }

    Optional<CheckRow> latest() {
        return Optional.ofNullable(rows.latest());
    }

    CheckRow get(String id) {
        var check = rows.find(id);
        if (check == null) {
            throw Problem.notFound();
        }
        return check;
    }

    boolean silent(CheckRow check) {
        return check.endedAt() == null && check.seenAt().isBefore(now().minus(SILENT));
    }

    private void run(CheckRow check) {
        try {
            var progress = verification.all(now -> rows.update(as(check, now, null)));
            rows.update(as(check, progress, now()));
        } catch (RuntimeException failure) {
            LOG.error("The check of the record has failed", failure);
        }
    }

    private CheckRow as(CheckRow check, Verification.Progress at, @Nullable Instant ended) {
        return new CheckRow(
                check.id(),
                check.personId(),
                check.startedAt(),
                now(),
                ended,
                check.total(),
                at.requests(),
                at.entries(),
                at.seals(),
                at.found(),
                json.writeValueAsString(at.findings()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
