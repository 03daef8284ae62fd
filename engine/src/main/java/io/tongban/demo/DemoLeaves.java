package io.tongban.demo;

import io.tongban.access.Accounts;
import io.tongban.calendar.WorkingCalendar;
import io.tongban.process.Requests;
import io.tongban.process.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leave requests in every state, around today, submitted and decided as people would do it. */
@Component
@Profile("demo")
@Order(10)
class DemoLeaves implements DemoPart {

    private static final List<String> OPINIONS = List.of("同意", "同意，注意交接", "好的，一路顺风", "同意，工作已安排好");

    private final Requests requests;
    private final Tasks tasks;
    private final Accounts accounts;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final ZoneId zone;

    DemoLeaves(Requests requests, Tasks tasks, Accounts accounts, WorkingCalendar calendar, Clock clock, ZoneId zone) {
        this.requests = requests;
        this.tasks = tasks;
        this.accounts = accounts;
        this.calendar = calendar;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void make(DemoPeople people) {
        int number = 0;
        for (var row : DemoPeople.rows("leaves.tsv")) {
            var applicant = people.actor(row[0]);
            var id = requests.submit(applicant, "leave-request", answers(row), null)
                    .id();
            var say = row.length > 6 ? row[6] : OPINIONS.get(number++ % OPINIONS.size());
            switch (row[5]) {
                case "approved" -> approve(people, id, say);
                case "rejected" -> act(people, id, "reject", say);
                case "returned" -> act(people, id, "return", say);
                case "withdrawn" -> requests.withdraw(applicant, id, "计划有变", null, null);
                default -> {}
            }
        }
    }

    private Map<String, Object> answers(String[] row) {
        var first = workingDay(Integer.parseInt(row[2]));
        var days = Double.parseDouble(row[3]);
        LocalDateTime start = days < 1 ? first.atTime(13, 0) : first.atTime(9, 0);
        var last = days <= 1 ? first : workingDay(Integer.parseInt(row[2]) + (int) days - 1);
        Map<String, Object> answers = new HashMap<>();
        answers.put("type", row[1]);
        answers.put("start", start.toString());
        answers.put("end", last.atTime(18, 0).toString());
        answers.put("reason", row[4]);
        return answers;
    }

    /** The nth working day from today; 0 is today, or the next one when today is none. */
    private LocalDate workingDay(int n) {
        var today = LocalDate.now(clock.withZone(zone));
        var working = calendar.days(today.minusDays(90), today.plusDays(90)).stream()
                .filter(day -> day.kind().working())
                .map(io.tongban.calendar.Day::date)
                .toList();
        int now = (int) working.stream().filter(day -> day.isBefore(today)).count();
        return working.get(now + n);
    }

    private void approve(DemoPeople people, String requestId, String opinion) {
        while (requests.get(requestId).status().equals("running")) {
            act(people, requestId, "approve", opinion);
        }
    }

    private void act(DemoPeople people, String requestId, String action, String opinion) {
        var open = tasks.open(requestId).get(0);
        tasks.act(
                accounts.actor(open.people().get(0)),
                open.taskId(),
                action,
                Tasks.Input.of(opinion, null, null, null),
                null);
    }
}
