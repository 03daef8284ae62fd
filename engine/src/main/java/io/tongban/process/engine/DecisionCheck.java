package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file with one decision in FEEL, without functions of its own and without loops. */
final class DecisionCheck {

    private static final Set<String> NAMESPACES = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final String DIAGRAM = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final Set<String> ELEMENTS =
            Stream.of("""
            definitions decision description extensionElements variable question allowedAnswers decisionTable
            input inputExpression inputValues output outputValues defaultOutputEntry rule inputEntry outputEntry
            annotation annotationEntry text literalExpression inputData informationRequirement requiredInput
            knowledgeSource authorityRequirement requiredAuthority textAnnotation association sourceRef targetRef
            """.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ATTRIBUTES = Set.of("historyTimeToLive", "versionTag", "inputVariable");
    private static final Pattern LANGUAGE =
            Pattern.compile("(?i)feel|https?://www\\.omg\\.org/spec/(FEEL/20140401|DMN/(20180521|20191111)/FEEL/?)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

    private final ModelFile file;
    private final Node root;

    DecisionCheck(ModelFile file, Node root) {
        this.file = file;
        this.root = root;
    }

    /** Checks the file and answers the names that its inputs read. */
    Set<String> run() {
        if (!root.name().equals("definitions") || !NAMESPACES.contains(root.namespace())) {
            file.found(root, "xml", "the file is no DMN decision");
            return Set.of();
        }
        walk(root);
        var decisions =
                root.all().filter(node -> node.name().equals("decision")).toList();
        if (decisions.size() != 1) {
            file.found(root, "one-decision", "a file holds exactly one decision, this one has " + decisions.size());
            return Set.of();
        }
        var decision = decisions.get(0);
        if (!decision.attribute("id", "").equals(file.base())) {
            file.found(decision, "file-name", "the file of a decision has its id as its name");
        }
        file.historyTimeToLive(decision, CAMUNDA);
        return inputs();
    }

    private void walk(Node node) {
        if (node.is(DIAGRAM, "DMNDI")) {
            return;
        }
        if (!node.namespace().equals(root.namespace()) || !ELEMENTS.contains(node.name())) {
            file.found(node, "element", "<" + node.name() + "> is not allowed in a decision");
        }
        node.attributes().forEach((name, value) -> {
            if (name.equals("expressionLanguage") && !LANGUAGE.matcher(value).matches()) {
                file.found(node, "script", "decisions are written in FEEL, not in " + value);
            } else if (name.startsWith("{" + CAMUNDA + "}")
                    && !ATTRIBUTES.contains(name.substring(CAMUNDA.length() + 2))) {
                file.found(node, "attribute", name.substring(name.indexOf('}') + 1) + " is not allowed");
            }
        });
        if (node.name().equals("text")) {
            feel(node);
        }
        node.children().forEach(this::walk);
    }

    private void feel(Node node) {
        if (!Feel.isPlain(node.text())) {
            file.found(node, "feel", "functions, loops and more than 2000 characters are not allowed in decisions");
        }
    }

    private Set<String> inputs() {
        var names = new LinkedHashSet<String>();
        root.all().filter(node -> node.name().equals("inputExpression")).forEach(input -> {
            var text = input.children().stream()
                    .filter(child -> child.name().equals("text"))
                    .map(Node::text)
                    .findFirst()
                    .orElse("");
            if (NAME.matcher(text).matches()) {
                names.add(text);
            } else {
                file.found(input, "input", "an input of a decision is the name of a fact, not “" + text + "”");
            }
        });
        return names;
    }
}
