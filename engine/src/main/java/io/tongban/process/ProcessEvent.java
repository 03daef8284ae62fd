package io.tongban.process;

import io.tongban.kernel.BusinessEvent;
import java.util.List;

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

    record TaskClosed(String requestId, String processKey, String taskId, String action, String personId)
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
