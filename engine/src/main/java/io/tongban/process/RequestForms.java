package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.process.engine.Models;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Checks answers that a module is given on a page of its own, as the procedure checks them when it is submitted. */
@Service
public class RequestForms {

    private final Requests requests;
    private final Models models;
    private final Forms forms;
    private final Answers answers;

    RequestForms(Requests requests, Models models, Forms forms, Answers answers) {
        this.requests = requests;
        this.models = models;
        this.forms = forms;
        this.answers = answers;
    }

    /**
     * Answers for a request that is still to be submitted.
     *
     * @throws Problem 422 with every fault at once
     */
    public Map<String, Object> check(Actor actor, String processKey, Map<String, Object> given) {
        var model = requests.model(processKey);
        return answers.merge(actor, forms.of(model), Map.of(), given, forms.rights(model));
    }

    /**
     * Answers that take the place of those of a request, as {@link Requests#signal} wants them: every field of its form,
     * null for one that was left empty.
     *
     * @throws Problem 422 with every fault at once
     */
    public Map<String, @Nullable Object> replace(Actor actor, String requestId, Map<String, Object> given) {
        var model = models.of(requests.row(requestId).definitionId());
        var form = forms.of(model);
        var rights = forms.rights(model);
        var merged = answers.merge(actor, form, Map.of(), given, rights);
        var all = new LinkedHashMap<String, @Nullable Object>();
        form.fields().keySet().stream()
                .filter(field -> !rights.hides(field))
                .forEach(field -> all.put(field, merged.get(field)));
        return all;
    }
}
