package io.tongban.worktask;

import io.tongban.kernel.Problem;
import io.tongban.process.ProcessEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what each acceptor said, in the transaction in which it was said. */
@Component
class WorktaskAnswers {

    private static final Map<String, String> ANSWERS =
            Map.of("approve", PersonRow.ACCEPTED, "reject", PersonRow.REFUSED);

    private final WorktaskMapper rows;
    private final WorktaskLog log;
    private final WorktaskDiary diary;
    private final WorktaskNews news;

    WorktaskAnswers(WorktaskMapper rows, WorktaskLog log, WorktaskDiary diary, WorktaskNews news) {
        this.rows = rows;
        this.log = log;
        this.diary = diary;
        this.news = news;
    }

    @EventListener
    void on(ProcessEvent.TaskClosed closed) {
        var answer = ANSWERS.get(closed.action());
        if (answer != null && closed.processKey().equals("worktask")) {
            keep(closed.requestId(), closed.personId(), answer, closed.comment());
        }
    }

    private void keep(String requestId, String personId, String answer, @Nullable String comment) {
        var task = rows.lock(requestId);
        if (task == null) {
            return;
        }
        var handedIn = log.last(requestId, "submitted");
        if (personId.equals(task.ownerId()) || handedIn != null && personId.equals(handedIn.personId())) {
            throw Problem.refused("worktask:own-result");
        }
        var known = rows.person(requestId, personId);
        var acceptor = known == null ? PersonRow.of(requestId, personId).asAcceptor(true) : known;
        rows.put(acceptor.answered(answer), task.stage(), task.dueAt());
        diary.words(requestId, personId, answer, comment);
        news.changed(requestId, rows.people(requestId));
    }
}
