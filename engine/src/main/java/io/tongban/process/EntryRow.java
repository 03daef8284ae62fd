package io.tongban.process;

import io.tongban.kernel.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a request's trail.
 *
 * @param behalfId on whose behalf the person acted
 * @param content digest of the answers that a decision was made on
 * @param contentVersion version of the content after it, null for what the product did by itself
 * @param salt of the digests; null when the words were erased
 * @param stands digest of the request as it stands after the action
 * @param attached ids and hashes of the files that came with the action
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
        @Nullable String content,
        @Nullable Integer contentVersion,
        @Nullable String salt,
        @Nullable String stands,
        @Nullable String attached) {

    /** A deadline has another date; its detail is {@code why|before|after}. */
    static final String DUE_MOVED = "due-moved";

    private static final JsonMapper JSON = JsonMapper.shared();

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
        var salt = Chain.salt();
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
                detail(work),
                once.key(),
                once.digest(),
                result,
                null,
                work.contentVersion,
                salt,
                request.standing(salt),
                attached(work.attached));
    }

    private static @Nullable String detail(Work work) {
        return work.ran.isEmpty()
                        && work.path.isEmpty()
                        && work.undone.isEmpty()
                        && work.changes.isEmpty()
                        && work.seal == null
                ? null
                : new EntryDetail(
                                work.ran,
                                work.path,
                                work.undone.isEmpty() ? null : work.undone,
                                null,
                                work.changes.isEmpty() ? null : work.changes,
                                null,
                                null,
                                work.seal)
                        .text();
    }

    /** The same, with the step that the request was put to. */
    EntryRow to(String step) {
        var known = details();
        return detailed(new EntryDetail(
                known.ran(), known.path(), known.undone(), step, known.changes(), null, null, known.seal()));
    }

    EntryDetail details() {
        return detail == null || !detail.startsWith("{") ? EntryDetail.NONE : JSON.readValue(detail, EntryDetail.class);
    }

    /** Keys of the steps of modules that ran because of this action. */
    List<String> ran() {
        var ran = details().ran();
        return ran == null ? List.of() : ran;
    }

    /** What the product did by itself, beside an action. */
    static EntryRow bySystem(
            Work work,
            String action,
            @Nullable String step,
            @Nullable String taskId,
            @Nullable String detail,
            Instant at) {
        var salt = Chain.salt();
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
                null,
                null,
                salt,
                work.request.standing(salt),
                null);
    }

    /** A timer or an event moved the request. */
    static EntryRow moved(Work work, Instant at) {
        return bySystem(work, "moved", null, null, detail(work), at);
    }

    /**
     * Work changed hands, or kept them, because somebody is away or back.
     *
     * @param action {@code stand-in}, {@code stand-in-over}, or {@code stand-in-kept} when the deputy may not have it
     */
    static EntryRow standIn(Work work, String action, InboxRow row, String principal, String deputy, Instant at) {
        return bySystem(work, action, row.step(), row.taskId(), principal + "|" + deputy, at);
    }

    boolean isStandIn() {
        return action.startsWith("stand-in");
    }

    /** A step was late, and something has happened by itself; its detail is {@code since|person|person}. */
    static EntryRow overdue(Work work, String action, DeadlineRow row, Collection<String> people, Instant at) {
        return bySystem(
                work, "overdue-" + action, row.step(), row.id(), row.dueAt() + "|" + String.join("|", people), at);
    }

    boolean isOverdue() {
        return action.startsWith("overdue-");
    }

    /** Whether earlier steps were asked again because a protected field was changed. */
    boolean asksAgain() {
        return action.equals("asked-again");
    }

    /** People whom the product itself names in a line. */
    List<String> named() {
        if (detail == null || !isStandIn() && !isOverdue() && !action.startsWith("auto-")) {
            return List.of();
        }
        if (isOverdue()) {
            return Stream.of(detail.split("\\|")).skip(1).toList();
        }
        var parts = detail.split("\\|", -1);
        return List.of(parts).subList(0, isStandIn() ? parts.length : Math.min(1, parts.length));
    }

    EntryRow at(Instant moment) {
        return with(moment, behalfId, detail, content, stands, attached);
    }

    EntryRow on(@Nullable String behalf, @Nullable String digestOfContent) {
        return with(at, behalf, detail, digestOfContent, stands, attached);
    }

    EntryRow detailed(EntryDetail more) {
        return about(more.text());
    }

    EntryRow about(String more) {
        return with(at, behalfId, more, content, stands, attached);
    }

    /** With files that came with the line itself. */
    EntryRow with(Map<String, String> hashes) {
        var own = attached(hashes);
        var all = own == null ? attached : attached == null ? own : attached + "\n" + own;
        return with(at, behalfId, detail, content, stands, all);
    }

    /** A line that was made while the work went on: the request stands otherwise by now. */
    EntryRow after(RequestRow request) {
        return with(at, behalfId, detail, content, request.standing(java.util.Objects.requireNonNull(salt)), attached);
    }

    private static @Nullable String attached(Map<String, String> hashes) {
        return hashes.isEmpty()
                ? null
                : hashes.entrySet().stream()
                        .map(file -> file.getKey() + " " + file.getValue())
                        .collect(Collectors.joining("\n"));
    }

    boolean erased() {
        return salt == null;
    }

    private EntryRow with(
            Instant moment,
            @Nullable String behalf,
            @Nullable String more,
            @Nullable String decidedOn,
            @Nullable String standing,
            @Nullable String files) {
        return new EntryRow(
                id,
                requestId,
                moment,
                personId,
                behalf,
                action,
                step,
                taskId,
                text,
                more,
                idempotencyKey,
                digest,
                result,
                decidedOn,
                contentVersion,
                salt,
                standing,
                files);
    }
}
