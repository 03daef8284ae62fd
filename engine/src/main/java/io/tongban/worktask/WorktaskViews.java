package io.tongban.worktask;

import io.tongban.file.Files;
import io.tongban.file.StoredFile;
import io.tongban.kernel.Actor;
import io.tongban.kernel.OneOf;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.process.Tasks;
import io.tongban.worktask.WorktaskLog.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks as pages show them; a page reads everything at once, never row by row. */
@Component
@Transactional(readOnly = true)
class WorktaskViews {

    record Acceptor(
            Who person,

            @Nullable @OneOf({"waiting", "accepted", "refused"})
            String answer,

            @Nullable Who standsFor,
            boolean away) {}

    record Need(String kind, @Nullable String note) {}

    record Result(Instant at, Who by, @Nullable String words, List<StoredFile> files) {}

    /**
     * A task on its page.
     *
     * @param askedEnd the last day that the owner asks for
     * @param nextReport the day of the owner's next report
     * @param acting who acts as creator in place of one who has left
     * @param task what waits for the reader in the inbox
     * @param actions what the reader may do
     */
    record Detail(
            WorktaskItem item,
            String goal,
            Who creator,
            @Nullable Who acting,
            Instant due,
            String rhythm,
            @Nullable LocalDate askedEnd,
            @Nullable LocalDate nextReport,
            Instant createdAt,
            List<Who> participants,
            List<Acceptor> acceptors,
            List<Need> resources,
            List<StoredFile> attachments,
            @Nullable Result result,
            @Nullable String task,
            Set<String> actions) {}

    record Line(
            String id,
            Instant at,
            LocalDate day,
            @Nullable Who person,
            String kind,
            @Nullable Integer progress,
            @Nullable String words,
            @Nullable LocalDate newEnd,
            List<Who> people,
            List<StoredFile> files) {}

    private final WorktaskMapper rows;
    private final WorktaskLog log;
    private final WorktaskReaders readers;
    private final WorktaskDates dates;
    private final WorktaskAcceptance acceptance;
    private final WorktaskDeputies deputies;
    private final People people;
    private final Files files;
    private final Tasks tasks;

    WorktaskViews(
            WorktaskMapper rows,
            WorktaskLog log,
            WorktaskReaders readers,
            WorktaskDates dates,
            WorktaskAcceptance acceptance,
            WorktaskDeputies deputies,
            People people,
            Files files,
            Tasks tasks) {
        this.rows = rows;
        this.log = log;
        this.readers = readers;
        this.dates = dates;
        this.acceptance = acceptance;
        this.deputies = deputies;
        this.people = people;
        this.files = files;
        this.tasks = tasks;
    }

    Detail detail(Actor actor, String id) {
        var task = known(actor, id);
        var involved = rows.people(id);
        var ids = new LinkedHashSet<>(List.of(task.ownerId(), task.creatorId()));
        var acting = deputies.creator(task);
        if (acting != null) {
            ids.add(acting);
        }
        involved.forEach(person -> ids.add(person.personId()));
        var created = log.last(id, "created");
        var submitted = log.last(id, "submitted");
        if (submitted != null) {
            ids.add(submitted.personId());
        }
        var names = people.byIds(ids);
        var acceptors = involved.stream().filter(PersonRow::acceptor).toList();
        var away = task.stage().ended()
                ? Set.<String>of()
                : acceptance.away(acceptors.stream().map(PersonRow::personId).toList());
        var mine = involved.stream()
                .filter(person -> person.personId().equals(actor.id()))
                .findFirst()
                .orElse(null);
        var stored = files.byIds(Set.copyOf(fileIds(created, submitted)));
        return new Detail(
                WorktaskItem.of(task, mine, names, dates.now()),
                task.goal(),
                Who.of(names, task.creatorId()),
                acting == null || acting.equals(task.creatorId()) ? null : Who.of(names, acting),
                task.dueAt(),
                task.rhythm(),
                task.askedEnd(),
                dates.nextReport(task),
                task.createdAt(),
                involved.stream()
                        .filter(PersonRow::participant)
                        .map(person -> Who.of(names, person.personId()))
                        .toList(),
                acceptors.stream()
                        .map(person -> new Acceptor(
                                Who.of(names, person.personId()),
                                person.answer(),
                                person.standsFor() == null ? null : Who.of(names, person.standsFor()),
                                away.contains(person.personId())))
                        .toList(),
                log.resources(id).stream()
                        .map(one -> new Need(one.kind(), one.note()))
                        .toList(),
                stored(stored, created),
                submitted == null
                        ? null
                        : new Result(
                                submitted.at(),
                                Who.of(names, submitted.personId()),
                                submitted.words(),
                                stored(stored, submitted)),
                task.stage().ended() ? null : waiting(actor, id),
                actions(actor, task, mine));
    }

    Page<Line> log(Actor actor, String id, @Nullable String before, int limit) {
        known(actor, id);
        var page = Page.of(log.log(id, before, limit + 1), limit, Entry::id);
        var ids = new LinkedHashSet<String>();
        for (var entry : page.items()) {
            ids.add(entry.personId());
            ids.addAll(others(entry));
        }
        var names = people.byIds(ids);
        var stored = files.byIds(
                page.items().stream().flatMap(entry -> entry.fileIds().stream()).collect(Collectors.toSet()));
        return page.map(entry -> new Line(
                entry.id(),
                entry.at(),
                entry.onDay(),
                names.containsKey(entry.personId()) ? Who.of(names, entry.personId()) : null,
                entry.kind(),
                entry.progress(),
                entry.kind().equals("acceptors") ? null : entry.words(),
                entry.newEnd(),
                others(entry).stream().map(other -> Who.of(names, other)).toList(),
                stored(stored, entry)));
    }

    private @Nullable String waiting(Actor actor, String id) {
        return tasks.open(id).stream()
                .filter(open -> open.people().contains(actor.id()))
                .map(Tasks.Open::taskId)
                .findFirst()
                .orElse(null);
    }

    private Set<String> actions(Actor actor, WorktaskRow task, @Nullable PersonRow mine) {
        var actions = new LinkedHashSet<String>();
        var creator = !task.stage().ended() && deputies.isCreator(actor, task);
        if (task.stage().ended() || mine == null && !creator) {
            return actions;
        }
        actions.add("note");
        if (task.stage().working() && deputies.isOwner(actor, task)) {
            actions.addAll(List.of("report", "delay"));
            if (task.stage() == Stage.PLANNED) {
                actions.add("begin");
            }
        }
        if (creator) {
            if (task.stage().working()) {
                actions.addAll(List.of("hand-over", "move-end"));
            }
            actions.addAll(List.of("acceptors", "cancel"));
        }
        return actions;
    }

    private WorktaskRow known(Actor actor, String id) {
        var task = readers.readable(actor, id);
        if (task == null) {
            throw Problem.notFound();
        }
        return task;
    }

    private static List<String> others(Entry entry) {
        if (entry.kind().equals("acceptors") && entry.words() != null) {
            return List.of(entry.words().split(","));
        }
        return entry.otherId() == null ? List.of() : List.of(entry.otherId());
    }

    private static List<String> fileIds(@Nullable Entry... entries) {
        var ids = new ArrayList<String>();
        for (var entry : entries) {
            if (entry != null) {
                ids.addAll(entry.fileIds());
            }
        }
        return ids;
    }

    private static List<StoredFile> stored(Map<String, StoredFile> known, @Nullable Entry entry) {
        return entry == null
                ? List.of()
                : entry.fileIds().stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
