package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The facts that a process declares, and which of them it reads or sets. */
final class FactCheck {

    static final Set<String> COUNTERS =
            Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");
    private static final Pattern DATE = Pattern.compile("\\$\\{\\s*([A-Za-z][A-Za-z0-9]{0,63})\\s*\\}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

    private final ModelFile file;
    private final Set<String> declared = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();

    FactCheck(ModelFile file) {
        this.file = file;
    }

    void declare(Node process, Collection<String> names) {
        for (var name : names) {
            if (isName(name) && !COUNTERS.contains(name)) {
                declared.add(name);
            } else {
                file.found(process, "fact-name", "“" + name + "” can not be the name of a fact");
            }
        }
    }

    /** Letters and digits, and nothing that the expression language or the engine means by it. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !Condition.RESERVED.contains(name);
    }

    boolean has(String name) {
        return declared.contains(name);
    }

    /** Something may read these; whether they are facts does not matter. */
    void touch(Collection<String> names) {
        used.addAll(names);
    }

    /** A place that must name a fact. */
    void use(Node node, @Nullable String name, String where) {
        if (name == null || !declared.contains(name)) {
            file.found(node, "fact-unknown", where + " names " + name + ", which is not declared as a fact");
        } else {
            used.add(name);
        }
    }

    /** Whether the text is the name of a fact in braces, {@code ${endsAt}}; the fact must be declared. */
    boolean date(Node node, String text) {
        var fact = DATE.matcher(text.strip());
        if (!fact.matches()) {
            return false;
        }
        use(node, fact.group(1), "the date");
        return true;
    }

    /** An expression over facts, {@code decision} and the names given. */
    void expression(Node node, Set<String> more) {
        try {
            for (var name : Condition.names(node.text())) {
                if (!name.equals("decision") && !more.contains(name)) {
                    use(node, name, "the expression");
                }
            }
        } catch (Condition.Refused e) {
            file.found(node, "expression", String.valueOf(e.getMessage()));
        }
    }

    void unused(Node process) {
        declared.stream()
                .filter(fact -> !used.contains(fact))
                .forEach(fact -> file.found(
                        process, "fact-unused", "the fact " + fact + " is declared and nothing reads or sets it"));
    }
}
