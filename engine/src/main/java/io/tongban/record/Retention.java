package io.tongban.record;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.process.Chain;
import io.tongban.process.Courses;
import io.tongban.process.Papers;
import io.tongban.record.RetentionMapper.RuleRow;
import io.tongban.record.RetentionMapper.SnapshotRow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * When a process says for how many months: the engine forgets which way a request went, and what it said in words is kept
 * signed beside the record, which stays for ever.
 */
@Component
class Retention {

    static final int MOST_MONTHS = 240;

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int PAGE = 200;
    /** The engine's own cleaning counts days, and comes after ours. */
    private static final int DAYS = 31;

    private static final int LATER = 40;

    private final RetentionMapper rows;
    private final Courses courses;
    private final Papers papers;
    private final SealKey key;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    Retention(
            RetentionMapper rows,
            Courses courses,
            Papers papers,
            SealKey key,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock,
            ZoneId zone) {
        this.rows = rows;
        this.courses = courses;
        this.papers = papers;
        this.key = key;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    List<RuleRow> rules() {
        return rows.rules();
    }

    /** Null gives the process no rule: the engine cleans as the model says. */
    void set(Actor actor, String processKey, @Nullable Integer months) {
        if (months != null && (months < 1 || months > MOST_MONTHS)) {
            throw Problem.refused("kernel:invalid").field("months", "record:months", MOST_MONTHS);
        }
        courses.check(processKey);
        if (months == null) {
            rows.remove(processKey);
            courses.asModelled(processKey);
        } else {
            rows.set(new RuleRow(processKey, months, actor.id(), now()));
        }
    }

    @Scheduled(cron = "${tongban.record.retention-at:0 30 1 * * *}", zone = "${tongban.zone}")
    void keep() {
        rows.rules().forEach(this::keep);
    }

    private void keep(RuleRow rule) {
        courses.keep(rule.processKey(), rule.months() * DAYS + LATER);
        var before = now().atZone(zone).minusMonths(rule.months()).toInstant();
        var after = "";
        List<Courses.Ended> page;
        do {
            page = courses.ended(rule.processKey(), before, after, PAGE);
            if (!page.isEmpty()) {
                var known = new HashSet<>(
                        rows.known(page.stream().map(Courses.Ended::id).toList()));
                page.stream()
                        .map(Courses.Ended::id)
                        .filter(id -> !known.contains(id))
                        .forEach(this::tried);
                after = page.get(page.size() - 1).id();
            }
        } while (page.size() == PAGE);
    }

    /** One that can not be kept does not keep the others from it. */
    private void tried(String requestId) {
        try {
            transaction.executeWithoutResult(status -> {
                rows.insert(snapshot(requestId));
                courses.forget(requestId);
            });
        } catch (DuplicateKeyException other) {
            // Another node was faster.
        } catch (RuntimeException failure) {
            LOG.error("The course of request {} could not be cleaned", requestId, failure);
        }
    }

    private SnapshotRow snapshot(String requestId) {
        var paper = papers.whole(requestId);
        var text = json.writeValueAsString(paper);
        var unsigned = new SnapshotRow(requestId, now(), paper.entries(), paper.head(), text, key.id(), "");
        return new SnapshotRow(
                requestId, unsigned.madeAt(), unsigned.seq(), unsigned.link(), text, unsigned.keyId(), mac(unsigned));
    }

    /** Whether a snapshot is as it was signed. */
    boolean intact(SnapshotRow snapshot) {
        return snapshot.keyId().equals(key.id()) && snapshot.mac().equals(mac(snapshot));
    }

    private String mac(SnapshotRow snapshot) {
        return key.mac(Chain.digest(
                "snapshot",
                snapshot.requestId(),
                String.valueOf(snapshot.madeAt().toEpochMilli()),
                String.valueOf(snapshot.seq()),
                snapshot.link(),
                snapshot.paper(),
                snapshot.keyId()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
