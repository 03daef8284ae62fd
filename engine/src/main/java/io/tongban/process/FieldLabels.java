package io.tongban.process;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the fields of a form are called, by path; cells of tables with the name of their table. */
final class FieldLabels {

    private FieldLabels() {}

    static Map<String, String> of(FormSchema form, Locale locale) {
        var labels = new LinkedHashMap<String, String>();
        read(form.json(), "", "", locale, labels);
        return labels;
    }

    private static void read(JsonNode parent, String path, String label, Locale locale, Map<String, String> labels) {
        for (JsonNode node : parent.path("components")) {
            var list = node.path("type").asString("").equals("dynamiclist");
            var group = node.path("type").asString("").equals("group");
            var name = node.path(list || group ? "path" : "key").asString("");
            var own = label(node, name, locale);
            var words = label.isEmpty() ? own : label + " · " + own;
            if (!name.isEmpty()) {
                labels.put(path + name, words);
            }
            var inside = name.isEmpty() ? path : path + name + ".";
            read(node, inside, list ? words : label, locale, labels);
        }
    }

    /** A moment is called after its time, as on the page. */
    private static String dated(JsonNode node, String name) {
        var first = node.path("subtype").asString("").equals("datetime") ? "timeLabel" : "dateLabel";
        return node.path(first).asString(node.path("dateLabel").asString(name));
    }

    private static String label(JsonNode node, String name, Locale locale) {
        var english = locale.getLanguage().equals("en")
                ? node.path("properties").path("labelEn").asString("")
                : "";
        return english.isEmpty() ? node.path("label").asString(dated(node, name)) : english;
    }
}
