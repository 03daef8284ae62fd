package io.tongban.process.engine;

import io.tongban.calendar.WorkingClock;
import io.tongban.calendar.WorkingSpan;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The engine's calendars, which also understand working time: what a timer or a due date says as {@code working:P2D} is
 * counted on the working calendar, everything else as the engine does.
 */
@Component
class WorkingCalendars {

    private static final int MOST_TURNS = 10_000;

    private final WorkingClock working;
    private final Clock clock;

    WorkingCalendars(WorkingClock working, Clock clock) {
        this.working = working;
        this.clock = clock;
    }

    BusinessCalendarManager manager() {
        var manager = new MapBusinessCalendarManager();
        manager.addBusinessCalendar(DurationBusinessCalendar.NAME, new Spans(new DurationBusinessCalendar()));
        manager.addBusinessCalendar(DueDateBusinessCalendar.NAME, new Spans(new DueDateBusinessCalendar()));
        manager.addBusinessCalendar(CycleBusinessCalendar.NAME, new Cycles());
        return manager;
    }

    private Date after(String text, @Nullable Date start) {
        var from = start == null ? clock.instant() : Instant.ofEpochMilli(start.getTime());
        return Date.from(working.after(from, working.minutes(WorkingSpan.marked(text)), List.of())
                .at());
    }

    /** One length of time. */
    private final class Spans implements BusinessCalendar {

        private final BusinessCalendar usual;

        Spans(BusinessCalendar usual) {
            this.usual = usual;
        }

        @Override
        public Date resolveDuedate(String text) {
            return WorkingSpan.isMarked(text) ? after(text, null) : usual.resolveDuedate(text);
        }

        @Override
        public Date resolveDuedate(String text, @Nullable Date start) {
            return WorkingSpan.isMarked(text) ? after(text, start) : usual.resolveDuedate(text, start);
        }

        @Override
        public Date resolveDuedate(String text, Task task) {
            return WorkingSpan.isMarked(text) ? after(text, null) : usual.resolveDuedate(text, task);
        }
    }

    /** Again and again: {@code R3/working:PT4H}; the engine puts the beginning in between when it begins. */
    private final class Cycles extends CycleBusinessCalendar {

        @Override
        public @Nullable Date resolveDuedate(String text, @Nullable Date now, long offset) {
            var parts = text.split("/");
            var length = parts[parts.length - 1];
            if (!WorkingSpan.isMarked(length)) {
                return super.resolveDuedate(text, now, offset);
            }
            var at = now == null ? Date.from(clock.instant()) : now;
            if (parts.length < 3) {
                return after(length, at);
            }
            var next = Date.from(
                    LocalDateTime.parse(parts[1]).atZone(ZoneId.systemDefault()).toInstant());
            var turns = parts[0].length() == 1 ? MOST_TURNS : Integer.parseInt(parts[0].substring(1));
            for (int turn = 0; turn < turns; turn++) {
                next = after(length, next);
                if (next.after(at)) {
                    return next;
                }
            }
            return null;
        }
    }
}
