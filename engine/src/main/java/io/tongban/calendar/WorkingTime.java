package io.tongban.calendar;

import java.util.List;

/**
 * Office hours between two local times, day by day. Days without work are listed too.
 *
 * @param version version of the calendar that was counted with
 */
public record WorkingTime(List<Part> days, WorkingHours hours, int version) {

    /**
     * What of one day lies in between.
     *
     * @param morning minutes of the morning's office hours that lie in between, whatever kind of day it is
     * @param afternoon the same for the afternoon
     */
    public record Part(Day day, int morning, int afternoon) {

        /** Working minutes: none on days without work. */
        public int minutes() {
            return day.kind().working() ? morning + afternoon : 0;
        }
    }

    public int minutes() {
        return days.stream().mapToInt(Part::minutes).sum();
    }

    /** Whether a day in between belongs to a year without an official arrangement. */
    public boolean provisional() {
        return days.stream().anyMatch(part -> part.day().provisional());
    }
}
