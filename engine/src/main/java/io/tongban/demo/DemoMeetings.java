package io.tongban.demo;

import io.tongban.calendar.WorkingCalendar;
import io.tongban.kernel.Actor;
import io.tongban.meeting.Meetings;
import io.tongban.meeting.Room;
import io.tongban.meeting.Rooms;
import io.tongban.meeting.SeriesBooking;
import io.tongban.process.Requests;
import io.tongban.process.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rooms, and meetings around today in every state, booked, answered, moved and minuted as people would do it. */
@Component
@Profile("demo")
@Order(60)
class DemoMeetings implements DemoPart {

    private final Rooms rooms;
    private final Meetings meetings;
    private final SeriesBooking series;
    private final Requests requests;
    private final Tasks tasks;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final ZoneId zone;

    DemoMeetings(
            Rooms rooms,
            Meetings meetings,
            SeriesBooking series,
            Requests requests,
            Tasks tasks,
            WorkingCalendar calendar,
            Clock clock,
            ZoneId zone) {
        this.rooms = rooms;
        this.meetings = meetings;
        this.series = series;
        this.requests = requests;
        this.tasks = tasks;
        this.calendar = calendar;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void make(DemoPeople people) {
        var known = DemoPeople.rows("rooms.tsv").stream()
                .map(row -> rooms.add(new Room(
                        "",
                        row[0],
                        row[1],
                        row[2],
                        Integer.parseInt(row[3]),
                        words(row[4]),
                        row[5].isEmpty() ? null : row[5],
                        row[6].equals("open"))))
                .collect(Collectors.toMap(Room::name, Room::id));
        for (var row : DemoPeople.rows("meetings.tsv")) {
            meeting(people, known, row);
        }
    }

    private void meeting(DemoPeople people, Map<String, String> known, String[] row) {
        var organizer = people.actor(row[0]);
        var start = workingDay(Integer.parseInt(row[1])).atTime(LocalTime.parse(row[2]));
        var answers = answers(people, known, row, start);
        var state = row[8].split(":", 2);
        if (state[0].equals("weekly")) {
            var made = series.book(organizer, answers, Integer.parseInt(state[1]), true, null)
                    .meetings();
            made.forEach(id -> answer(people, id, row[9]));
            return;
        }
        var id = requests.submit(organizer, "meeting-booking", answers, null).id();
        if (start.isAfter(LocalDateTime.now(clock.withZone(zone)))) {
            answer(people, id, row[9]);
            ahead(organizer, id, answers, state);
        } else if (state[0].equals("minuted")) {
            minutes(people, organizer, id, row[10], row[11]);
        }
    }

    private void ahead(Actor organizer, String id, Map<String, Object> answers, String[] state) {
        switch (state[0]) {
            case "cancelled" -> meetings.cancel(organizer, id, state[1], false);
            case "moved" -> {
                var moved = new HashMap<>(answers);
                var hours = Integer.parseInt(state[1]);
                moved.put(
                        "start",
                        LocalDateTime.parse(String.valueOf(answers.get("start")))
                                .plusHours(hours)
                                .toString());
                moved.put(
                        "end",
                        LocalDateTime.parse(String.valueOf(answers.get("end")))
                                .plusHours(hours)
                                .toString());
                meetings.change(organizer, id, moved);
            }
            default -> {}
        }
    }

    private Map<String, Object> answers(
            DemoPeople people, Map<String, String> known, String[] row, LocalDateTime start) {
        var answers = new HashMap<String, Object>();
        answers.put("start", start.toString());
        answers.put("end", start.plusMinutes(Long.parseLong(row[3])).toString());
        if (known.containsKey(row[4])) {
            answers.put("room", known.get(row[4]));
        } else {
            answers.put("online", row[4]);
        }
        answers.put("attendees", words(row[5]).stream().map(people::id).toList());
        answers.put("topic", row[6]);
        answers.put("agenda", agenda(people, row[7]));
        answers.put("minutesWanted", !row[8].startsWith("weekly") && !row[8].equals("plain"));
        answers.put("confidential", row[8].equals("private"));
        return answers;
    }

    private static List<Map<String, Object>> agenda(DemoPeople people, String text) {
        return parts(text)
                .map(part -> {
                    var point = new HashMap<String, Object>(Map.of("what", part[0]));
                    put(point, "minutes", part, 1);
                    if (part.length > 2 && !part[2].isEmpty()) {
                        point.put("who", people.id(part[2]));
                    }
                    return (Map<String, Object>) point;
                })
                .toList();
    }

    /** Accounts that come, and with a minus those that do not. */
    private void answer(DemoPeople people, String id, String answers) {
        for (var part : words(answers)) {
            var no = part.startsWith("-");
            var said = part.split(":", 2);
            meetings.answer(
                    people.actor(no ? said[0].substring(1) : said[0]),
                    id,
                    no ? "declined" : "accepted",
                    said.length > 1 ? said[1] : null);
        }
    }

    private void minutes(DemoPeople people, Actor organizer, String id, String text, String followUps) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("minutes", text.replace("\\n", "\n"));
        var lines = parts(followUps)
                .map(part -> {
                    var line = new HashMap<String, Object>(Map.of("what", part[0]));
                    line.put("who", people.id(part[1]));
                    line.put("due", workingDay(Integer.parseInt(part[2])).toString());
                    return (Map<String, Object>) line;
                })
                .toList();
        if (!lines.isEmpty()) {
            answers.put("followUps", lines);
        }
        var open = tasks.open(id).get(0);
        tasks.act(organizer, open.taskId(), "complete", Tasks.Input.of(null, null, answers, null), null);
    }

    private static void put(Map<String, Object> point, String key, String[] part, int index) {
        if (part.length > index && !part[index].isEmpty()) {
            point.put(key, Integer.valueOf(part[index]));
        }
    }

    private static Stream<String[]> parts(@Nullable String text) {
        return text == null || text.isBlank()
                ? Stream.of()
                : Arrays.stream(text.split(";")).map(part -> part.strip().split("\\|", -1));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" "));
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
}
