package io.tongban.studio;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import io.tongban.process.ModelFinding;
import io.tongban.process.ProcessModels;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/**
 * Proves models and makes them run. A model is deployed with the forms and decisions that it names, as they are drawn, else
 * as they run; each publication is a version, and who made it is kept.
 */
@Service
class Publications {

    private static final Logger LOG = LoggerFactory.getLogger(Publications.class);
    private static final int LONGEST = 500;

    /** Errors forbid to publish; warnings need a reason. */
    record Report(boolean publishable, List<ModelFinding> findings) {

        private static Report of(List<ModelFinding> findings) {
            return new Report(findings.stream().noneMatch(ModelFinding::forbids), findings);
        }
    }

    record Published(String process, int version) {}

    private final Designs designs;
    private final StudioMapper rows;
    private final ProcessModels models;
    private final Attempts attempts;
    private final Texts texts;
    private final Clock clock;

    Publications(
            Designs designs, StudioMapper rows, ProcessModels models, Attempts attempts, Texts texts, Clock clock) {
        this.designs = designs;
        this.rows = rows;
        this.models = models;
        this.attempts = attempts;
        this.texts = texts;
        this.clock = clock;
    }

    Report prove(String id) {
        return prove(designs.get(id));
    }

    private Report prove(ModelRow row) {
        var file = row.file();
        if (file == null) {
            return Report.of(List.of(new ModelFinding(
                    "error", "schema", "no-key", "source." + row.kind(), null, 1, texts.get("studio.no-key"))));
        }
        return Report.of(models.prove(file, files(file, row), LocaleContextHolder.getLocale()));
    }

    /** The model with the forms and decisions that it names. */
    private Map<String, byte[]> files(String file, ModelRow row) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(file, row.bytes());
        if (!row.kind().equals("bpmn")) {
            return files;
        }
        var locale = LocaleContextHolder.getLocale();
        var own = models.running(String.valueOf(row.modelKey()), locale)
                .map(models::files)
                .orElse(Map.of());
        for (var name : models.named(row.bytes())) {
            var bytes = drawn(name);
            if (bytes == null) {
                bytes = own.get(name);
            }
            if (bytes == null) {
                bytes = models.beside(name, locale).values().stream()
                        .findFirst()
                        .orElse(null);
            }
            if (bytes != null) {
                files.put(name, bytes);
            }
        }
        return files;
    }

    private byte @Nullable [] drawn(String file) {
        int dot = file.lastIndexOf('.');
        var row = rows.newest(file.substring(dot + 1), file.substring(0, dot));
        return row == null ? null : row.bytes();
    }

    Published publish(Actor actor, String id, @Nullable String note, @Nullable String reason) {
        var said = checked("note", note);
        var why = checked("reason", reason);
        var published = attempts.get(() -> publish(actor, designs.lock(id), said, why));
        LOG.info("{} published {} version {}", actor.name(), published.process(), published.version());
        return published;
    }

    private Published publish(Actor actor, ModelRow row, String note, String reason) {
        var locale = LocaleContextHolder.getLocale();
        var file = row.file();
        if (!row.kind().equals("bpmn") && file != null) {
            throw partOf(file, locale);
        }
        var report = prove(row);
        if (file == null || !report.publishable()) {
            throw notPublishable(report.findings());
        }
        var warnings =
                report.findings().stream().filter(ModelFinding::needsReason).toList();
        if (!warnings.isEmpty() && reason.isEmpty()) {
            throw Problem.refused("studio:reason-needed", warnings.size())
                    .field("reason", "studio:reason-needed", warnings.size())
                    .with("findings", report.findings());
        }
        var key = String.valueOf(row.modelKey());
        var files = files(file, row);
        try {
            int version = models.publish(key, files, locale);
            rows.publish(new PublicationRow(
                    Ids.next(),
                    key,
                    version,
                    row.id(),
                    actor.id(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    note,
                    reason.isEmpty() ? null : reason,
                    warnings.stream()
                            .map(warning -> warning.code() + " " + warning.element())
                            .collect(Collectors.joining("\n")),
                    files.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + Designs.digest(entry.getValue()))
                            .collect(Collectors.joining("\n"))));
            return new Published(key, version);
        } catch (ProcessModels.Refused e) {
            throw notPublishable(e.findings());
        }
    }

    /** Forms and decisions are published with the processes that name them. */
    private Problem partOf(String file, Locale locale) {
        var users = models.beside(file, locale).keySet().stream()
                .map(ProcessModels.Running::name)
                .toList();
        return users.isEmpty()
                ? Problem.refused("studio:part-of-none")
                : Problem.refused("studio:part-of-process", users);
    }

    private static Problem notPublishable(List<ModelFinding> findings) {
        var errors = findings.stream().filter(ModelFinding::forbids).toList();
        var problem = Problem.refused("studio:not-publishable", errors.size()).with("findings", findings);
        errors.stream()
                .limit(20)
                .forEach(error -> problem.field(
                        error.element() == null ? error.file() : error.element(),
                        "studio:finding",
                        error.file(),
                        String.valueOf(error.line()),
                        error.message()));
        return problem;
    }

    private static String checked(String field, @Nullable String text) {
        var said = text == null ? "" : text.strip();
        if (said.length() > LONGEST) {
            throw Problem.refused("kernel:invalid").field(field, "studio:too-long", LONGEST);
        }
        return said;
    }

    List<ProcessModels.Version> versions(ModelRow row) {
        return row.kind().equals("bpmn") && row.modelKey() != null ? models.versions(row.modelKey()) : List.of();
    }

    Map<Integer, PublicationRow> made(ModelRow row) {
        return row.modelKey() == null
                ? Map.of()
                : rows.publications(row.modelKey()).stream()
                        .collect(Collectors.toMap(PublicationRow::version, one -> one));
    }

    /** The model as it was published in that version. */
    byte[] source(ModelRow row, int version) {
        var file = row.file();
        var bytes = file == null || !row.kind().equals("bpmn")
                ? null
                : models.files(String.valueOf(row.modelKey()), version).get(file);
        if (bytes == null) {
            throw Problem.notFound();
        }
        return bytes;
    }
}
