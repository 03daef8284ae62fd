package io.tongban.process;

import io.tongban.kernel.Problem;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Models;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
