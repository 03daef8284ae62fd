package io.tongban.worktask;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.worktask.WorktaskLog.Entry;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the log of a task. */
@Component
class WorktaskDiary {

    private final WorktaskLog log;
    private final WorktaskDates dates;

    WorktaskDiary(WorktaskLog log, WorktaskDates dates) {
        this.log = log;
        this.dates = dates;
    }

    void note(String requestId, String by, String kind) {
        write(requestId, by, kind, dates.today(), null, null, null, null, null);
    }

    void words(String requestId, String by, String kind, @Nullable String words) {
        write(requestId, by, kind, dates.today(), null, words, null, null, null);
    }

    void progress(String requestId, String by, LocalDate day, @Nullable Integer progress, @Nullable String words) {
        write(requestId, by, progress == null ? "note" : "progress", day, progress, words, null, null, null);
    }

    void delay(String requestId, String by, String remedy, @Nullable LocalDate askedEnd) {
        write(requestId, by, "delay", dates.today(), null, remedy, askedEnd, null, null);
    }

    void files(String requestId, String by, String kind, @Nullable String words, List<String> files) {
        write(requestId, by, kind, dates.today(), null, words, null, null, String.join(",", files));
    }

    void owner(String requestId, String by, String owner, @Nullable String reason) {
        write(requestId, by, "owner", dates.today(), null, reason, null, owner, null);
    }

    /** Somebody acts for a creator who has left. */
    void creator(String requestId, String acting) {
        write(requestId, Actor.SYSTEM.id(), "creator", dates.today(), null, null, null, acting, null);
    }

    void end(String requestId, String by, LocalDate end, @Nullable String reason) {
        write(requestId, by, "end", dates.today(), null, reason, end, null, null);
    }

    private void write(
            String requestId,
            String by,
            String kind,
            LocalDate day,
            @Nullable Integer progress,
            @Nullable String words,
            @Nullable LocalDate end,
            @Nullable String other,
            @Nullable String files) {
        var said = words == null || words.isBlank() ? null : words.strip();
        var kept = files == null || files.isEmpty() ? null : files;
        log.enter(new Entry(Ids.next(), requestId, dates.now(), day, by, kind, progress, said, end, other, kept));
    }
}
