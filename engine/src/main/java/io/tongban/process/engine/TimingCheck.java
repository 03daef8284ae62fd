package io.tongban.process.engine;

import io.tongban.calendar.WorkingSpan;
import io.tongban.process.engine.ModelCheck.Known;
import io.tongban.process.engine.Timing.Rung;
import io.tongban.process.engine.Xml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what a model says about working time, goals and ladders makes sense. */
final class TimingCheck {

    /** The order of rungs is looked at with days of this length. */
    private static final int DAY = 8 * 60;

    private static final int MOST_RUNGS = 20;

    private final ModelFile file;
    private final Known known;

    TimingCheck(ModelFile file, Known known) {
        this.file = file;
        this.known = known;
    }

    void process(Node process) {
        goal(process);
    }

    /** {@code first} when it is the applicant's own step. */
    void task(Node task, boolean first) {
        goal(task);
        var due = ProcessCheck.camunda(task, "dueDate");
        var text = ProcessCheck.property(task, "escalation");
        if (text.isBlank()) {
            return;
        }
        if (due == null || !WorkingSpan.isMarked(due)) {
            file.found(
                    task,
                    "escalation",
                    "a ladder is counted from a due date in working time: set camunda:dueDate to working:P2D, for example");
        }
        try {
            ladder(task, first, due, Timing.ladder(text));
        } catch (IllegalArgumentException wrong) {
            file.found(task, "escalation", String.valueOf(wrong.getMessage()));
        }
    }

    private void ladder(Node task, boolean first, @Nullable String due, List<Rung> rungs) {
        if (rungs.size() > MOST_RUNGS) {
            file.found(task, "escalation", "a ladder has at most " + MOST_RUNGS + " rungs");
        }
        var actions = ProcessCheck.words(ProcessCheck.property(task, "actions"));
        for (int i = 0; i < rungs.size(); i++) {
            var rung = rungs.get(i);
            if (i > 0 && rung.minutes(DAY) < rungs.get(i - 1).minutes(DAY)) {
                file.found(task, "escalation", "the rungs are written in the order in which they happen");
            }
            if (rung.decides() && i < rungs.size() - 1) {
                file.found(task, "escalation", "nothing happens after " + rung.deed() + ": it is the last rung");
            }
            if (rung.decides() && (first || "applicant".equals(ProcessCheck.property(task, "approver")))) {
                file.found(task, "escalation", "nobody decides in the applicant's place, also not time");
            }
            if (rung.deed().equals("pass")
                    && !actions.isEmpty()
                    && !actions.contains("approve")
                    && !actions.contains("complete")) {
                file.found(task, "escalation", "pass is for a step that can be approved or completed");
            }
            if (rung.rule() != null && !known.rule().test(rung.rule())) {
                file.found(task, "rule-unknown", "the rule “" + rung.rule() + "” is not understood (escalation)");
            }
            early(task, due, rung);
        }
    }

    private void early(Node task, @Nullable String due, Rung rung) {
        try {
            if (rung.early() != null
                    && due != null
                    && WorkingSpan.isMarked(due)
                    && -rung.minutes(DAY) >= WorkingSpan.marked(due).minutes(DAY)) {
                file.found(task, "escalation", "a reminder before the step has begun reminds nobody");
            }
        } catch (IllegalArgumentException told) {
            // The due date itself is refused where it stands.
            return;
        }
    }

    private void goal(Node node) {
        var goal = ProcessCheck.property(node, "goal");
        if (!goal.isEmpty()) {
            span(node, "goal", goal);
        }
    }

    /** Whether a length of working time can be understood; what is wrong with it is found. */
    void span(Node node, String rule, String text) {
        try {
            if (WorkingSpan.isMarked(text)) {
                WorkingSpan.marked(text);
            } else {
                WorkingSpan.of(text);
            }
        } catch (IllegalArgumentException wrong) {
            file.found(node, rule, String.valueOf(wrong.getMessage()));
        }
    }
}
