package io.tongban.process;

import io.tongban.process.engine.ModelCheck;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Refuses to deploy files that name what does not exist, or that try what a model may not. */
@Component
class Wiring {

    private final Steps steps;
    private final Approvers approvers;
    private final Answers answers;
    private final JsonMapper json;

    Wiring(Steps steps, Approvers approvers, Answers answers, JsonMapper json) {
        this.steps = steps;
        this.approvers = approvers;
        this.answers = answers;
        this.json = json;
    }

    void check(String module, Map<String, byte[]> files) {
        var faults = new ArrayList<String>();
        files.forEach((name, bytes) -> {
            if (name.endsWith(".form")) {
                form(name, bytes, faults);
            }
        });
        faults.addAll(ModelCheck.check(files, steps.keys(), approvers::understands));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Module " + module + " can not be deployed: " + String.join("; ", faults));
        }
    }

    private void form(String name, byte[] bytes, ArrayList<String> faults) {
        try {
            var schema = new FormSchema(json.readTree(bytes));
            schema.faults().forEach(f -> faults.add(name + ": " + f));
            schema.fields().values().stream()
                    .filter(f -> f.source() != null && !answers.sources().contains(f.source()))
                    .forEach(f -> faults.add(name + ": unknown source " + f.source()));
        } catch (JacksonException e) {
            faults.add(name + ": " + e.getOriginalMessage());
        }
    }
}
