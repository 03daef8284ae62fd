package io.tongban.leave;

import io.tongban.calendar.WorkingCalendar;
import io.tongban.calendar.WorkingHours;
import io.tongban.calendar.WorkingTime;
import java.time.LocalDateTime;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Counts leave on the working calendar: in half days, where a half costs half a day although the morning is shorter, or
 * in started hours; over working days, or over every day for the types that the law counts so.
 */
@Component
class LeaveCounter {

    private static final int HOUR = 60;

    private final WorkingCalendar calendar;

    LeaveCounter(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    LeaveCount count(LeaveType type, LocalDateTime start, LocalDateTime end) {
        var time = calendar.count(start, end);
        int perDay = time.hours().minutesPerDay();
        var days = time.days().stream()
                .map(part -> new LeaveCount.CountedDay(part.day(), cost(type, part, perDay)))
                .toList();
        var years = new TreeMap<Integer, Integer>();
        for (var day : days) {
            if (day.minutes() > 0) {
                years.merge(day.day().date().getYear(), day.minutes(), Integer::sum);
            }
        }
        return new LeaveCount(days, time.hours(), years, time.version());
    }

    WorkingHours hours() {
        return calendar.hours();
    }

    int minutesPerDay() {
        return calendar.hours().minutesPerDay();
    }

    /** Whether days were arranged anew since this version. */
    boolean outdated(int version) {
        return calendar.version() != version;
    }

    private static int cost(LeaveType type, WorkingTime.Part part, int perDay) {
        if (!type.everyDay() && !part.day().kind().working()) {
            return 0;
        }
        if (type.byHour()) {
            return Math.min(perDay, (part.morning() + part.afternoon() + HOUR - 1) / HOUR * HOUR);
        }
        int morning = part.morning() > 0 ? perDay / 2 : 0;
        return morning + (part.afternoon() > 0 ? perDay - perDay / 2 : 0);
    }
}
