package io.tongban.demo;

import io.tongban.calendar.Day;
import io.tongban.calendar.WorkingCalendar;
import io.tongban.process.Requests;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Requests of the last days that nobody has decided: some are overdue, one is due today when today is a working day. */
@Component
@Profile("demo")
@Order(15)
class DemoDeadlines implements DemoPart {

    private static final int MONTH = 30;

    private final Requests requests;
    private final WorkingCalendar calendar;
    private final DemoClock clock;
    private final Clock now;
    private final ZoneId zone;

    DemoDeadlines(Requests requests, WorkingCalendar calendar, DemoClock clock, ZoneId zone) {
        this.requests = requests;
        this.calendar = calendar;
        this.clock = clock;
        this.now = clock.withZone(zone);
        this.zone = zone;
    }

    @Override
    public void make(DemoPeople people) {
        // Two working days: what was asked three days ago is a day late, what was asked two days ago in the evening is
        // due tonight.
        ask(people, "zhang.wei", workingDay(-3).atTime(10, 20), workingDay(14), "参加孩子的家长开放日");
        ask(people, "liu.yang", workingDay(-2).atTime(17, 50), workingDay(9), "搬家");
        ask(people, "ye.qing", workingDay(-4).atTime(15, 0), workingDay(11), "带父母体检");
    }

    private void ask(DemoPeople people, String applicant, LocalDateTime at, LocalDate day, String reason) {
        clock.at(
                at.atZone(zone).toInstant(),
                () -> requests.submit(
                        people.actor(applicant),
                        "leave-request",
                        Map.of(
                                "type",
                                "personal",
                                "start",
                                day.atTime(9, 0).toString(),
                                "end",
                                day.atTime(18, 0).toString(),
                                "reason",
                                reason),
                        null));
    }

    /** The nth working day from today, which is 0, or the next one when today is none. */
    private LocalDate workingDay(int n) {
        var today = LocalDate.now(now);
        List<LocalDate> working = calendar.days(today.minusDays(MONTH), today.plusDays(MONTH)).stream()
                .filter(day -> day.kind().working())
                .map(Day::date)
                .toList();
        int at = (int) working.stream().filter(day -> day.isBefore(today)).count();
        return working.get(at + n);
    }
}
