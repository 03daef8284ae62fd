package io.tongban.calendar;

import java.time.LocalTime;

/** Office hours of a working day. */
public record WorkingHours(Span morning, Span afternoon) {

    /** From start until end, in local time. */
    public record Span(LocalTime start, LocalTime end) {

        int minutes() {
            return minute(end) - minute(start);
        }

        /** Minutes of this span between two times of the day. */
        int within(int fromMinute, int toMinute) {
            return Math.max(0, Math.min(minute(end), toMinute) - Math.max(minute(start), fromMinute));
        }
    }

    public int minutesPerDay() {
        return morning.minutes() + afternoon.minutes();
    }

    static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
