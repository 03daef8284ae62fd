package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be said about models that break no rule: whether they come to an end, leave out a case, lack a name. */
public final class ModelProof {

    /**
     * What a file is.
     *
     * @param key id of the process, decision or form in it; null when it says none
     * @param refusal why it is no such file at all; null when it is one
     */
    public record Described(@Nullable String key, @Nullable Finding refusal) {}

    /** A task of people. */
    public record Task(
            String id,
            int line,
            String name,
            String approver,
            @Nullable String nobody,
            String own,
            List<String> exclude) {}

    /** What a process says of itself; the properties are those of its own extensions. */
    public record About(String name, String documentation, Map<String, String> properties) {}

    private ModelProof() {}

    /** Proves files that {@link ModelCheck} has nothing against. */
    public static List<Finding> prove(Map<String, byte[]> files) {
        var findings = new ArrayList<Finding>();
        new TreeMap<>(files).forEach((name, bytes) -> {
            var file = new ModelFile(name, files.keySet(), findings);
            var root = name.endsWith(".form") ? null : read(bytes);
            if (root != null && name.endsWith(".dmn")) {
                new TableCheck(file).run(root);
            } else if (root != null) {
                root.all()
                        .filter(node -> node.is(Vocabulary.BPMN, "process"))
                        .limit(1)
                        .forEach(process -> {
                            new Soundness(file, process).run();
                            new NameCheck(file).run(process);
                        });
            }
        });
        return findings;
    }

    /** A BPMN or DMN file, however wrong its content is. */
    public static Described describe(String name, byte[] bytes) {
        try {
            var root = Xml.read(bytes);
            var isBpmn = name.endsWith(".bpmn");
            if (!root.name().equals("definitions") || root.namespace().contains("/BPMN/") != isBpmn) {
                return new Described(
                        null,
                        new Finding(
                                name,
                                root.label(),
                                root.line(),
                                "xml",
                                isBpmn ? "the file is no BPMN model" : "the file is no DMN decision"));
            }
            var kind = isBpmn ? "process" : "decision";
            return new Described(
                    root.all()
                            .filter(node -> node.name().equals(kind)
                                    && !node.attribute("id", "").isEmpty())
                            .map(node -> node.attribute("id", ""))
                            .findFirst()
                            .orElse(null),
                    null);
        } catch (Xml.Unreadable e) {
            return new Described(null, new Finding(name, "", e.line, e.rule, String.valueOf(e.getMessage())));
        }
    }

    /** The user tasks of a model in the order in which they stand in it. */
    public static List<Task> tasks(byte[] model) {
        var root = read(model);
        return root == null
                ? List.of()
                : root.all()
                        .filter(node -> node.is(Vocabulary.BPMN, "userTask") && node.attribute("id") != null)
                        .map(ModelProof::task)
                        .toList();
    }

    /** Null when there is no process in it. */
    public static @Nullable About about(byte[] model) {
        var root = read(model);
        return root == null
                ? null
                : root.all()
                        .filter(node -> node.is(Vocabulary.BPMN, "process"))
                        .findFirst()
                        .map(process -> new About(
                                process.attribute("name", process.label()),
                                process.children().stream()
                                        .filter(child -> child.name().equals("documentation"))
                                        .findFirst()
                                        .map(Node::text)
                                        .orElse(""),
                                ProcessCheck.properties(process)))
                        .orElse(null);
    }

    /** Messages that a model waits for, with what the place that waits is called. */
    public static Map<String, String> messages(byte[] model) {
        var root = read(model);
        var found = new TreeMap<String, String>();
        if (root != null) {
            root.all()
                    .filter(node -> node.is(Vocabulary.BPMN, "message"))
                    .forEach(message -> found.put(
                            message.attribute("name", ""),
                            root.all()
                                    .filter(node -> message.attribute("id", "").equals(node.attribute("messageRef")))
                                    .map(node -> node.parent() == null
                                            ? ""
                                            : node.parent().attribute("name", ""))
                                    .filter(name -> !name.isBlank())
                                    .findFirst()
                                    .orElse(message.attribute("name", ""))));
        }
        return found;
    }

    private static Task task(Node node) {
        var nobody = ProcessCheck.property(node, "nobody");
        var own = ProcessCheck.property(node, "own");
        return new Task(
                node.attribute("id", ""),
                node.line(),
                node.attribute("name", node.label()),
                ProcessCheck.property(node, "approver"),
                nobody.isEmpty() ? null : nobody,
                own.isEmpty() ? "leader" : own,
                ProcessCheck.words(ProcessCheck.property(node, "exclude")));
    }

    /** Null when it can not be read. */
    private static @Nullable Node read(byte[] bytes) {
        try {
            return Xml.read(bytes);
        } catch (Xml.Unreadable e) {
            return null;
        }
    }
}
