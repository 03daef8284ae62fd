package io.tongban.leave;

import io.tongban.calendar.Day;
import io.tongban.calendar.WorkingHours;
import java.util.List;
import java.util.Map;

/**
 * How long a leave is by the rules of its type.
 *
 * @param days every day in between with the minutes it costs
 * @param hours office hours it was counted with
 * @param years minutes by the year whose balance they are taken from
 * @param version version of the calendar it was counted with
 */
record LeaveCount(List<CountedDay> days, WorkingHours hours, Map<Integer, Integer> years, int version) {

    record CountedDay(Day day, int minutes) {}

    int minutes() {
        return days.stream().mapToInt(CountedDay::minutes).sum();
    }

    int minutesPerDay() {
        return hours.minutesPerDay();
    }

    double inDays() {
        return Math.round(1000.0 * minutes() / minutesPerDay()) / 1000.0;
    }

    boolean provisional() {
        return days.stream().anyMatch(day -> day.day().provisional());
    }
}
