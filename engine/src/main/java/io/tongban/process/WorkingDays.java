package io.tongban.process;

import io.tongban.calendar.WorkingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many working days lie between two answers, holidays and make-up days counted as the company's calendar has them. */
@Component
class WorkingDays {

    static final String COMPONENT = "working-days";

    private static final int LONGEST = 700;

    private final WorkingCalendar calendar;

    WorkingDays(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Days from one date to another, both included, or office time between two times; null where it is none. */
    @Nullable
    Number between(@Nullable Object from, @Nullable Object to) {
        if (!(from instanceof String start) || !(to instanceof String end)) {
            return null;
        }
        try {
            var whole = start.length() == 10 && end.length() == 10;
            var first = whole ? LocalDate.parse(start).atStartOfDay() : LocalDateTime.parse(start);
            var last = whole ? LocalDate.parse(end).atStartOfDay() : LocalDateTime.parse(end);
            return isPeriod(first, last) ? whole ? days(first, last) : time(first, last) : null;
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** What the calendar would refuse is no period; a refusal would end the transaction in which it is asked. */
    private static boolean isPeriod(LocalDateTime first, LocalDateTime last) {
        return !last.isBefore(first)
                && first.getYear() >= 2000
                && last.getYear() < 2200
                && ChronoUnit.DAYS.between(first, last) < LONGEST;
    }

    private Number days(LocalDateTime first, LocalDateTime last) {
        return calendar.days(first.toLocalDate(), last.toLocalDate()).stream()
                .filter(day -> day.kind().working())
                .count();
    }

    private Number time(LocalDateTime first, LocalDateTime last) {
        var time = calendar.count(first, last);
        return BigDecimal.valueOf(time.minutes())
                .divide(BigDecimal.valueOf(time.hours().minutesPerDay()), 2, RoundingMode.HALF_UP);
    }
}
