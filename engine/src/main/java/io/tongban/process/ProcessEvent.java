package io.tongban.process;

import io.tongban.kernel.BusinessEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a request; published inside the transaction. */
public sealed interface ProcessEvent extends BusinessEvent {

    String requestId();

    String processKey();

    record Started(String requestId, String processKey, String applicantId) implements ProcessEvent {
        @Override
        public String name() {
            return "process.started";
        }
    }

    /** Holders are person ids, or {@code role:KEY} for a pool. */
    record TaskAssigned(String requestId, String processKey, String taskId, List<String> holders)
            implements ProcessEvent {
        @Override
        public String name() {
            return "process.task-assigned";
        }
    }

    /** Published before the process moves on; {@code step} is the element id of the task. */
    record TaskClosed(
            String requestId,
            String processKey,
            String taskId,
            String step,
            String action,
            String personId,
            @Nullable String comment)
            implements ProcessEvent {
        @Override
        public String name() {
            return "process.task-closed";
        }
    }

    /** Outcome is a request status: {@code approved rejected completed withdrawn cancelled}. */
    record Ended(String requestId, String processKey, String outcome) implements ProcessEvent {
        @Override
        public String name() {
            return "process.ended";
        }
    }
}
