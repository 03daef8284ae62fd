package io.tongban.process;

import io.tongban.process.engine.Feel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A Camunda Forms schema as the server reads it: the fields that carry answers. Groups with a path and dynamic lists
 * nest; presentation components are left out.
 */
final class FormSchema {

    /** One field; {@code children} only for dynamic lists. */
    record Field(
            String key,
            String type,
            String label,
            JsonNode validate,
            @Nullable String hide,
            Map<String, Option> values,
            @Nullable String component,
            @Nullable String source,
            boolean multiple,
            @Nullable String subtype,
            Map<String, Field> children) {}

    /** Labels of one choice. */
    record Option(String zh, String en) {}

    private static final Set<String> SHOWN_ONLY =
            Set.of("text", "html", "image", "separator", "spacer", "button", "iframe", "documentPreview");

    private final JsonNode schema;
    private final Map<String, Field> fields;

    FormSchema(JsonNode schema) {
        this.schema = schema;
        this.fields = read(schema);
    }

    JsonNode json() {
        return schema;
    }

    Map<String, Field> fields() {
        return fields;
    }

    /** Keys of fields whose condition hides them for these answers. */
    Set<String> hidden(Map<String, Object> answers, Feel feel) {
        var hidden = new LinkedHashSet<String>();
        Map<String, Object> known = new LinkedHashMap<>();
        fields.keySet().forEach(key -> known.put(key, answers.get(key)));
        for (var field : fields.values()) {
            if (field.hide() != null && feel.holds(field.hide(), known)) {
                hidden.add(field.key());
            }
        }
        return hidden;
    }

    /** What a step may be given rights on: fields, and columns of tables as {@code lines.amount}. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        fields.values().forEach(field -> {
            names.add(field.key());
            if (field.type().equals("dynamiclist")) {
                field.children().keySet().forEach(child -> names.add(field.key() + "." + child));
            }
        });
        return names;
    }

    /** The attachments in these answers, also those in rows of tables, by path. */
    Map<String, List<String>> files(Map<String, Object> answers) {
        var files = new LinkedHashMap<String, List<String>>();
        files("", fields, answers, files);
        return files;
    }

    private static void files(
            String path, Map<String, Field> fields, Map<?, ?> answers, Map<String, List<String>> files) {
        for (var field : fields.values()) {
            var value = answers.get(field.key());
            if (!(value instanceof List<?> list)) {
                continue;
            }
            if (field.type().equals("filepicker")) {
                files.put(path + field.key(), list.stream().map(String::valueOf).toList());
            } else if (field.type().equals("dynamiclist")) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof Map<?, ?> row) {
                        files(path + field.key() + "[" + i + "].", field.children(), row, files);
                    }
                }
            }
        }
    }

    private static Map<String, Field> read(JsonNode parent) {
        var found = new LinkedHashMap<String, Field>();
        for (JsonNode node : parent.path("components")) {
            var type = node.path("type").asString("");
            if (type.equals("group") && !node.hasNonNull("path")) {
                var hide = text(node.path("conditional"), "hide");
                read(node)
                        .forEach((key, field) -> found.put(key, field.hide() == null ? hiddenBy(field, hide) : field));
            } else if (type.equals("dynamiclist") || type.equals("group")) {
                var key = node.path("path").asString("");
                found.put(key, field(node, key, type, read(node)));
            } else if (!SHOWN_ONLY.contains(type) && node.hasNonNull("key")) {
                var key = node.path("key").asString("");
                found.put(key, field(node, key, type, Map.of()));
            }
        }
        return found;
    }

    private static Field hiddenBy(Field f, @Nullable String hide) {
        return new Field(
                f.key(),
                f.type(),
                f.label(),
                f.validate(),
                hide,
                f.values(),
                f.component(),
                f.source(),
                f.multiple(),
                f.subtype(),
                f.children());
    }

    private static Field field(JsonNode node, String key, String type, Map<String, Field> children) {
        var values = new LinkedHashMap<String, Option>();
        for (JsonNode option : node.path("values")) {
            var label = option.path("label").asString("");
            values.put(
                    option.path("value").asString(""),
                    new Option(label, option.path("labelEn").asString(label)));
        }
        var properties = node.path("properties");
        return new Field(
                key,
                type,
                node.path("label").asString(node.path("dateLabel").asString(key)),
                node.path("validate"),
                text(node.path("conditional"), "hide"),
                values,
                text(properties, "component"),
                text(properties, "source"),
                node.path("multiple").asBoolean(false)
                        || properties.path("multiple").asString("").equals("true"),
                text(node, "subtype"),
                children);
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asString() : null;
    }

    /** All problems of nesting that the renderer could not show; used when a form is deployed. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        if (!schema.path("components").isArray()) {
            faults.add("components");
        }
        fields.keySet().stream()
                .filter(key -> !key.matches("[A-Za-z][A-Za-z0-9_]{0,63}"))
                .forEach(faults::add);
        return faults;
    }
}
