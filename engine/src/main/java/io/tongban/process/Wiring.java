package io.tongban.process;

import io.tongban.process.engine.Feel;
import io.tongban.process.engine.ModelCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses to deploy files that name what does not exist, or that try what a model may not. */
@Component
class Wiring {

    private static final int MAX_FORM = 1024 * 1024;

    private final Steps steps;
    private final Approvers approvers;
    private final Deciding deciding;
    private final Answers answers;
    private final JsonMapper json;

    Wiring(Steps steps, Approvers approvers, Deciding deciding, Answers answers, JsonMapper json) {
        this.steps = steps;
        this.approvers = approvers;
        this.deciding = deciding;
        this.answers = answers;
        this.json = json;
    }

    void check(String module, Map<String, byte[]> files) {
        var faults = new ArrayList<String>();
        var forms = new HashMap<String, Set<String>>();
        files.forEach((name, bytes) -> {
            if (name.endsWith(".form")) {
                forms.put(name.replace(".form", ""), form(name, bytes, faults));
            }
        });
        ModelCheck.check(
                        files,
                        new ModelCheck.Known(
                                steps.names(),
                                forms,
                                approvers::understands,
                                deciding::understands,
                                deciding::understandsQuorum))
                .forEach(finding -> faults.add(finding.toString()));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Module " + module + " can not be deployed: " + String.join("; ", faults));
        }
    }

    private Set<String> form(String name, byte[] bytes, ArrayList<String> faults) {
        if (bytes.length > MAX_FORM) {
            faults.add(name + ": the form is larger than 1 MB");
            return Set.of();
        }
        try {
            var tree = json.readTree(bytes);
            if (!name.equals(tree.path("id").asString("") + ".form")) {
                faults.add(name + ": a form has the name of its file as its id");
            }
            if (!plain(tree)) {
                faults.add(name + ": functions, loops and more than 2000 characters are not allowed in conditions");
            }
            var schema = new FormSchema(tree);
            schema.faults().forEach(f -> faults.add(name + ": " + f));
            schema.fields().values().stream()
                    .filter(f -> f.source() != null && !answers.sources().contains(f.source()))
                    .forEach(f -> faults.add(name + ": unknown source " + f.source()));
            return schema.names();
        } catch (JacksonException e) {
            faults.add(name + ": " + e.getOriginalMessage());
            return Set.of();
        }
    }

    /** Expressions begin with an equals sign, wherever they stand. */
    private static boolean plain(JsonNode node) {
        if (node.isString()) {
            return !node.asString().startsWith("=") || Feel.isPlain(node.asString());
        }
        for (var child : node) {
            if (!plain(child)) {
                return false;
            }
        }
        return true;
    }
}
