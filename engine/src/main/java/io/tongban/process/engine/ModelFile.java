package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One file under check, with the names of the files beside it and where findings go. */
record ModelFile(String name, Set<String> beside, List<Finding> findings) {

    private static final Pattern DAYS = Pattern.compile("P?[1-9]\\d{0,4}D?");

    /** The name without its ending: id of the process or decision. */
    String base() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    void found(Node node, String rule, String message) {
        findings.add(new Finding(name, node.label(), node.line(), rule, message));
    }

    void found(String severity, Node node, String rule, String message) {
        findings.add(new Finding(severity, name, node.label(), node.line(), rule, message));
    }

    void historyTimeToLive(Node node, String namespace) {
        var days = node.attribute("{" + namespace + "}historyTimeToLive", "");
        if (!DAYS.matcher(days).matches()) {
            found(node, "history", "it does not say how long its history is kept: historyTimeToLive, such as P365D");
        }
    }
}
