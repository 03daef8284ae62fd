package io.tongban.process.engine;

import io.tongban.calendar.WorkingSpan;
import java.time.Period;
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
 * @param outcomes request status by id of an end event, or of a throw event that settles the request on its way
 * @param timers name of the fact that a timer waits for, by element id
 * @param starters rules {@code role:KEY} of those who may start it; empty for everybody
 * @param administrators rules {@code role:KEY} of those who look after its requests, beside the administrators of all
 * @param runs step key by service task id
 * @param repeated when somebody who approved already is not asked again: {@code off}, {@code consecutive} or
 *     {@code anywhere}
 * @param revocable how long after its approval the applicant may revoke a request, null for never
 * @param branches which steps lie on which parallel branch
 * @param names what nodes and flows are called, by element id
 * @param ways the ways out of gateways that choose, by id of the flow
 * @param several ids of what the model does several times at once or one after the other
 * @param workingTimers ids of what waits for a length of working time
 * @param goal how much working time a request should take from its submission to its end, null for any
 * @param guarded protected fields: when one is changed, those who have approved something else are asked again
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
        List<String> starters,
        List<String> administrators,
        @Nullable String form,
        @Nullable String firstStep,
        Map<String, UserStep> steps,
        Map<String, String> outcomes,
        Map<String, String> timers,
        Map<String, String> runs,
        String repeated,
        @Nullable Period revocable,
        Branches branches,
        Map<String, Label> names,
        Map<String, Way> ways,
        Set<String> several,
        @Nullable WorkingSpan goal,
        Set<String> workingTimers,
        Set<String> guarded) {

    /**
     * A way out of a gateway that chooses.
     *
     * @param condition as the model writes it; null for the way that is left when nothing else holds
     * @param reads facts that the conditions of the gateway read
     */
    public record Way(String gateway, @Nullable String condition, Set<String> reads) {}

    /** A text in Chinese and English; English falls back to Chinese. */
    public record Label(String zh, String en) {

        public String in(java.util.Locale locale) {
            return locale.getLanguage().equals("en") ? en : zh;
        }
    }

    /**
     * One user task: rules, allowed actions and field rights.
     *
     * @param actionNames what an action is called here, by action
     * @param goesOn whether the process goes on when the task is rejected
     * @param form null for the request's own form
     * @param dueFact name of the fact that says when it is due, null when nothing or the model says so
     * @param vote how several people decide, null when whoever acts first does
     * @param own what happens when a rule finds the applicant: {@code leader}, {@code allow}, {@code skip}, {@code head}
     * @param exclude rules of people who do not decide here
     * @param returnTo earlier steps that it may be returned to, null for all
     * @param needs what a decision must bring: {@code signature}, {@code opinion}, {@code evidence}
     * @param timing how long it may take, and what happens when it takes longer
     * @param unmasked fields that its holder sees as a whole, though most people see a part of them
     */
    public record UserStep(
            String id,
            Label name,
            String approver,
            @Nullable String nobody,
            Set<String> actions,
            Map<String, Label> actionNames,
            boolean goesOn,
            Set<String> write,
            Set<String> hidden,
            Set<String> required,
            @Nullable String form,
            @Nullable String dueFact,
            @Nullable Vote vote,
            String own,
            List<String> exclude,
            @Nullable Set<String> returnTo,
            Set<String> needs,
            Timing timing,
            Set<String> unmasked) {

        /** The rules that say who holds it; several are asked together. */
        public List<String> approvers() {
            return List.of(approver.split("\\s+"));
        }

        /** Whether it is work for its holder, who may be the applicant, not a decision about somebody else's request. */
        public boolean isWork() {
            return approver.equals("applicant") || approver.startsWith("holder:") || own.equals("allow");
        }
    }

    /**
     * How several people decide.
     *
     * @param way deciding way such as {@code all} or {@code ratio:60}
     * @param quorum how many have to take part, null for any number
     * @param veto rules of people whose rejection alone rejects
     */
    public record Vote(String way, @Nullable String quorum, List<String> veto) {}

    public UserStep step(String id) {
        var step = steps.get(id);
        if (step == null) {
            throw new IllegalArgumentException("No user task " + id + " in " + definitionId);
        }
        return step;
    }
}
