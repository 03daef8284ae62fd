package io.tongban.studio;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.kernel.Problem;
import io.tongban.process.ProcessModels;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Models that are not drawn from nothing: they begin as what runs, or as a template under a key of their own. */
@Service
class Origins {

    /** {@code made} is false when there was one already. */
    record Begun(String id, boolean made) {}

    /** A template: its files by name, the model among them. */
    record Template(String key, Map<String, byte[]> files) {

        byte[] model() {
            return files.getOrDefault(key + ".bpmn", new byte[0]);
        }
    }

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_KEY = 50;

    private final Designs designs;
    private final StudioMapper rows;
    private final ProcessModels models;
    private final Attempts attempts;
    private final Map<String, Template> templates = new TreeMap<>();

    Origins(Designs designs, StudioMapper rows, ProcessModels models, Attempts attempts) {
        this.designs = designs;
        this.rows = rows;
        this.models = models;
        this.attempts = attempts;
        ProcessModels.templates().forEach((key, files) -> templates.put(key, new Template(key, files)));
    }

    Map<String, Template> templates() {
        return templates;
    }

    /** A draft of what runs, with drafts of its forms and decisions where there are none. */
    Begun ofRunning(Actor actor, String key) {
        var running = models.running(key, Locale.SIMPLIFIED_CHINESE).orElseThrow(Problem::notFound);
        return attempts.get(() -> {
            var known = rows.newest("bpmn", key);
            if (known != null) {
                return new Begun(known.id(), false);
            }
            var files = models.files(running);
            files.forEach((file, bytes) -> {
                int dot = file.lastIndexOf('.');
                if (!file.endsWith(".bpmn") && rows.newest(file.substring(dot + 1), file.substring(0, dot)) == null) {
                    draw(actor, running.name(), file, bytes);
                }
            });
            return new Begun(
                    draw(
                            actor,
                            running.name(),
                            key + ".bpmn",
                            files.values().iterator().next()),
                    true);
        });
    }

    private String draw(Actor actor, String name, String file, byte[] bytes) {
        int dot = file.lastIndexOf('.');
        return designs.create(
                actor,
                file.endsWith(".bpmn") ? name : file.substring(0, dot),
                file.substring(dot + 1),
                new String(bytes, StandardCharsets.UTF_8));
    }

    /** Drafts of a template's model, forms and decisions, all under names of their own. */
    String ofTemplate(Actor actor, String templateKey, @Nullable String name, @Nullable String asked) {
        var template = templates.get(templateKey);
        if (template == null) {
            throw Problem.notFound();
        }
        var key = asked == null || asked.isBlank() ? free(templateKey) : asked.strip();
        if (!KEY.matcher(key).matches() || key.length() > LONGEST_KEY) {
            throw Problem.refused("kernel:invalid").field("key", "studio:key", LONGEST_KEY);
        }
        if (isTaken(key)) {
            throw Problem.refused("studio:key-taken", key).field("key", "studio:key-taken", key);
        }
        var called = name == null || name.isBlank()
                ? models.about(template.model(), Locale.SIMPLIFIED_CHINESE)
                        .map(ProcessModels.About::name)
                        .orElse(key)
                : name;
        return attempts.get(() -> {
            var id = "";
            for (var file : copies(template, key, called).entrySet()) {
                var bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                var made = draw(actor, called, file.getKey(), bytes);
                id = file.getKey().endsWith(".bpmn") ? made : id;
            }
            return id;
        });
    }

    /** The files of a template under another key; what they name of each other is named accordingly. */
    static Map<String, String> copies(Template template, String key, String name) {
        var copies = new TreeMap<String, String>();
        template.files().forEach((file, bytes) -> {
            var text = new String(bytes, StandardCharsets.UTF_8);
            for (var other : template.files().keySet()) {
                text = named(text, base(other), base(renamed(template, other, key)));
            }
            copies.put(renamed(template, file, key), file.endsWith(".bpmn") ? called(text, key, name) : text);
        });
        return copies;
    }

    private static String renamed(Template template, String file, String key) {
        var rest =
                file.startsWith(template.key()) ? file.substring(template.key().length()) : "-" + file;
        return key + rest;
    }

    private static String base(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** Everywhere where a file can name a process, a form or a decision. */
    private static String named(String text, String from, String to) {
        var quoted = Pattern.quote(from) + "\"";
        var own = "$1" + to + "\"";
        return text.replaceAll("(\\b(?:bpmnElement|processRef|dmnElementRef|formRef|decisionRef)=\")" + quoted, own)
                .replaceAll("(<(?:\\w+:)?(?:process|decision)\\s[^>]*?\\bid=\")" + quoted, own)
                .replaceAll("(\"id\"\\s*:\\s*\")" + quoted, own);
    }

    /** The process is called what the designer calls it. */
    private static String called(String text, String key, String name) {
        var escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        var tag = Pattern.compile("<[\\w:]*process\\b[^>]*\\bid=\"" + Pattern.quote(key) + "\"[^>]*>")
                .matcher(text);
        if (!tag.find()) {
            return text;
        }
        var renamed = tag.group()
                .replaceFirst(
                        "\\bname=\"[^\"]*\"", java.util.regex.Matcher.quoteReplacement("name=\"" + escaped + "\""));
        return text.substring(0, tag.start()) + renamed + text.substring(tag.end());
    }

    private String free(String key) {
        var free = key;
        for (int number = 2; isTaken(free); number++) {
            free = key + "-" + number;
        }
        return free;
    }

    private boolean isTaken(String key) {
        return rows.newest("bpmn", key) != null
                || models.running(key, Locale.SIMPLIFIED_CHINESE).isPresent();
    }
}
