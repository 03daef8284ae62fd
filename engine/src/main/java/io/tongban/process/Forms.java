package io.tongban.process;

import io.tongban.kernel.Problem;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import io.tongban.process.engine.Models;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /** The request's form, and those of steps that have one of their own. */
    Set<FormSchema> all(Model model) {
        var all = new LinkedHashSet<FormSchema>();
        all.add(of(model));
        model.steps().values().stream().filter(step -> step.form() != null).forEach(step -> all.add(of(model, step)));
        return all;
    }

    /** The form of one step: its own, else the request's. */
    FormSchema of(Model model, UserStep step) {
        return step.form() == null ? of(model) : named(model, step.form());
    }

    /** What the step's holder may do with the fields of its form. */
    Rights rights(Model model, UserStep step) {
        var whole = step.form() != null || step.id().equals(model.firstStep());
        return Rights.of(of(model, step), step, whole);
    }

    /** What the applicant may do when the request is submitted. */
    Rights rights(Model model) {
        return model.firstStep() == null ? Rights.ALL : rights(model, model.step(model.firstStep()));
    }

    /** What a deed brings under the name of an answer corrects it, null takes it out. */
    void correct(Work work, Map<String, ? extends @Nullable Object> facts) {
        if (work.model.form() == null) {
            return;
        }
        var fields = of(work.model).fields().keySet();
        var before = new LinkedHashMap<>(work.answers);
        facts.forEach((name, value) -> {
            if (fields.contains(name) && value == null) {
                work.answers.remove(name);
            } else if (fields.contains(name)) {
                work.answers.put(name, value);
            }
        });
        work.changed(ContentChanges.of(before, work.answers));
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
