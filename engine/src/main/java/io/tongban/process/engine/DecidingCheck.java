package io.tongban.process.engine;

import static io.tongban.process.engine.ProcessCheck.camunda;
import static io.tongban.process.engine.ProcessCheck.property;
import static io.tongban.process.engine.ProcessCheck.words;

import io.tongban.process.engine.ModelCheck.Known;
import io.tongban.process.engine.Xml.Node;
import java.util.Set;
import java.util.regex.Pattern;

/** What a model says about how people decide: deciding ways, repeated and own approvals, where it may go back to. */
final class DecidingCheck {

    private static final Set<String> REPEATED = Set.of("", "off", "consecutive", "anywhere");
    private static final Set<String> OWN = Set.of("", "leader", "allow", "skip", "head");
    private static final Set<String> PLACES = Set.of("none", "applicant", "previous");

    private static final Pattern READS = Pattern.compile(
            "(?:random:)?(?:decision:(?<fact>.+)|(?:field|holder|head-of|members-of):(?<value>.+)|step:(?<step>.+))");

    private final ModelFile file;
    private final Node root;
    private final Known known;
    private final FactCheck facts;

    DecidingCheck(ModelFile file, Node root, Known known, FactCheck facts) {
        this.file = file;
        this.root = root;
        this.known = known;
        this.facts = facts;
    }

    void process(Node process) {
        if (!REPEATED.contains(property(process, "repeated"))) {
            file.found(process, "repeated", "repeated is off (default), consecutive or anywhere");
        }
        var revoke = property(process, "revoke");
        if (!revoke.isEmpty() && !revoke.matches("P[1-9]\\d{0,2}[DWM]")) {
            file.found(process, "revoke", "revoke says how long, such as P7D");
        }
    }

    void task(Node task) {
        vote(task);
        if (!OWN.contains(property(task, "own"))) {
            file.found(task, "own", "own is leader (default), allow, skip or head");
        }
        for (var step : words(property(task, "returnTo"))) {
            if (!PLACES.contains(step) && root.all().noneMatch(node -> isTask(node, step))) {
                file.found(task, "step-unknown", "returnTo names " + step + ", which is no user task");
            }
        }
    }

    /** What a rule reads: a fact, an answer or a fact, or who decided at a step. */
    void reads(Node node, String rule) {
        var reads = READS.matcher(rule);
        if (!reads.matches()) {
            return;
        }
        var step = reads.group("step");
        if (reads.group("fact") != null) {
            facts.use(node, reads.group("fact"), "the rule " + rule);
        } else if (reads.group("value") != null) {
            facts.touch(Set.of(reads.group("value")));
        } else if (root.all().noneMatch(other -> isTask(other, step))) {
            file.found(node, "step-unknown", "the rule " + rule + " names " + step + ", which is no user task");
        }
    }

    private static boolean isTask(Node node, String id) {
        return node.is(Vocabulary.BPMN, "userTask") && id.equals(node.attribute("id"));
    }

    private void vote(Node task) {
        var way = property(task, "deciding");
        var quorum = property(task, "quorum");
        if (way.isEmpty()) {
            if (!quorum.isEmpty() || !property(task, "veto").isEmpty()) {
                file.found(task, "deciding", "a quorum or veto needs a deciding way");
            }
            if (words(property(task, "actions")).contains("abstain")) {
                file.found(task, "deciding", "whoever decides alone can not abstain");
            }
            return;
        }
        if (!known.way().test(way)) {
            file.found(
                    task,
                    "deciding",
                    "“" + way + "” is no deciding way: all, any, in-order, ratio:60, count:3 or weight:60");
        }
        if (task.children().stream().anyMatch(child -> child.is(Vocabulary.BPMN, "multiInstanceLoopCharacteristics"))) {
            file.found(task, "deciding", "a task with a deciding way is one task; it is not repeated as well");
        }
        if (!quorum.isEmpty() && !known.quorum().test(quorum)) {
            file.found(task, "deciding", "a quorum is a number or percent, such as 3 or 50%");
        }
    }

    /** A task of the engine for each of a list. */
    void loop(Node loop) {
        var collection = camunda(loop, "collection");
        if (collection != null) {
            var name = collection.startsWith("${") && collection.endsWith("}")
                    ? collection.substring(2, collection.length() - 1).strip()
                    : collection;
            facts.use(loop, name, "the collection");
        }
        var element = camunda(loop, "elementVariable");
        if (element != null && (!FactCheck.isName(element))) {
            file.found(loop, "fact-name", "“" + element + "” can not be the name of a variable");
        }
        for (var child : loop.children()) {
            if (child.name().equals("completionCondition")) {
                facts.expression(child, FactCheck.COUNTERS);
            } else if (child.name().equals("loopCardinality") && !child.text().matches("[1-9]\\d{0,2}")) {
                file.found(loop, "loop", "a number of repetitions is a number up to 999");
            }
        }
    }
}
