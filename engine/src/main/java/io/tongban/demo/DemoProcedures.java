package io.tongban.demo;

import io.tongban.access.Accounts;
import io.tongban.calendar.WorkingCalendar;
import io.tongban.file.Files;
import io.tongban.kernel.Actor;
import io.tongban.org.Department;
import io.tongban.org.Departments;
import io.tongban.process.Requests;
import io.tongban.process.Tasks;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Trips, purchases, contracts and other ready procedures at every stage, over the last weeks. */
@Component
@Profile("demo")
@Order(60)
class DemoProcedures implements DemoPart {

    private static final TypeReference<LinkedHashMap<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final int AROUND = 200;

    private final Requests requests;
    private final Tasks tasks;
    private final Files files;
    private final Accounts accounts;
    private final Departments departments;
    private final WorkingCalendar calendar;
    private final DemoClock clock;
    private final ZoneId zone;
    private final JsonMapper json;

    DemoProcedures(
            Requests requests,
            Tasks tasks,
            Files files,
            Accounts accounts,
            Departments departments,
            WorkingCalendar calendar,
            DemoClock clock,
            ZoneId zone,
            JsonMapper json) {
        this.requests = requests;
        this.tasks = tasks;
        this.files = files;
        this.accounts = accounts;
        this.departments = departments;
        this.calendar = calendar;
        this.clock = clock;
        this.zone = zone;
        this.json = json;
    }

    /** What is named in answers: people, departments and working days. */
    private record Known(DemoPeople people, Map<String, String> departments, List<LocalDate> days, int today) {

        LocalDate day(String offset) {
            return days.get(today + Integer.parseInt(offset));
        }
    }

    @Override
    public void make(DemoPeople people) {
        var known = known(people);
        var request = new String[1];
        for (var row : DemoPeople.rows("procedures.tsv")) {
            clock.at(moment(known, row[2]), () -> {
                if (row[0].isEmpty()) {
                    act(known, Objects.requireNonNull(request[0]), row);
                } else {
                    var applicant = people.actor(row[0]);
                    request[0] = requests.submit(applicant, row[1], answers(known, applicant, row[3]), null)
                            .id();
                }
            });
        }
    }

    private Known known(DemoPeople people) {
        var today = LocalDate.now(clock.withZone(zone));
        var working = calendar.days(today.minusDays(AROUND), today.plusDays(AROUND)).stream()
                .filter(day -> day.kind().working())
                .map(io.tongban.calendar.Day::date)
                .toList();
        return new Known(
                people,
                departments.all().stream().collect(Collectors.toMap(Department::name, Department::id)),
                working,
                (int) working.stream().filter(day -> day.isBefore(today)).count());
    }

    private Instant moment(Known known, String when) {
        var part = when.split(" ");
        return known.day(part[0]).atTime(LocalTime.parse(part[1])).atZone(zone).toInstant();
    }

    private void act(Known known, String request, String[] row) {
        var deed = row[1].split(" ");
        var open = tasks.open(request).stream()
                .filter(task -> task.step().equals(deed[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(row[1] + " of " + row[2] + " is not open"));
        var actor = accounts.actor(open.people().get(0));
        var words = row[3].isEmpty() ? null : row[3];
        var answers = row.length > 4 ? answers(known, actor, row[4]) : null;
        var signature = row[1].equals("approve Task_Leaders")
                        && requests.get(request).processKey().equals("contract")
                ? files.store(actor, "签名.png", new ByteArrayInputStream(DemoSignature.picture(actor.name())))
                        .id()
                : null;
        tasks.act(
                actor,
                open.taskId(),
                deed[0],
                new Tasks.Input(words, null, answers, null, null, null, null, null, null, null, signature, null, null),
                null);
    }

    private Map<String, Object> answers(Known known, Actor actor, String text) {
        var answers = new LinkedHashMap<String, Object>();
        json.readValue(text, ANSWERS).forEach((name, value) -> answers.put(name, said(known, actor, value)));
        return answers;
    }

    private Object said(Known known, Actor actor, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> said(known, actor, one)).toList();
        }
        if (value instanceof Map<?, ?> cells) {
            var row = new LinkedHashMap<String, Object>();
            cells.forEach((name, cell) -> row.put(String.valueOf(name), said(known, actor, cell)));
            return row;
        }
        if (!(value instanceof String text) || text.isEmpty()) {
            return value;
        }
        var rest = text.substring(1);
        return switch (text.charAt(0)) {
            case '@' -> known.people().id(rest);
            case '#' -> Objects.requireNonNull(known.departments().get(rest), rest);
            case '+' -> known.day(rest).toString();
            case '^' ->
                List.of(files.store(
                                actor,
                                rest + ".pdf",
                                new ByteArrayInputStream(
                                        DemoInvoice.page("YUNFAN TECHNOLOGY", "DOCUMENT FOR APPROVAL")))
                        .id());
            default -> text;
        };
    }
}
