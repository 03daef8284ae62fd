package io.tongban.process.engine;

import io.tongban.calendar.WorkingSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may take, and what happens by itself when it is not done. All of it is working time.
 *
 * @param due until when it is to be done, null where the model does not say so in working time
 * @param goal how long it should take, for the numbers; null for none
 * @param rungs the escalation ladder in its order
 */
public record Timing(@Nullable WorkingSpan due, @Nullable WorkingSpan goal, List<Rung> rungs) {

    public static final Timing NONE = new Timing(null, null, List.of());

    /**
     * One rung of a ladder.
     *
     * @param early how long before it is due, null for then or later
     * @param late how long after it was due, null for right then or before
     * @param deed {@code remind}, {@code remind-leader}, {@code transfer}, {@code pass} or {@code reject}
     * @param rule whom to transfer it to, null for the leader of whoever has it
     */
    public record Rung(
            @Nullable WorkingSpan early,
            @Nullable WorkingSpan late,
            String deed,
            @Nullable String rule) {

        /** Working minutes after it was due; less than none for before. */
        public int minutes(int minutesPerDay) {
            return late != null ? late.minutes(minutesPerDay) : early != null ? -early.minutes(minutesPerDay) : 0;
        }

        /** Whether it decides the step. */
        public boolean decides() {
            return deed.equals("pass") || deed.equals("reject");
        }
    }

    static final Set<String> DEEDS = Set.of("remind", "remind-leader", "transfer", "pass", "reject");

    private static final Pattern RUNG = Pattern.compile("(-?)(\\S+)\\s+([a-z-]+)(?:\\*(\\d+))?(?:=(\\S+))?");
    private static final Set<String> AT_ONCE = Set.of("P0D", "PT0H", "PT0M");
    private static final int MOST_TIMES = 9;

    /** Whether anything about its time is said. */
    public boolean isTimed() {
        return due != null || goal != null;
    }

    /** How long it should take: its goal, else until it is due. */
    public @Nullable WorkingSpan aim() {
        return goal == null ? due : goal;
    }

    /** Elements that wait for a length of working time. */
    static Set<String> timers(BpmnModelInstance xml) {
        return xml.getModelElementsByType(TimeDuration.class).stream()
                .filter(duration ->
                        WorkingSpan.isMarked(duration.getTextContent().strip()))
                .map(duration -> duration.getParentElement().getParentElement())
                .filter(BaseElement.class::isInstance)
                .map(event -> ((BaseElement) event).getId())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads a ladder: {@code -PT2H remind, PT0H remind, PT4H remind*3, P1D remind-leader, P2D transfer=head, P5D reject}.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with it
     */
    static List<Rung> ladder(String text) {
        var rungs = new ArrayList<Rung>();
        for (var part : text.split(",")) {
            if (!part.isBlank()) {
                read(part.strip(), rungs);
            }
        }
        return List.copyOf(rungs);
    }

    private static void read(String text, List<Rung> rungs) {
        var found = RUNG.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "“" + text + "” is no rung: say when after the due date and what, as in P1D remind-leader");
        }
        var deed = found.group(3);
        var times = found.group(4) == null ? 1 : Integer.parseInt(found.group(4).substring(0, 1));
        if (!DEEDS.contains(deed)) {
            throw new IllegalArgumentException("“" + deed
                    + "” is nothing that happens by itself: say remind, remind-leader, transfer, pass or reject");
        }
        if (found.group(5) != null && !deed.equals("transfer")) {
            throw new IllegalArgumentException("only transfer names a rule, not “" + text + "”");
        }
        if (found.group(4) != null
                && (!deed.equals("remind") || times < 2 || found.group(4).length() > 1)) {
            throw new IllegalArgumentException(
                    "only remind happens several times, at most " + MOST_TIMES + ", not “" + text + "”");
        }
        var early = !found.group(1).isEmpty();
        if (AT_ONCE.contains(found.group(2))) {
            if (times > 1) {
                throw new IllegalArgumentException("“" + text + "” does not say how long lies between the reminders");
            }
            rungs.add(new Rung(null, null, deed, found.group(5)));
            return;
        }
        var by = WorkingSpan.of(found.group(2));
        if (early && !deed.equals("remind") || early && times > 1) {
            throw new IllegalArgumentException(
                    "before it is due a step is only reminded of, once a rung, not “" + text + "”");
        }
        for (int i = 1; i <= times; i++) {
            rungs.add(new Rung(early ? by : null, early ? null : by.times(i), deed, found.group(5)));
        }
    }
}
