package io.tongban.studio;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.ModelFinding;
import io.tongban.process.ProcessModels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/**
 * What designers work on. Whatever is a BPMN, DMN or form file is kept byte for byte, whether it can run or not; two who
 * change the same one do not overwrite each other.
 */
@Service
class Designs {

    private static final Set<String> KINDS = Set.of("bpmn", "dmn", "form");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_KEY = 64;
    private static final Duration PRESENT = Duration.ofMinutes(1);
    private static final String CURSOR = "_";

    private final StudioMapper rows;
    private final ProcessModels models;
    private final People people;
    private final Attempts attempts;
    private final ZoneId zone;
    private final Clock clock;

    Designs(StudioMapper rows, ProcessModels models, People people, Attempts attempts, ZoneId zone, Clock clock) {
        this.rows = rows;
        this.models = models;
        this.people = people;
        this.attempts = attempts;
        this.zone = zone;
        this.clock = clock;
    }

    Page<ModelRow> page(@Nullable String kind, @Nullable String q, @Nullable String cursor, int limit) {
        var words = q == null || q.isBlank() ? null : "%" + escaped(q.strip().toLowerCase(Locale.ROOT)) + "%";
        var at = cursor == null || cursor.isBlank() ? null : cursor.split(CURSOR, 2);
        var found = rows.page(new StudioMapper.Query(
                kind == null || kind.isBlank() ? null : kind,
                words,
                at == null ? null : moment(at),
                at == null ? null : at[1],
                limit + 1));
        return Page.of(found, limit, row -> row.changedAt().toEpochMilli() + CURSOR + row.id());
    }

    private static Instant moment(String[] cursor) {
        try {
            if (cursor.length == 2 && cursor[0].length() < 15) {
                return Instant.ofEpochMilli(Long.parseLong(cursor[0]));
            }
        } catch (NumberFormatException other) {
            // It was not ours.
        }
        throw Problem.malformed("kernel:malformed");
    }

    /** In a pattern, {@code %} and {@code _} stand for themselves. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    ModelRow get(String id) {
        var row = rows.find(id);
        if (row == null) {
            throw Problem.notFound();
        }
        return row;
    }

    /** Locked until the transaction ends. */
    ModelRow lock(String id) {
        var row = rows.lock(id);
        if (row == null) {
            throw Problem.notFound();
        }
        return row;
    }

    String create(Actor actor, @Nullable String name, @Nullable String kind, @Nullable String source) {
        if (kind == null || !KINDS.contains(kind)) {
            throw Problem.refused("kernel:invalid").field("kind", "studio:kind");
        }
        var row = row(Ids.next(), checkedName(name), kind, source, 1, actor);
        rows.insert(row);
        return row.id();
    }

    int save(Actor actor, String id, @Nullable String source, @Nullable Integer revision) {
        if (revision == null) {
            throw Problem.malformed("kernel:malformed");
        }
        int seen = revision;
        return attempts.get(() -> {
            var before = lock(id);
            if (before.revision() != seen) {
                throw Problem.conflict(
                        "studio:changed",
                        people.find(before.changedBy()).map(Person::name).orElse("?"),
                        LocalDateTime.ofInstant(before.changedAt(), zone));
            }
            rows.update(row(id, before.name(), before.kind(), source, seen + 1, actor));
            return seen + 1;
        });
    }

    void rename(String id, @Nullable String name) {
        var checked = checkedName(name);
        attempts.run(() -> {
            var row = lock(id);
            rows.update(new ModelRow(
                    id,
                    checked,
                    row.kind(),
                    row.modelKey(),
                    row.source(),
                    row.digest(),
                    row.revision(),
                    row.changedBy(),
                    row.changedAt()));
        });
    }

    /** What is published stays. */
    void delete(String id) {
        attempts.run(() -> {
            lock(id);
            rows.nobody(id);
            rows.delete(id);
        });
    }

    /** Says that the actor has it open, and answers who else has. */
    List<String> open(Actor actor, String id) {
        return attempts.get(() -> {
            get(id);
            if (rows.seen(id, actor.id(), now()) == 0) {
                rows.open(id, actor.id(), now());
            }
            return editors(actor, id);
        });
    }

    List<String> editors(Actor actor, String id) {
        return rows.editors(id, actor.id(), now().minus(PRESENT));
    }

    private ModelRow row(String id, String name, String kind, @Nullable String source, int revision, Actor actor) {
        if (source == null || source.isBlank()) {
            throw Problem.refused("kernel:invalid").field("source", "studio:source-needed");
        }
        var bytes = source.getBytes(StandardCharsets.UTF_8);
        var described = models.describe(kind, bytes, LocaleContextHolder.getLocale());
        if (described.refusal() != null) {
            throw unreadable(described.refusal());
        }
        var key = described.key();
        return new ModelRow(
                id,
                name,
                kind,
                key == null || key.length() > LONGEST_KEY ? null : key,
                new String(bytes, StandardCharsets.UTF_8),
                digest(bytes),
                revision,
                actor.id(),
                now());
    }

    private static Problem unreadable(ModelFinding finding) {
        var line = finding.line() == null ? 1 : finding.line();
        return Problem.refused("studio:unreadable", line, finding.message())
                .field("source", "studio:unreadable", line, finding.message())
                .with("findings", List.of(finding));
    }

    private static String checkedName(@Nullable String name) {
        var text = name == null ? "" : name.strip();
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw Problem.refused("kernel:invalid").field("name", "studio:name", LONGEST_NAME);
        }
        return text;
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
