package io.tongban.worktask;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.process.Requests;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people do with a task on its page: report, explain a delay, hand it to somebody else, move its end. */
@Service
public class Worktasks {

    private static final int LONGEST = 2_000;

    private final WorktaskMapper rows;
    private final WorktaskReaders readers;
    private final WorktaskCourse course;
    private final WorktaskRules rules;
    private final WorktaskDates dates;
    private final WorktaskDiary diary;
    private final WorktaskNews news;
    private final WorktaskDeputies deputies;
    private final Requests requests;
    private final People people;
    private final Attempts attempts;

    Worktasks(
            WorktaskMapper rows,
            WorktaskReaders readers,
            WorktaskCourse course,
            WorktaskRules rules,
            WorktaskDates dates,
            WorktaskDiary diary,
            WorktaskNews news,
            WorktaskDeputies deputies,
            Requests requests,
            People people,
            Attempts attempts) {
        this.rows = rows;
        this.readers = readers;
        this.course = course;
        this.rules = rules;
        this.dates = dates;
        this.diary = diary;
        this.news = news;
        this.deputies = deputies;
        this.requests = requests;
        this.people = people;
        this.attempts = attempts;
    }

    /** The owner begins. */
    public void begin(Actor actor, String id) {
        require(actor, id, task -> deputies.isOwner(actor, task));
        change(id, task -> {
            if (task.stage() == Stage.PLANNED) {
                rows.stage(id, Stage.DOING, task.round(), null, dates.now());
                rows.place(id, Stage.DOING, task.dueAt());
            }
        });
    }

    /**
     * A line in the log: how far the owner is, or a remark of anybody who has to do with the task.
     *
     * @param progress percent, only by the owner; null for a remark
     * @param day the day that is spoken of, today by default
     */
    public void report(
            Actor actor, String id, @Nullable Integer progress, @Nullable String words, @Nullable LocalDate day) {
        require(
                actor,
                id,
                task -> progress == null && (rows.person(id, actor.id()) != null || deputies.isCreator(actor, task))
                        || deputies.isOwner(actor, task));
        if (progress != null && (progress < 0 || progress > 100)) {
            throw WorktaskRules.refused("progress", "worktask:progress-range");
        }
        if (progress == null && (words == null || words.isBlank())) {
            throw WorktaskRules.refused("words", "worktask:words-missing");
        }
        checkLength(words, "words");
        var on = day == null ? dates.today() : day;
        change(id, task -> {
            if (on.isAfter(dates.today()) || on.isBefore(task.startOn().minusYears(1))) {
                throw WorktaskRules.refused("day", "worktask:day-of-report");
            }
            if (progress != null) {
                requireWorking(task);
            }
            diary.progress(id, actor.id(), on, progress, words);
            if (progress != null) {
                rows.progress(id, progress, dates.now());
                if (task.stage() == Stage.PLANNED && progress > 0) {
                    rows.stage(id, Stage.DOING, task.round(), null, dates.now());
                    rows.place(id, Stage.DOING, task.dueAt());
                }
            }
        });
    }

    /** The owner says why the task is late and what is done about it; the creator and the owner's leader learn of it. */
    public void explain(Actor actor, String id, String remedy, @Nullable LocalDate wantedEnd) {
        require(actor, id, task -> deputies.isOwner(actor, task));
        if (remedy.isBlank()) {
            throw WorktaskRules.refused("remedy", "worktask:remedy-missing");
        }
        checkLength(remedy, "remedy");
        change(id, task -> {
            requireWorking(task);
            if (wantedEnd != null && !wantedEnd.isAfter(task.endOn())) {
                throw WorktaskRules.refused("end", "worktask:wanted-end-not-later");
            }
            rows.remedy(id, wantedEnd, dates.now());
            diary.delay(id, actor.id(), remedy, wantedEnd);
            var told = new LinkedHashSet<String>();
            told.addAll(deputies.creators(task));
            people.leader(task.ownerId()).ifPresent(told::add);
            told.remove(actor.id());
            news.tell(
                    task,
                    told,
                    wantedEnd == null ? "delayed" : "delayed-until",
                    actor.name(),
                    remedy.strip(),
                    wantedEnd == null ? "" : wantedEnd);
        });
    }

    /** The creator gives the task to somebody else; the work already done stays with it. */
    public void handOver(Actor actor, String id, @Nullable String newOwner, @Nullable String reason) {
        var task = require(actor, id, one -> deputies.isCreator(actor, one));
        requireWorking(task);
        var next = rules.present(newOwner, "owner");
        if (next.equals(task.ownerId())) {
            throw WorktaskRules.refused("owner", "worktask:same-owner");
        }
        if (rows.people(id).stream().anyMatch(p -> p.acceptor() && p.personId().equals(next))) {
            throw WorktaskRules.refused("owner", "worktask:acceptor-is-owner");
        }
        signal(actor, id, "owner-replaced", Map.of("newOwner", next), reason);
    }

    /** The creator moves the last day; every reminder moves with it. */
    public void moveEnd(Actor actor, String id, @Nullable LocalDate end, @Nullable String reason) {
        var task = require(actor, id, one -> deputies.isCreator(actor, one));
        requireWorking(task);
        if (end == null) {
            throw WorktaskRules.refused("end", "worktask:end-missing");
        }
        if (end.isBefore(dates.today()) || end.isBefore(task.startOn())) {
            throw WorktaskRules.refused("end", "worktask:end-passed");
        }
        if (end.equals(task.endOn())) {
            throw WorktaskRules.refused("end", "worktask:same-end");
        }
        signal(actor, id, "end-moved", Map.of("newEnd", end.toString()), reason);
    }

    /** The creator names others to accept, also while it is being accepted. */
    public void replaceAcceptors(Actor actor, String id, List<String> acceptors, @Nullable String reason) {
        require(actor, id, one -> deputies.isCreator(actor, one));
        checkLength(reason, "reason");
        var named = rules.acceptors(acceptors, "acceptors");
        attempts.run(() -> {
            // Whoever hands in meanwhile waits, or has handed in: the stage that is read next stays.
            requests.hold(id);
            var task = require(actor, id, one -> deputies.isCreator(actor, one));
            rules.checkAcceptors(named, task.ownerId(), "acceptors");
            if (task.stage() == Stage.ACCEPTING) {
                signal(actor, id, "acceptors-replaced", Map.of("newAcceptors", String.join(",", named)), reason);
            } else {
                change(id, now -> course.nameAcceptors(id, named, actor.id()));
            }
        });
    }

    private void signal(Actor actor, String id, String deed, Map<String, Object> facts, @Nullable String reason) {
        checkLength(reason, "reason");
        var said = reason == null ? "" : reason.strip();
        var all = new java.util.LinkedHashMap<>(facts);
        all.put("reason", said);
        requests.signal(actor, id, "worktask." + deed, all, said.isEmpty() ? null : said);
    }

    /** 404 for whom the task does not exist, 403 for whoever may read it and no more. */
    private WorktaskRow require(Actor actor, String id, Predicate<WorktaskRow> allowed) {
        var task = readers.readable(actor, id);
        if (task == null) {
            throw Problem.notFound();
        }
        if (!allowed.test(task)) {
            throw Problem.forbidden();
        }
        return task;
    }

    /** Changes a task that has not ended, one after the other. */
    private void change(String id, Consumer<WorktaskRow> deed) {
        attempts.run(() -> {
            var task = rows.lock(id);
            if (task == null) {
                throw Problem.notFound();
            }
            if (task.stage().ended()) {
                throw Problem.conflict("worktask:ended-" + task.stage().key());
            }
            deed.accept(task);
            news.changed(id, rows.people(id));
        });
    }

    private static void requireWorking(WorktaskRow task) {
        if (!task.stage().working()) {
            throw Problem.conflict(
                    task.stage() == Stage.ACCEPTING
                            ? "worktask:being-accepted"
                            : "worktask:ended-" + task.stage().key());
        }
    }

    private static void checkLength(@Nullable String text, String field) {
        if (text != null && text.codePointCount(0, text.length()) > LONGEST) {
            throw Problem.refused("kernel:invalid").field(field, "worktask:too-long", LONGEST);
        }
    }
}
