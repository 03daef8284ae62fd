package io.tongban.notify;

import io.tongban.calendar.CalendarChanged;
import io.tongban.calendar.Day;
import io.tongban.calendar.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Which of the coming days are days without work; asked of the calendar once a minute, not once a notice. */
@Component
class RestDays {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int HORIZON = 60;

    private record Known(Instant until, Set<LocalDate> days) {}

    private final WorkingCalendar calendar;
    private final Clock clock;
    private final ZoneId zone;
    private volatile @Nullable Known known;

    RestDays(WorkingCalendar calendar, Clock clock, ZoneId zone) {
        this.calendar = calendar;
        this.clock = clock;
        this.zone = zone;
    }

    boolean rests(LocalDate day) {
        var now = clock.instant();
        var answer = known;
        if (answer == null || now.isAfter(answer.until())) {
            answer = new Known(now.plus(FRESH), ask(LocalDate.ofInstant(now, zone)));
            known = answer;
        }
        return answer.days().contains(day);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(CalendarChanged changed) {
        known = null;
    }

    private Set<LocalDate> ask(LocalDate today) {
        return calendar.days(today.minusDays(2), today.plusDays(HORIZON)).stream()
                .filter(day -> !day.kind().working())
                .map(Day::date)
                .collect(Collectors.toUnmodifiableSet());
    }
}
