package io.tongban.process;

import io.tongban.kernel.Problem;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import io.tongban.process.engine.Models;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Forms of deployed models; a request keeps the form of the version it began with. */
@Component
class Forms {

    private final Models models;
    private final JsonMapper json;
    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

    Forms(Models models, JsonMapper json) {
        this.models = models;
        this.json = json;
    }

    /** The form that holds a request's answers. */
    FormSchema of(Model model) {
        if (model.form() == null) {
            throw Problem.notFound();
        }
        return named(model, model.form());
    }

    /** The form of one step: its own, else the request's. */
    FormSchema of(Model model, UserStep step) {
        return step.form() == null ? of(model) : named(model, step.form());
    }

    /** What the step's holder may write; null for everything in the form. */
    @Nullable
    Set<String> writable(Model model, UserStep step) {
        var own = step.form() != null && step.write().isEmpty();
        return own || step.id().equals(model.firstStep()) ? null : step.write();
    }

    /** What a deed brings under the name of an answer corrects it, null takes it out. */
    void correct(Work work, Map<String, ? extends @Nullable Object> facts) {
        if (work.model.form() == null) {
            return;
        }
        var fields = of(work.model).fields().keySet();
        facts.forEach((name, value) -> {
            if (fields.contains(name) && value == null) {
                work.answers.remove(name);
            } else if (fields.contains(name)) {
                work.answers.put(name, value);
            }
        });
    }

    private FormSchema named(Model model, String form) {
        return schemas.computeIfAbsent(model.deploymentId() + "/" + form, key -> {
            var bytes = models.resource(model.deploymentId(), form + ".form");
            if (bytes == null) {
                throw new IllegalStateException("No form " + form + " beside " + model.definitionId());
            }
            return new FormSchema(json.readTree(bytes));
        });
    }
}
