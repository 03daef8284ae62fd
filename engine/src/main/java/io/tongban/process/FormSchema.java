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

    /** One field as it stands in the form; {@code children} only for dynamic lists. */
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
            Map<String, Field> children,
            JsonNode node) {

        private Field hiddenBy(@Nullable String condition) {
            return new Field(
                    key, type, label, validate, condition, values, component, source, multiple, subtype, children,
                    node);
        }

        /** Reckoned by us, never written by anybody. */
        boolean reckoned() {
            return type.equals("expression") || WorkingDays.COMPONENT.equals(component);
        }

        boolean isTable() {
            return type.equals("dynamiclist");
        }

        String labelIn(boolean english) {
            var own = english ? property("labelEn") : "";
            return own.isEmpty() ? label : own;
        }

        /** Whether most people see it with its middle left out. */
        boolean isMasked() {
            return property("mask").equals("true");
        }

        /** What a designer set beside the schema's own words; empty when nothing. */
        String property(String name) {
            return node.path("properties").path(name).asString("");
        }
    }

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

    /** The name under which a node keeps its answer, inside what it stands in; empty when it keeps none. */
    static String nameOf(JsonNode node) {
        var type = node.path("type").asString("");
        return node.path(type.equals("group") || type.equals("dynamiclist") ? "path" : "key")
                .asString("");
    }

    /** What a path such as {@code lines[2].amount} is called: 明细 3 · 金额. */
    String labelOf(String path, boolean english) {
        var table = path.split("\\[", 2);
        var field = fields.get(table[0].split("\\.", 2)[0]);
        if (field == null) {
            return path;
        }
        var name = field.labelIn(english);
        if (table.length == 1) {
            return name;
        }
        var cell = table[1].split("]\\.?", 2);
        var child = cell.length < 2 ? null : field.children().get(cell[1]);
        var row = name + " " + (Integer.parseInt(cell[0]) + 1);
        return child == null ? row : row + " · " + child.labelIn(english);
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
                read(node).forEach((key, field) -> found.put(key, field.hide() == null ? field.hiddenBy(hide) : field));
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
                node.path("label")
                        .asString(node.path("dateLabel")
                                .asString(properties.path("label").asString(key))),
                node.path("validate"),
                text(node.path("conditional"), "hide"),
                values,
                text(properties, "component"),
                text(properties, "source"),
                node.path("multiple").asBoolean(false)
                        || properties.path("multiple").asString("").equals("true"),
                text(node, "subtype"),
                children,
                node);
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
