package io.tongban.process.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the engine tells and asks the process module, always inside the running transaction. */
public interface EngineSpi {

    /** A task as it is created; {@code reads} gives facts. */
    record NewTask(
            String taskId,
            String requestId,
            String definitionId,
            String step,
            @Nullable Instant due,
            Facts facts) {}

    /** Reads a fact of the running process, null when there is none. */
    @FunctionalInterface
    interface Facts {
        @Nullable
        Object get(String name);
    }

    /**
     * Who gets a task.
     *
     * @param decision set when it is done in the same moment, and what gateways then read
     */
    record Assignment(
            List<String> people,
            @Nullable String role,
            @Nullable String decision) {

        public static Assignment done(String decision) {
            return new Assignment(List.of(), null, decision);
        }
    }

    /** A step about to run. */
    record StepRun(String step, String requestId, String definitionId, Map<String, Object> inputs, Facts facts) {}

    Assignment taskCreated(NewTask task);

    /** The engine closed the task without anybody completing it (its scope ended). */
    void taskGone(String taskId, String requestId);

    /** A task that was made then has come to its end, whatever way. */
    void taskOver(String taskId, String requestId, String definitionId, String step, Instant since);

    /** Runs a step and answers what it returned, by name. */
    Map<String, Object> run(StepRun run);

    /** A gateway chose a way. */
    void took(String requestId, String flow, Facts facts);

    /**
     * A decision table was asked.
     *
     * @param element the business rule task
     * @param rules ids of the rules that matched
     * @param inputs what its inputs read, by name
     */
    void decided(String requestId, String element, String decision, List<String> rules, Map<String, Object> inputs);

    /** A token reached an end event of the process. */
    void reached(String requestId, String endEvent);

    /** A token passed a throw event. */
    void passed(String requestId, String throwEvent);

    /** A task that is open got another due date. */
    void dueMoved(String requestId, String taskId, Instant due);

    /** A message reached the process, whatever follows from it. */
    void received(String requestId);

    /** Nothing is left to run; {@code facts} can still be read. */
    void ended(String requestId, Facts facts);
}
