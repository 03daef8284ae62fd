package io.tongban.worktask;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Texts;
import io.tongban.org.OrgEvent;
import io.tongban.process.Requests;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tasks of whoever leaves go on: what they gave others is looked after by their leader, what they owned goes to whoever
 * acts as its creator, who can name a new owner. A result that is being accepted is judged first.
 */
@Component
class WorktaskLeavers {

    /** Before the process hands on what is still in the inbox of whoever left. */
    static final int FIRST = 0;

    private final WorktaskMapper rows;
    private final WorktaskDeputies deputies;
    private final WorktaskDiary diary;
    private final WorktaskNews news;
    private final Requests requests;
    private final Texts texts;

    WorktaskLeavers(
            WorktaskMapper rows,
            WorktaskDeputies deputies,
            WorktaskDiary diary,
            WorktaskNews news,
            Requests requests,
            Texts texts) {
        this.rows = rows;
        this.deputies = deputies;
        this.diary = diary;
        this.news = news;
        this.requests = requests;
        this.texts = texts;
    }

    @EventListener
    @Order(FIRST)
    @Transactional
    public void on(OrgEvent.PersonLeft left) {
        for (var task : rows.heldBy(left.personId())) {
            requests.hold(task.requestId());
            var now = rows.lock(task.requestId());
            if (now != null && !now.stage().ended()) {
                handOn(now, left.personId());
            }
        }
    }

    private void handOn(WorktaskRow task, String leaver) {
        var id = task.requestId();
        var row = rows.person(id, leaver);
        if (row != null && row.creator()) {
            lookAfter(task, leaver);
        }
        var next = deputies.creator(task);
        if (!task.ownerId().equals(leaver) || !task.stage().working()) {
            return;
        }
        if (next == null) {
            news.tell(task, deputies.creators(task), "owner-left", news.name(leaver));
        } else {
            var why = texts.get(Locale.SIMPLIFIED_CHINESE, "worktask.owner-left", news.name(leaver));
            requests.signal(Actor.SYSTEM, id, "worktask.owner-replaced", Map.of("newOwner", next, "reason", why), why);
            news.tell(task, List.of(next), "owner-left", news.name(leaver));
        }
    }

    private void lookAfter(WorktaskRow task, String leaver) {
        var id = task.requestId();
        var next = deputies.creator(task);
        if (next != null) {
            var known = rows.person(id, next);
            rows.put((known == null ? PersonRow.of(id, next) : known).asCreator(), task.stage(), task.dueAt());
            diary.creator(id, next);
        }
        news.tell(task, deputies.creators(task), "creator-left", news.name(leaver));
        news.changed(id, rows.people(id));
    }
}
