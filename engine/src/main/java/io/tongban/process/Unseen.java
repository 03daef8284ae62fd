package io.tongban.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Takes out what somebody does not see: fields, and columns of tables as {@code lines.amount}. */
final class Unseen {

    private Unseen() {}

    /** The answers without it; the map itself stays as it is. */
    static Map<String, Object> without(Map<String, Object> answers, Set<String> hidden) {
        var seen = new LinkedHashMap<>(answers);
        seen.keySet().removeAll(hidden);
        for (var name : hidden) {
            var dot = name.indexOf('.');
            if (dot > 0 && seen.get(name.substring(0, dot)) instanceof List<?> rows) {
                seen.put(name.substring(0, dot), column(rows, name.substring(dot + 1)));
            }
        }
        return seen;
    }

    private static List<Object> column(List<?> rows, String column) {
        var seen = new ArrayList<Object>();
        for (var row : rows) {
            if (row instanceof Map<?, ?> cells) {
                var left = new LinkedHashMap<Object, Object>(cells);
                left.remove(column);
                seen.add(left);
            } else {
                seen.add(row);
            }
        }
        return seen;
    }

    /** A form without it: neither its name nor what may be chosen in it is sent. */
    static JsonNode without(JsonNode schema, Set<String> hidden) {
        if (hidden.isEmpty()) {
            return schema;
        }
        var seen = schema.deepCopy();
        prune(seen, "", hidden);
        return seen;
    }

    private static void prune(JsonNode parent, String path, Set<String> hidden) {
        if (!(parent.path("components") instanceof ArrayNode parts)) {
            return;
        }
        for (int i = parts.size() - 1; i >= 0; i--) {
            var part = parts.get(i);
            var own = FormSchema.nameOf(part);
            var name = path.isEmpty() || own.isEmpty() ? path + own : path + "." + own;
            if (!own.isEmpty() && hidden.contains(name)) {
                parts.remove(i);
            } else {
                prune(part, name, hidden);
            }
        }
    }

    /** Whether a change of a path such as {@code lines[2].amount} is not to be seen. */
    static boolean hides(Set<String> hidden, String path) {
        var name = path.replaceAll("\\[\\d+]", "");
        var dot = name.indexOf('.');
        return hidden.contains(name) || dot > 0 && hidden.contains(name.substring(0, dot));
    }
}
