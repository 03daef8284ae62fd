package io.tongban.process.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the product reads from a deployed BPMN model, once per version.
 *
 * @param facts names of the variables the model declares
 * @param firstStep id of the task that the applicant fills in
 * @param steps user tasks by element id
 * @param outcomes request status by end event id
 * @param runs step key by service task id
 */
public record Model(
        String definitionId,
        String deploymentId,
        String key,
        int version,
        Label name,
        Label description,
        Label title,
        String category,
        Label categoryName,
        String icon,
        String numberPrefix,
        Set<String> facts,
        List<String> readers,
        List<String> copies,
        @Nullable String form,
        @Nullable String firstStep,
        Map<String, UserStep> steps,
        Map<String, String> outcomes,
        Map<String, String> runs) {

    /** A text in Chinese and English; English falls back to Chinese. */
    public record Label(String zh, String en) {

        public String in(java.util.Locale locale) {
            return locale.getLanguage().equals("en") ? en : zh;
        }
    }

    /** One user task: rules, allowed actions and field rights; {@code form} is null for the request's own form. */
    public record UserStep(
            String id,
            Label name,
            String approver,
            @Nullable String nobody,
            Set<String> actions,
            Set<String> write,
            Set<String> hidden,
            Set<String> required,
            @Nullable String form) {}

    public UserStep step(String id) {
        var step = steps.get(id);
        if (step == null) {
            throw new IllegalArgumentException("No user task " + id + " in " + definitionId);
        }
        return step;
    }
}
