package io.tongban.process.engine;

import io.tongban.calendar.WorkingSpan;
import io.tongban.process.engine.ModelCheck.Known;
import io.tongban.process.engine.Xml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether everything that a process names exists, and whether it is a process of the kind that requests run on. */
final class ProcessCheck {

    private static final Pattern STEP = Pattern.compile("\\$\\{\\s*steps\\['([a-z0-9.-]{1,100})'\\]\\s*\\}");
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)\\}");
    private static final Set<String> ACTIONS = Set.of(
            "submit",
            "approve",
            "complete",
            "reject",
            "abstain",
            "return",
            "transfer",
            "delegate",
            "consult",
            "add-signers");
    private static final Set<String> OUTCOMES = Set.of("approved", "rejected", "completed", "cancelled");

    private final ModelFile file;
    private final Node root;
    private final Known known;
    private final Map<String, Set<String>> decisions;
    private final FactCheck facts;
    private final DecidingCheck deciding;
    private final TimingCheck timing;
    private final FieldCheck fields;

    /** {@code decisions} holds, by id, the names that the decisions beside this process read. */
    ProcessCheck(ModelFile file, Node root, Known known, Map<String, Set<String>> decisions) {
        this.file = file;
        this.root = root;
        this.known = known;
        this.decisions = decisions;
        this.facts = new FactCheck(file);
        this.deciding = new DecidingCheck(file, root, known, facts);
        this.timing = new TimingCheck(file, known);
        this.fields = new FieldCheck(file, root, known);
    }

    void run() {
        var processes = all("process");
        if (processes.size() != 1) {
            file.found(root, "one-process", "a file holds exactly one process, this one has " + processes.size());
            return;
        }
        var process = processes.get(0);
        header(process);
        facts.declare(process, words(property(process, "facts")));
        all("userTask").forEach(this::userTask);
        all("serviceTask").forEach(this::stepTask);
        all("sendTask").forEach(this::stepTask);
        all("businessRuleTask").forEach(this::decisionTask);
        all("startEvent").forEach(this::formOf);
        all("endEvent").forEach(this::outcome);
        all("intermediateThrowEvent").forEach(this::outcome);
        all("sequenceFlow").forEach(this::flow);
        all("multiInstanceLoopCharacteristics").forEach(deciding::loop);
        root.all().filter(node -> node.namespace().equals(Vocabulary.CAMUNDA)).forEach(this::parameter);
        new Timers(file, facts).check(root);
        new FlowCheck(file, process).run();
        facts.unused(process);
    }

    private void header(Node process) {
        var id = process.attribute("id", "");
        if (!id.equals(file.base())) {
            file.found(process, "file-name", "the file of the process " + id + " is named " + id + ".bpmn");
        }
        if (!process.attribute("isExecutable", "false").equals("true")) {
            file.found(process, "not-executable", "the process is not executable");
        }
        file.historyTimeToLive(process, Vocabulary.CAMUNDA);
        rules(process, "readers", false);
        rules(process, "copies", false);
        for (var who : List.of("starters", "administrators")) {
            rules(process, who, false);
            for (var rule : words(property(process, who))) {
                if (!rule.startsWith("role:")) {
                    file.found(process, "rule-unknown", "only a role can be named in " + who + ", not “" + rule + "”");
                }
            }
        }
        deciding.process(process);
        timing.process(process);
        fields.process(process);
        for (var property : List.of("title", "titleEn")) {
            PLACE.matcher(property(process, property)).results().forEach(place -> facts.touch(Set.of(place.group(1))));
        }
    }

    private void userTask(Node task) {
        if (property(task, "approver").isBlank()) {
            file.found(
                    task, "approver-missing", "the task does not say who holds it: the property approver is missing");
        }
        rules(task, "approver", property(task, "deciding").isEmpty());
        if (!Set.of("pass", "reject").contains(property(task, "nobody"))) {
            rules(task, "nobody", true);
        }
        rules(task, "exclude", false);
        rules(task, "veto", false);
        deciding.task(task);
        timing.task(task, words(property(task, "actions")).contains("submit"));
        for (var action : words(property(task, "actions"))) {
            if (!ACTIONS.contains(action)) {
                file.found(task, "action-unknown", "there is no action " + action);
            }
        }
        for (var names : List.of("actionNames", "actionNamesEn")) {
            for (var pair : property(task, names).split(",")) {
                if (!pair.isBlank() && !ACTIONS.contains(pair.split("=", 2)[0].strip())) {
                    file.found(task, "action-unknown", names + " names an unknown action: " + pair.strip());
                }
            }
        }
        if (!Set.of("", "continue", "end").contains(property(task, "reject"))) {
            file.found(task, "reject", "reject is end (default) or continue");
        }
        for (var need : Models.NEEDS) {
            if (!Set.of("", "required").contains(property(task, need))) {
                file.found(task, "need", need + " is required, or left out");
            }
        }
        formOf(task);
        fields.task(task);
        for (var date : List.of("dueDate", "followUpDate")) {
            var value = camunda(task, date);
            if (value != null && date.equals("dueDate") && WorkingSpan.isMarked(value)) {
                timing.span(task, "timer", value);
            } else if (value != null
                    && !(date.equals("dueDate") && facts.date(task, value))
                    && !Timers.dateOrDuration(value)) {
                file.found(
                        task,
                        Vocabulary.hasExpression(value) ? "expression" : "timer",
                        date + " is an ISO date or duration, a fact such as ${dueAt}, or working time, working:P2D");
            }
        }
        var priority = camunda(task, "priority");
        if (priority != null && !priority.matches("\\d{1,3}")) {
            file.found(task, "attribute", "priority is a number");
        }
    }

    private void formOf(Node node) {
        var form = camunda(node, "formRef");
        if (form == null) {
            return;
        }
        if (!file.beside().contains(form + ".form")) {
            file.found(node, "form-unknown", "there is no form " + form + " beside the process");
        }
        if (!"deployment".equals(camunda(node, "formRefBinding"))) {
            file.found(node, "binding", "a form is bound with camunda:formRefBinding=\"deployment\"");
        }
    }

    private void stepTask(Node task) {
        var expression = camunda(task, "delegateExpression");
        if (expression == null) {
            file.found(task, "step-missing", "the task names no step");
            return;
        }
        var step = STEP.matcher(expression);
        if (!step.matches()) {
            file.found(task, "expression", "a step is named ${steps['module.step']} and nothing else");
        } else if (!known.steps().containsKey(step.group(1))) {
            file.found(task, "step-unknown", "there is no step " + step.group(1));
        } else {
            facts.touch(known.steps().getOrDefault(step.group(1), Set.of()));
        }
    }

    private void decisionTask(Node task) {
        var decision = camunda(task, "decisionRef");
        var reads = decision == null ? null : decisions.get(decision);
        if (reads == null) {
            file.found(task, "decision-unknown", "there is no decision " + decision + " beside the process");
        } else {
            facts.touch(reads);
            reads.stream()
                    .filter(name -> !facts.has(name))
                    .forEach(name ->
                            file.found(task, "fact-unknown", "the decision reads " + name + ", which is no fact"));
        }
        if (!"deployment".equals(camunda(task, "decisionRefBinding"))) {
            file.found(task, "binding", "a decision is bound with camunda:decisionRefBinding=\"deployment\"");
        }
        facts.use(task, camunda(task, "resultVariable"), "the result of the decision");
        if (!"singleEntry".equals(camunda(task, "mapDecisionResult"))) {
            file.found(
                    task, "decision-result", "a decision gives one value: camunda:mapDecisionResult=\"singleEntry\"");
        }
    }

    private void outcome(Node event) {
        var outcome = property(event, "outcome");
        if (!outcome.isEmpty() && !OUTCOMES.contains(outcome)) {
            file.found(event, "outcome", "an outcome is approved, rejected, completed or cancelled, not " + outcome);
        }
    }

    private void flow(Node flow) {
        flow.children().stream()
                .filter(child -> child.name().equals("conditionExpression"))
                .forEach(condition -> facts.expression(condition, Set.of()));
    }

    private void parameter(Node parameter) {
        var input = parameter.name().equals("inputParameter");
        if (!input && !parameter.name().equals("outputParameter")) {
            return;
        }
        var name = parameter.attribute("name", "");
        if (!FactCheck.isName(name)) {
            file.found(parameter, "fact-name", "“" + name + "” can not be the name of a parameter");
        } else if (!input) {
            facts.use(parameter, name, "an output");
        }
        if (Vocabulary.hasExpression(parameter.text())) {
            facts.expression(parameter, Set.of());
        }
    }

    private void rules(Node node, String property, boolean single) {
        var text = property(node, property);
        var rules = single ? text.isEmpty() ? List.<String>of() : List.of(text) : words(text);
        for (var named : rules) {
            // A vote may weigh its members: head*2.
            var rule = single ? named : named.replaceFirst("\\*[1-9]\\d?$", "");
            if (rule.equals("none") || !known.rule().test(rule)) {
                file.found(node, "rule-unknown", "the rule “" + rule + "” is not understood (" + property + ")");
            }
            deciding.reads(node, rule);
        }
    }

    private List<Node> all(String name) {
        return root.all().filter(node -> node.is(Vocabulary.BPMN, name)).toList();
    }

    static @Nullable String camunda(Node node, String name) {
        return node.attribute("{" + Vocabulary.CAMUNDA + "}" + name);
    }

    static List<String> words(String text) {
        var words = new ArrayList<>(List.of(text.split("[,\\s]+")));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** As the engine's reader: the first property of that name in the element's own extensions. */
    static String property(Node node, String name) {
        return properties(node).getOrDefault(name, "");
    }

    static Map<String, String> properties(Node node) {
        var found = new LinkedHashMap<String, String>();
        node.children().stream()
                .filter(child -> child.is(Vocabulary.BPMN, "extensionElements"))
                .flatMap(child -> child.children().stream())
                .filter(child -> child.is(Vocabulary.CAMUNDA, "properties"))
                .flatMap(child -> child.children().stream())
                .filter(child -> child.is(Vocabulary.CAMUNDA, "property"))
                .forEach(child -> found.putIfAbsent(child.attribute("name", ""), child.attribute("value", "")));
        return found;
    }
}
