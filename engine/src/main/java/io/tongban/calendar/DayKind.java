package io.tongban.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** The four kinds of day. */
public enum DayKind {
    /** An ordinary working day. */
    @JsonProperty("work")
    WORK(true),
    /** An ordinary day of rest, such as a Sunday. */
    @JsonProperty("rest")
    REST(false),
    /** A public holiday, or a day off in exchange for a make-up day. */
    @JsonProperty("holiday")
    HOLIDAY(false),
    /** A day of rest on which people work in exchange for a day off (调休上班). */
    @JsonProperty("makeup")
    MAKEUP(true);

    private final boolean working;

    DayKind(boolean working) {
        this.working = working;
    }

    public boolean working() {
        return working;
    }

    /** What the day is as long as nobody arranged otherwise. */
    static DayKind ofWeekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? REST : WORK;
    }
}
