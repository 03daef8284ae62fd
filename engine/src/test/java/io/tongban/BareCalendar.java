package io.tongban;

import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;

/** For a bare engine, on which nobody works: working time is time that passes. */
public final class BareCalendar extends MapBusinessCalendarManager {

    private static final String MARK = "working:";

    public BareCalendar() {
        addBusinessCalendar(DurationBusinessCalendar.NAME, new DurationBusinessCalendar() {

            @Override
            public Date resolveDuedate(String text, Date start) {
                return super.resolveDuedate(text.replace(MARK, ""), start);
            }
        });
        addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar() {

            @Override
            public Date resolveDuedate(String text, Date start) {
                return super.resolveDuedate(text.replace(MARK, ""), start);
            }
        });
        addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
    }
}
