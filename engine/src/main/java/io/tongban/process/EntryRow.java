package io.tongban.process;

import io.tongban.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a request's trail.
 *
 * @param behalfId on whose behalf the person acted
 * @param content digest of the answers that a decision was made on
 */
record EntryRow(
        String id,
        String requestId,
        Instant at,
        String personId,
        @Nullable String behalfId,
        String action,
        @Nullable String step,
        @Nullable String taskId,
        @Nullable String text,
        @Nullable String detail,
        @Nullable String idempotencyKey,
        @Nullable String digest,
        @Nullable String result,
        @Nullable String content) {

    private static final Pattern RAN = Pattern.compile("\"ran\":\\[([^\\]]+)]");

    /** What an action wrote; {@code taskResult} is {@code status|revision} of its task. */
    static EntryRow of(
            Work work,
            String action,
            @Nullable String step,
            @Nullable String taskId,
            @Nullable String text,
            Actions.Once once,
            @Nullable String taskResult) {
        var request = work.request;
        var result = (taskResult == null ? "|" : taskResult) + "|" + request.status() + "|" + request.revision();
        return new EntryRow(
                work.entryId,
                request.id(),
                request.updatedAt(),
                work.actor.id(),
                null,
                action,
                step,
                taskId,
                text == null || text.isBlank() ? null : text.strip(),
                work.ran.isEmpty() ? null : detail("ran", work.ran),
                once.key(),
                once.digest(),
                result,
                null);
    }

    /** Keys of steps as a small document. */
    static String detail(String name, List<String> keys) {
        return "{\"" + name + "\":[" + keys.stream().map(key -> '"' + key + '"').collect(Collectors.joining(","))
                + "]}";
    }

    /** Keys of the steps of modules that ran because of this action. */
    List<String> ran() {
        var known = detail == null ? null : RAN.matcher(detail);
        return known == null || !known.find()
                ? List.of()
                : Stream.of(known.group(1).split(","))
                        .map(key -> key.replace("\"", ""))
                        .toList();
    }

    /** What the product did by itself, beside an action. */
    static EntryRow bySystem(
            Work work,
            String action,
            @Nullable String step,
            @Nullable String taskId,
            @Nullable String detail,
            Instant at) {
        return new EntryRow(
                Ids.next(),
                work.request.id(),
                at,
                "system",
                null,
                action,
                step,
                taskId,
                null,
                detail,
                null,
                null,
                null,
                null);
    }

    EntryRow at(Instant moment) {
        return new EntryRow(
                id,
                requestId,
                moment,
                personId,
                behalfId,
                action,
                step,
                taskId,
                text,
                detail,
                idempotencyKey,
                digest,
                result,
                content);
    }

    EntryRow on(@Nullable String behalf, @Nullable String digestOfContent) {
        return new EntryRow(
                id,
                requestId,
                at,
                personId,
                behalf,
                action,
                step,
                taskId,
                text,
                detail,
                idempotencyKey,
                digest,
                result,
                digestOfContent);
    }

    EntryRow detailed(@Nullable String more) {
        return new EntryRow(
                id,
                requestId,
                at,
                personId,
                behalfId,
                action,
                step,
                taskId,
                text,
                more,
                idempotencyKey,
                digest,
                result,
                content);
    }
}
