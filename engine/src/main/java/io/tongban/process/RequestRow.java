package io.tongban.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request as it is stored; answers are one JSON document. */
record RequestRow(
        String id,
        String number,
        String processKey,
        String definitionId,
        int version,
        String instanceId,
        String title,
        String titleEn,
        String applicantId,
        @Nullable String departmentId,
        String status,
        int revision,
        String answers,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable String facts,
        @Nullable String returns) {

    RequestRow startedAs(String instance) {
        return new RequestRow(
                id,
                number,
                processKey,
                definitionId,
                version,
                instance,
                title,
                titleEn,
                applicantId,
                departmentId,
                status,
                revision,
                answers,
                createdAt,
                updatedAt,
                endedAt,
                facts,
                returns);
    }

    boolean running() {
        return status.equals("running");
    }
}
