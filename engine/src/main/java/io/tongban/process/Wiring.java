package io.tongban.process;

import io.tongban.process.engine.Feel;
import io.tongban.process.engine.Finding;
import io.tongban.process.engine.ModelCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        var faults = findings(files);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Module " + module + " can not be deployed: "
                    + faults.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        }
    }

    /** What speaks against deploying these files together. */
    List<Finding> findings(Map<String, byte[]> files) {
        var faults = new ArrayList<Finding>();
        var forms = new HashMap<String, Set<String>>();
        files.forEach((name, bytes) -> {
            if (name.endsWith(".form")) {
                forms.put(name.replace(".form", ""), form(name, bytes, faults));
            }
        });
        faults.addAll(ModelCheck.check(
                files,
                new ModelCheck.Known(
                        steps.names(),
                        forms,
                        approvers::understands,
                        deciding::understands,
                        deciding::understandsQuorum)));
        return faults;
    }

    private Set<String> form(String name, byte[] bytes, List<Finding> faults) {
        if (bytes.length > MAX_FORM) {
            faults.add(new Finding(name, "", 1, "too-large", "the form is larger than 1 MB"));
            return Set.of();
        }
        try {
            var tree = json.readTree(bytes);
            if (!name.equals(tree.path("id").asString("") + ".form")) {
                faults.add(new Finding(name, "", 1, "file-name", "a form has the name of its file as its id"));
            }
            if (!plain(tree)) {
                faults.add(new Finding(
                        name,
                        "",
                        1,
                        "feel",
                        "functions, loops and more than 2000 characters are not allowed in conditions"));
            }
            var schema = new FormSchema(tree);
            schema.faults()
                    .forEach(key -> faults.add(new Finding(
                            name,
                            key,
                            1,
                            "form-key",
                            key.equals("components")
                                    ? "the form has no list of components"
                                    : "“" + key + "” can not be the key of a field")));
            schema.fields().values().stream()
                    .filter(f -> f.source() != null && !answers.sources().contains(f.source()))
                    .forEach(f -> faults.add(
                            new Finding(name, f.key(), 1, "source-unknown", "unknown source " + f.source())));
            return schema.names();
        } catch (JacksonException e) {
            faults.add(unreadable(name, e));
            return Set.of();
        }
    }

    static Finding unreadable(String name, JacksonException e) {
        var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        return new Finding(name, "", line, "json", "the file is not well-formed JSON: " + e.getOriginalMessage());
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
