package io.tongban.process.engine;

import static io.tongban.process.engine.ProcessCheck.property;

import io.tongban.process.engine.Xml.Node;
import java.util.Set;

/** What people read of a process: a name in Chinese, and one in English. */
final class NameCheck {

    private static final Set<String> SHOWN =
            Set.of("process", "userTask", "serviceTask", "sendTask", "businessRuleTask");

    private final ModelFile file;

    NameCheck(ModelFile file) {
        this.file = file;
    }

    void run(Node process) {
        process.all()
                .filter(node -> node.namespace().equals(Vocabulary.BPMN) && SHOWN.contains(node.name()))
                .forEach(this::node);
    }

    private void node(Node node) {
        if (node.attribute("name", "").isBlank()) {
            file.found(Finding.WARNING, node, "name", "it has no name, people would read " + node.label());
        } else if (property(node, "nameEn").isBlank()) {
            file.found(
                    Finding.INFO, node, "english", "“" + node.attribute("name", "") + "” has no English name (nameEn)");
        }
    }
}
