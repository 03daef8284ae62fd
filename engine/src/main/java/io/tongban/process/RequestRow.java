package io.tongban.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is stored; answers are one JSON document.
 *
 * @param suspendedAt since when nobody can act on it, null while it runs
 * @param contentVersion which state of the answers it is; the first is 1
 */
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
        @Nullable String returns,
        @Nullable Instant suspendedAt,
        int contentVersion) {

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
                returns,
                suspendedAt,
                contentVersion);
    }

    /** As a work leaves it. */
    RequestRow after(Work work, String newTitle, String newTitleEn, String document, Instant now) {
        return new RequestRow(
                id,
                number,
                processKey,
                definitionId,
                version,
                instanceId,
                newTitle,
                newTitleEn,
                applicantId,
                departmentId,
                work.status,
                revision + 1,
                document,
                createdAt,
                now,
                endedAt,
                facts,
                work.returns,
                work.suspendedAt,
                work.contentVersion);
    }

    RequestRow ended(Instant now, @Nullable String kept) {
        return new RequestRow(
                id,
                number,
                processKey,
                definitionId,
                version,
                instanceId,
                title,
                titleEn,
                applicantId,
                departmentId,
                status,
                revision,
                answers,
                createdAt,
                updatedAt,
                now,
                kept,
                null,
                null,
                contentVersion);
    }

    /** Digest of what it is about and what became of it. */
    String standing(String salt) {
        return Chain.digest(
                salt, number, processKey, String.valueOf(version), applicantId, departmentId, status, answers);
    }

    boolean suspended() {
        return suspendedAt != null;
    }

    boolean running() {
        return status.equals("running");
    }
}
