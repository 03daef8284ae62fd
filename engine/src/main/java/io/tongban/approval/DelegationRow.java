package io.tongban.approval;

import io.tongban.process.Approvers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody decides in somebody else's place for a while.
 *
 * @param processes keys with commas, null for every procedure
 * @param most largest amount that the deputy may decide on, null for any
 * @param mostOf answer or fact that is the amount, null for {@code amount} or {@code total}
 * @param stage {@code coming begun standing ended over}
 */
record DelegationRow(
        String id,
        String principalId,
        String deputyId,
        Instant fromAt,
        Instant untilAt,
        @Nullable String processes,
        @Nullable BigDecimal most,
        @Nullable String mostOf,
        @Nullable String reason,
        String setBy,
        Instant setAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        String stage,
        Instant stageAt) {

    /** Keys of the procedures; empty for all of them. */
    Set<String> keys() {
        return processes == null
                ? Set.of()
                : Stream.of(processes.split(",")).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    boolean covers(String process) {
        return processes == null || keys().contains(process);
    }

    /** Whether some procedure is meant by both. */
    boolean meets(DelegationRow other) {
        return processes == null || other.processes == null || keys().stream().anyMatch(other::covers);
    }

    /** A request without an amount is not limited; one whose amount is no number is not for the deputy. */
    boolean within(Approvers.Values field) {
        if (most == null) {
            return true;
        }
        var amount = mostOf != null ? field.get(mostOf) : field.get("amount");
        if (amount == null && mostOf == null) {
            amount = field.get("total");
        }
        try {
            return amount == null || new BigDecimal(amount.toString().strip()).compareTo(most) <= 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    boolean isOver(Instant now) {
        return endedAt != null || !untilAt.isAfter(now);
    }

    boolean hasBegun(Instant now) {
        return !fromAt.isAfter(now);
    }
}
