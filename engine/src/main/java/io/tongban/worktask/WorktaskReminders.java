package io.tongban.worktask;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reminds people of a task that is worked on; of one end each time once, whoever has it meanwhile. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WorktaskReminders {

    private final WorktaskMapper rows;
    private final WorktaskDates dates;
    private final WorktaskNews news;

    WorktaskReminders(WorktaskMapper rows, WorktaskDates dates, WorktaskNews news) {
        this.rows = rows;
        this.dates = dates;
        this.news = news;
    }

    /** It is due soon. */
    void soon(String requestId) {
        var task = rows.lock(requestId);
        if (task != null && task.stage().working() && rows.tellSoon(requestId) > 0) {
            news.remind(task, "due-soon");
        }
    }

    /** It is late. */
    void late(String requestId) {
        var task = rows.lock(requestId);
        if (task != null && task.stage().working() && rows.tellLate(requestId) > 0) {
            news.remind(task, "late");
            news.changed(requestId, rows.people(requestId));
        }
    }

    /**
     * Once a day: a report may be due, or words about a delay may be missing. An end that was moved after people had been
     * reminded of the earlier one is caught up here.
     */
    void followUp(String requestId) {
        var task = rows.lock(requestId);
        if (task == null || !task.stage().working()) {
            return;
        }
        var now = dates.now();
        if (task.late(now)) {
            late(requestId);
            if (!task.isRemedied() && task.endOn().equals(task.lateTold())) {
                news.ask(task, "remedy-wanted");
            }
        } else {
            if (!dates.morningBefore(task.endOn()).isAfter(now)) {
                soon(requestId);
            }
            if (dates.reportDue(task)) {
                news.ask(task, "report-wanted");
            }
        }
    }
}
