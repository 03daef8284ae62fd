package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may stand in a BPMN file at all. Everything that the engine reads is on a list; what is not on it is refused,
 * also elements of foreign namespaces, because the engine looks at local names.
 */
final class Vocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String LEGACY = "http://activiti.org/bpmn";
    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";

    private static final Set<String> ELEMENTS = words("""
            definitions process documentation extensionElements collaboration participant messageFlow laneSet lane
            childLaneSet flowNodeRef startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent
            userTask serviceTask sendTask businessRuleTask receiveTask manualTask task subProcess
            exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway sequenceFlow conditionExpression
            incoming outgoing multiInstanceLoopCharacteristics loopCardinality completionCondition
            timerEventDefinition timeDate timeDuration timeCycle message messageEventDefinition signal
            signalEventDefinition error errorEventDefinition escalation escalationEventDefinition
            terminateEventDefinition textAnnotation text association group category categoryValue
            dataObject dataObjectReference dataStoreReference dataStore
            """);

    private static final Set<String> EXTENSIONS =
            words("properties property inputOutput inputParameter outputParameter failedJobRetryTimeCycle");

    private static final Set<String> ASYNC = Set.of("asyncBefore", "asyncAfter", "exclusive");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "process", Set.of("historyTimeToLive", "versionTag", "isStartableInTasklist"),
            "startEvent", Set.of("formRef", "formRefBinding", "asyncBefore", "asyncAfter", "exclusive"),
            "userTask",
                    Set.of(
                            "formRef",
                            "formRefBinding",
                            "dueDate",
                            "followUpDate",
                            "priority",
                            "asyncBefore",
                            "asyncAfter",
                            "exclusive"),
            "serviceTask", Set.of("delegateExpression", "asyncBefore", "asyncAfter", "exclusive"),
            "sendTask", Set.of("delegateExpression", "asyncBefore", "asyncAfter", "exclusive"),
            "businessRuleTask",
                    Set.of(
                            "decisionRef",
                            "decisionRefBinding",
                            "resultVariable",
                            "mapDecisionResult",
                            "asyncBefore",
                            "asyncAfter",
                            "exclusive"),
            "multiInstanceLoopCharacteristics",
                    Set.of("collection", "elementVariable", "asyncBefore", "asyncAfter", "exclusive"));

    private static final Map<String, String> KNOWN_DANGERS = Map.ofEntries(
            Map.entry("scriptTask", "script"),
            Map.entry("script", "script"),
            Map.entry("executionListener", "listener"),
            Map.entry("taskListener", "listener"),
            Map.entry("connector", "connector"),
            Map.entry("class", "class"),
            Map.entry("expression", "expression"),
            Map.entry("resource", "resource"),
            Map.entry("callActivity", "call"),
            Map.entry("assignee", "assignee"),
            Map.entry("candidateUsers", "assignee"),
            Map.entry("candidateGroups", "assignee"),
            Map.entry("formKey", "form"),
            Map.entry("formData", "form"));

    /** Places whose text or attributes may hold an expression; they are read by the rules for that element. */
    private static final Set<String> EXPRESSION_TEXT =
            Set.of("conditionExpression", "completionCondition", "inputParameter", "outputParameter", "timeDate");

    private static final Set<String> EXPRESSION_ATTRIBUTES =
            Set.of("{" + CAMUNDA + "}delegateExpression", "{" + CAMUNDA + "}collection", "{" + CAMUNDA + "}dueDate");
    private static final Pattern RETRY = Pattern.compile("R\\d{1,2}/P[0-9DTHMS]{2,12}");

    private Vocabulary() {}

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    /** One thing that may not stand there. */
    record Fault(Node node, String rule, String message) {}

    static void check(Node root, Consumer<Fault> faults) {
        if (!root.is(BPMN, "definitions")) {
            faults.accept(new Fault(root, "xml", "the file is no BPMN model"));
            return;
        }
        walk(root, faults);
    }

    private static void walk(Node node, Consumer<Fault> faults) {
        if (node.is(DIAGRAM, "BPMNDiagram")
                && node.parent() != null
                && node.parent().is(BPMN, "definitions")) {
            return;
        }
        element(node, faults);
        node.attributes().forEach((name, value) -> attribute(node, name, value, faults));
        if (hasExpression(node.text())
                && !EXPRESSION_TEXT.contains(node.name())
                && !node.name().equals("text")) {
            faults.accept(new Fault(node, "expression", "an expression is not allowed in <" + node.name() + ">"));
        }
        node.children().forEach(child -> walk(child, faults));
    }

    private static void element(Node node, Consumer<Fault> faults) {
        var extension = within(node, "extensionElements");
        var known = node.namespace().equals(BPMN) && ELEMENTS.contains(node.name()) && !extension
                || node.namespace().equals(CAMUNDA) && EXTENSIONS.contains(node.name()) && extension;
        if (!known) {
            var rule = node.namespace().equals(LEGACY)
                    ? "legacy-namespace"
                    : KNOWN_DANGERS.getOrDefault(node.name(), "element");
            faults.accept(new Fault(node, rule, "<" + node.name() + "> is not allowed in a model"));
        }
        if (node.is(CAMUNDA, "failedJobRetryTimeCycle")
                && !RETRY.matcher(node.text()).matches()) {
            faults.accept(new Fault(node, "timer", "a retry cycle is written like R3/PT10M"));
        }
    }

    private static void attribute(Node node, String name, String value, Consumer<Fault> faults) {
        if (name.startsWith("{" + LEGACY + "}")) {
            faults.accept(new Fault(node, "legacy-namespace", "the namespace " + LEGACY + " is not supported"));
        } else if (name.startsWith("{" + CAMUNDA + "}")) {
            var local = name.substring(CAMUNDA.length() + 2);
            var allowed = ATTRIBUTES.getOrDefault(node.name(), Set.of()).contains(local)
                    || ASYNC.contains(local) && node.name().matches(".*(Gateway|Event)|task|manualTask|subProcess");
            if (!allowed || !node.namespace().equals(BPMN)) {
                faults.accept(new Fault(
                        node,
                        KNOWN_DANGERS.getOrDefault(local, "attribute"),
                        "camunda:" + local + " is not allowed on <" + node.name() + ">"));
            }
            if (ASYNC.contains(local) && !List.of("true", "false").contains(value)) {
                faults.accept(new Fault(node, "attribute", "camunda:" + local + " is true or false"));
            }
        } else if (name.equals("language")) {
            faults.accept(new Fault(node, "script", "conditions are written without a script language"));
        } else if (name.equals("implementation") && !value.startsWith("##")) {
            faults.accept(new Fault(node, "class", "an implementation can not be named"));
        }
        if (hasExpression(value) && !EXPRESSION_ATTRIBUTES.contains(name)) {
            faults.accept(new Fault(node, "expression", "an expression is not allowed in " + plain(name)));
        }
    }

    private static boolean within(Node node, String ancestor) {
        for (var at = node.parent(); at != null; at = at.parent()) {
            if (at.is(BPMN, ancestor)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private static String plain(String name) {
        return name.substring(name.indexOf('}') + 1);
    }
}
