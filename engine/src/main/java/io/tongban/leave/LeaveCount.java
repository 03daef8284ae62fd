package io.tongban.leave;

import io.tongban.calendar.Day;
import java.util.List;
import java.util.Map;

/**
 * How long a leave is by the rules of its type.
 *
 * @param days every day in between with the minutes it costs
 * @param minutesPerDay office time of a whole day
 * @param years minutes by the year whose balance they are taken from
 * @param version version of the calendar it was counted with
 */
record LeaveCount(List<CountedDay> days, int minutesPerDay, Map<Integer, Integer> years, int version) {

    record CountedDay(Day day, int minutes) {}

    int minutes() {
        return days.stream().mapToInt(CountedDay::minutes).sum();
    }

    double inDays() {
        return Math.round(1000.0 * minutes() / minutesPerDay) / 1000.0;
    }

    boolean provisional() {
        return days.stream().anyMatch(day -> day.day().provisional());
    }
}
