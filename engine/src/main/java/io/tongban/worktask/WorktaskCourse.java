package io.tongban.worktask;

import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.process.StepContext;
import io.tongban.worktask.WorktaskSteps.Asked;
import io.tongban.worktask.WorktaskSteps.Moved;
import io.tongban.worktask.WorktaskSteps.Opened;
import io.tongban.worktask.WorktaskSteps.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The course of a task, from agreed to closed, as the procedure moves it on. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WorktaskCourse {

    private final WorktaskMapper rows;
    private final WorktaskLog log;
    private final WorktaskRules rules;
    private final WorktaskDates dates;
    private final WorktaskAcceptance acceptance;
    private final WorktaskDiary diary;
    private final WorktaskNews news;
    private final WorktaskDeputies deputies;
    private final People people;

    WorktaskCourse(
            WorktaskMapper rows,
            WorktaskLog log,
            WorktaskRules rules,
            WorktaskDates dates,
            WorktaskAcceptance acceptance,
            WorktaskDiary diary,
            WorktaskNews news,
            WorktaskDeputies deputies,
            People people) {
        this.rows = rows;
        this.log = log;
        this.rules = rules;
        this.dates = dates;
        this.acceptance = acceptance;
        this.diary = diary;
        this.news = news;
        this.deputies = deputies;
        this.people = people;
    }

    Opened open(Asked asked, StepContext context) {
        var id = context.requestId();
        var creator = context.applicantId();
        var plan = rules.check(asked, creator);
        var now = dates.now();
        var task = new WorktaskRow(
                id,
                context.number(),
                plan.name(),
                plan.goal(),
                creator,
                plan.owner(),
                plan.start(),
                plan.end(),
                dates.due(plan.end()),
                plan.priority(),
                plan.rhythm(),
                Stage.PLANNED,
                0,
                0,
                now,
                null,
                null,
                null,
                null,
                null,
                now,
                now);
        rows.insert(task);
        var people = new LinkedHashMap<String, PersonRow>();
        people.put(creator, PersonRow.of(id, creator).asCreator());
        people.put(
                plan.owner(),
                people.getOrDefault(plan.owner(), PersonRow.of(id, plan.owner()))
                        .asOwner(true));
        plan.participants()
                .forEach(person -> people.put(
                        person,
                        people.getOrDefault(person, PersonRow.of(id, person)).asParticipant(true)));
        plan.acceptors()
                .forEach(person -> people.put(
                        person,
                        people.getOrDefault(person, PersonRow.of(id, person)).asAcceptor(true)));
        people.values().forEach(person -> rows.put(person, task.stage(), task.dueAt()));
        if (!plan.resources().isEmpty()) {
            var needs = new ArrayList<WorktaskLog.Resource>();
            for (var resource : plan.resources()) {
                needs.add(new WorktaskLog.Resource(
                        id, needs.size(), Objects.requireNonNull(resource.kind()), resource.note()));
            }
            log.need(needs);
        }
        diary.files(id, creator, "created", null, asked.attachments() == null ? List.of() : asked.attachments());
        news.enter(task);
        news.tell(
                task,
                plan.participants().stream().filter(p -> !p.equals(creator)).toList(),
                "joined",
                news.name(creator),
                news.name(plan.owner()));
        news.changed(id, people.values());
        return new Opened(plan.owner(), task.dueAt(), dates.remind(plan.end()));
    }

    void cancel(String requestId, String by) {
        var task = rows.lock(requestId);
        if (task == null || task.stage().ended()) {
            return;
        }
        end(task, Stage.CANCELLED);
        diary.note(requestId, by, "cancelled");
        tellEveryone(by, task, "cancelled", news.name(by));
    }

    String handOver(String requestId, String newOwner, @Nullable String reason, String by) {
        var task = locked(requestId);
        var before = rows.person(requestId, task.ownerId());
        if (before != null) {
            // Who had it knows it best and stays with it, unless they have left.
            var stays = before.asOwner(false).asParticipant(people.present(task.ownerId()));
            if (stays.involved()) {
                rows.put(stays, task.stage(), task.dueAt());
            } else {
                rows.forget(requestId, task.ownerId());
            }
        }
        var known = rows.person(requestId, newOwner);
        var next = known == null ? PersonRow.of(requestId, newOwner) : known;
        rows.put(next.asOwner(true).asParticipant(false), task.stage(), task.dueAt());
        rows.owner(requestId, newOwner, dates.now());
        var after = locked(requestId);
        diary.owner(requestId, by, newOwner, reason);
        news.enter(after);
        news.tell(after, List.of(task.ownerId()), "handed-over", news.name(newOwner), news.name(by));
        news.changed(requestId, rows.people(requestId));
        return newOwner;
    }

    Moved moveEnd(String requestId, String newEnd, @Nullable String reason, String by) {
        var end = LocalDate.parse(newEnd);
        var due = dates.due(end);
        var before = locked(requestId);
        rows.end(requestId, end, due, dates.now());
        rows.place(requestId, before.stage(), due);
        var after = locked(requestId);
        diary.end(requestId, by, end, reason);
        news.enter(after);
        tellEveryone(by, after, "end-moved", before.endOn());
        return new Moved(due, dates.remind(end));
    }

    /** Takes a result, or other people to accept the one that is there; answers who is asked to accept it now. */
    List<String> askAcceptance(Result result, String requestId, String by) {
        var task = locked(requestId);
        return task.stage() == Stage.ACCEPTING
                ? replaceAcceptors(
                        task, List.of(String.valueOf(result.newAcceptors()).split(",")), by)
                : submit(result, task, by);
    }

    /** A late result needs words about the delay. */
    private List<String> submit(Result result, WorktaskRow task, String by) {
        var requestId = task.requestId();
        var remedy = result.remedy() == null ? "" : result.remedy().strip();
        if (task.late(dates.now()) && !task.isRemedied()) {
            if (remedy.isEmpty()) {
                throw Problem.refused("kernel:invalid").field("answers.remedy", "worktask:remedy-needed", task.endOn());
            }
            rows.remedy(requestId, task.askedEnd(), dates.now());
            diary.delay(requestId, by, remedy, null);
        }
        rows.progress(requestId, 100, dates.now());
        rows.stage(requestId, Stage.ACCEPTING, task.round() + 1, null, dates.now());
        rows.place(requestId, Stage.ACCEPTING, task.dueAt());
        diary.files(
                requestId,
                by,
                "submitted",
                result.result(),
                result.resultFiles() == null ? List.of() : result.resultFiles());
        news.clear(task);
        var reviewers = acceptance.askAll(locked(requestId));
        news.changed(requestId, rows.people(requestId));
        return reviewers;
    }

    private List<String> replaceAcceptors(WorktaskRow task, List<String> acceptors, String by) {
        var requestId = task.requestId();
        diary.words(requestId, by, "acceptors", String.join(",", acceptors));
        var reviewers = acceptance.replace(task, acceptors);
        news.changed(requestId, rows.people(requestId));
        return reviewers;
    }

    /** Before a result was handed in nobody is asked yet: only the names change. */
    void nameAcceptors(String requestId, List<String> acceptors, String by) {
        diary.words(requestId, by, "acceptors", String.join(",", acceptors));
        acceptance.name(locked(requestId), acceptors);
        news.changed(requestId, rows.people(requestId));
    }

    /** The owner does it again; for one who has left meanwhile, whoever acts as creator. */
    String sendBack(String requestId, String by) {
        var task = locked(requestId);
        rows.stage(requestId, Stage.DOING, task.round(), null, dates.now());
        rows.place(requestId, Stage.DOING, task.dueAt());
        var next = people.present(task.ownerId()) ? null : deputies.creator(task);
        if (next != null) {
            news.tell(task, List.of(next), "owner-left", news.name(task.ownerId()));
            return handOver(requestId, next, null, by);
        }
        news.enter(task);
        news.changed(requestId, rows.people(requestId));
        return task.ownerId();
    }

    void close(String requestId, String by) {
        var task = locked(requestId);
        end(task, Stage.CLOSED);
        diary.note(requestId, by, "closed");
        tellEveryone(by, task, "closed");
    }

    private void end(WorktaskRow task, Stage stage) {
        var now = dates.now();
        rows.stage(task.requestId(), stage, task.round(), now, now);
        rows.place(task.requestId(), stage, now);
        news.clear(task);
    }

    private void tellEveryone(String by, WorktaskRow task, String kind, Object... more) {
        var people = rows.people(task.requestId());
        var told = new LinkedHashSet<String>();
        people.stream().map(PersonRow::personId).forEach(told::add);
        told.remove(by);
        // The procedure itself tells whoever started it how it ended.
        told.remove(task.creatorId());
        news.tell(task, told, kind, more);
        news.changed(task.requestId(), people);
    }

    private WorktaskRow locked(String requestId) {
        var task = rows.lock(requestId);
        if (task == null) {
            throw Problem.notFound();
        }
        return task;
    }
}
