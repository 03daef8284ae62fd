package io.tongban.demo;

import io.tongban.access.Accounts;
import io.tongban.calendar.Day;
import io.tongban.calendar.WorkingCalendar;
import io.tongban.file.Files;
import io.tongban.kernel.Actor;
import io.tongban.onboarding.Onboardings;
import io.tongban.org.Department;
import io.tongban.org.Departments;
import io.tongban.process.Requests;
import io.tongban.process.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Newcomers at every stage, from the entry of this morning to those who have settled in. */
@Component
@Profile("demo")
@Order(50)
class DemoOnboardings implements DemoPart {

    private final Requests requests;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Departments departments;
    private final Onboardings onboardings;
    private final Files files;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final ZoneId zone;

    DemoOnboardings(
            Requests requests,
            Tasks tasks,
            Accounts accounts,
            Departments departments,
            Onboardings onboardings,
            Files files,
            WorkingCalendar calendar,
            Clock clock,
            ZoneId zone) {
        this.requests = requests;
        this.tasks = tasks;
        this.accounts = accounts;
        this.departments = departments;
        this.onboardings = onboardings;
        this.files = files;
        this.calendar = calendar;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void make(DemoPeople people) {
        var hr = people.actor("wang.hr");
        int number = 0;
        for (var row : DemoPeople.rows("onboardings.tsv")) {
            var id = requests.submit(hr, "onboarding", answers(people, row), null)
                    .id();
            number++;
            switch (row[6]) {
                case "silent" -> welcome(id, people, row);
                case "prepared" -> {
                    prepare(id);
                    welcome(id, people, row);
                }
                case "moved" ->
                    onboardings.correct(
                            hr,
                            id,
                            new Onboardings.Correction(
                                    null, null, null, workingDay(18).toString(), "本人还要交接一周，推迟入职"));
                case "cancelled" -> onboardings.cancel(hr, id, "本人选择了另一家公司");
                case "checking", "returned", "done" -> settle(id, people, row, number);
                default -> {}
            }
        }
    }

    private void settle(String id, DemoPeople people, String[] row, int number) {
        var hire = people.actor(row[0]);
        accounts.change(hire.id(), DemoPeople.PASSWORD);
        complete(
                id,
                "Task_Profile",
                Map.of(
                        "ownPhone", "139-0000-%04d".formatted(2000 + number),
                        "emergencyName", row[1].charAt(0) + "先生",
                        "emergencyPhone", "137-0000-%04d".formatted(3000 + number)));
        prepare(id);
        welcome(id, people, row);
        if (!row[6].equals("returned")) {
            complete(id, "Task_Reading", Map.of("readHandbook", true, "readSecurity", true, "readSecrets", true));
        }
        var picture = files.store(hire, row[1] + ".png", DemoPicture.of(number));
        var request = requests.submit(hire, "portrait-check", Map.of("picture", List.of(picture.id())), null)
                .id();
        // What an event moves is written at the end of the transaction, so it comes last.
        switch (row[6]) {
            case "returned" -> check(people.actor("shi.yun"), request, "return", "背景有些杂乱，请换纯色背景再拍一张");
            case "done" -> check(people.actor("wang.hr"), request, "approve", "照片清晰，合格");
            default -> {}
        }
    }

    private void prepare(String id) {
        complete(
                id,
                "Task_It",
                Map.of(
                        "itMail",
                        true,
                        "itNetwork",
                        true,
                        "itDoor",
                        true,
                        "itComputer",
                        true,
                        "itNote",
                        "电脑放在工位上，初始密码见纸条"));
    }

    private void welcome(String id, DemoPeople people, String[] row) {
        complete(id, "Task_Mentor", Map.of("mentor", people.id(row[7]), "welcome", row[8]));
    }

    private void complete(String request, String step, Map<String, Object> answers) {
        for (var task : tasks.open(request)) {
            if (task.step().equals(step)) {
                tasks.act(
                        accounts.actor(task.people().get(0)),
                        task.taskId(),
                        "complete",
                        Tasks.Input.of(null, null, answers, null),
                        null);
            }
        }
    }

    private void check(Actor hr, String request, String action, String opinion) {
        tasks.act(hr, tasks.open(request).get(0).taskId(), action, Tasks.Input.of(opinion, null, null, null), null);
    }

    private Map<String, Object> answers(DemoPeople people, String[] row) {
        return Map.of(
                "hireName",
                row[1],
                "account",
                row[0],
                "department",
                department(row[2]),
                "position",
                row[3],
                "leader",
                people.id(row[4]),
                "startDate",
                workingDay(Integer.parseInt(row[5])).toString(),
                "phone",
                "139-0000-1%03d".formatted(row[0].length() * 37),
                "email",
                row[0] + "@mail.example");
    }

    private String department(String name) {
        return departments.all().stream()
                .filter(one -> one.name().equals(name))
                .map(Department::id)
                .findFirst()
                .orElseThrow();
    }

    /** The nth working day from today; 0 is today, or the next one when today is none. */
    private LocalDate workingDay(int n) {
        var today = LocalDate.now(clock.withZone(zone));
        var working = calendar.days(today.minusDays(60), today.plusDays(60)).stream()
                .filter(day -> day.kind().working())
                .map(Day::date)
                .toList();
        int now = (int) working.stream().filter(day -> day.isBefore(today)).count();
        return working.get(now + n);
    }
}
