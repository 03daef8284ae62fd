package io.tongban.bench;

import io.tongban.bench.Office.Person;
import io.tongban.kernel.Ids;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Meetings of three years, half a year of them to come, in rooms that are never booked twice: a sixth belongs to weekly
 * series, a fifth has no room. Everybody's calendar says so, and when people are away besides.
 */
final class OfficeMeetings {

    static final int ROOMS = 60;

    private static final String PROCESS = "meeting-booking";
    private static final int DAYS_AHEAD = 180;
    private static final int DAYS = 3 * 365;
    private static final List<Integer> HOURS = List.of(9, 10, 11, 13, 14, 15, 16, 17);
    private static final int WEEKS_OF_A_SERIES = 12;
    private static final int ABSENCES_OF_A_PERSON = 10;
    private static final String MEETING =
            "meeting_meeting (request_id, number, series_id, organizer_id, recorder_id, topic,"
                    + " purpose, start_at, end_at, room_id, online, agenda, confidential, minutes_wanted, state, told_at,"
                    + " minutes, minutes_at, created_at, updated_at)";
    private static final String ENTRY =
            "calendar_entry (id, ref_type, ref_id, person_id, kind, title, title_en, start_at,"
                    + " end_at, away, link)";

    private final Office office;
    private final Rows rows;
    private final List<String> rooms = new ArrayList<>();
    private final Map<String, String> series = new HashMap<>();
    private final String definition;
    private int number;

    private OfficeMeetings(Office office) throws SQLException {
        this.office = office;
        this.rows = office.rows();
        this.definition = office.definition(PROCESS);
    }

    static void fill(Office office, int count) throws SQLException {
        var meetings = new OfficeMeetings(office);
        meetings.rooms();
        var last = office.now.toLocalDate().plusDays(DAYS_AHEAD);
        var days = last.minusDays(DAYS)
                .datesUntil(last)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
        int made = 0;
        for (int i = 0; i < days.size(); i++) {
            int until = (int) ((long) count * (i + 1) / days.size());
            meetings.day(days.get(i), until - made);
            made = until;
        }
        meetings.absences(last.minusDays(DAYS));
        office.rows().flush();
    }

    private void rooms() throws SQLException {
        for (int i = 1; i <= ROOMS; i++) {
            var id = Ids.next();
            rooms.add(id);
            rows.add(
                    "meeting_room (id, name, name_en, place, seats, equipment, bookable, created_at)",
                    id,
                    "会议室 " + i,
                    "Room " + i,
                    i / 10 + 1 + " 楼",
                    4 + i % 20,
                    "screen,video",
                    true,
                    office.now);
        }
    }

    private void day(LocalDate day, int count) throws SQLException {
        var places = new ArrayList<Integer>();
        for (int place = 0; place < ROOMS * HOURS.size(); place++) {
            places.add(place);
        }
        Collections.shuffle(places, office.random);
        for (int i = 0; i < count; i++) {
            var weekly = i < count / 6;
            var key = day.getDayOfWeek() + "/" + i + "/" + day.toEpochDay() / 7 / WEEKS_OF_A_SERIES;
            // The people of a series are the same every week.
            var chance = new Random(weekly ? key.hashCode() : office.random.nextLong());
            int place = places.get(i % places.size());
            var start = day.atTime(HOURS.get(place % HOURS.size()), 0);
            var room = i % 5 == 0 ? null : rooms.get(place / HOURS.size());
            meeting(
                    start,
                    start.plusMinutes(chance.nextInt(3) == 0 ? 30 : 60),
                    room,
                    weekly ? series(key) : null,
                    chance);
        }
    }

    private String series(String key) throws SQLException {
        var known = series.get(key);
        if (known != null) {
            return known;
        }
        var id = Ids.next();
        series.put(key, id);
        rows.add(
                "meeting_series (id, organizer_id, once_key, created_at)",
                id,
                office.person(1).id(),
                id,
                office.now);
        return id;
    }

    private void meeting(
            LocalDateTime start, LocalDateTime end, @Nullable String room, @Nullable String inSeries, Random chance)
            throws SQLException {
        var organizer = office.person(1 + chance.nextInt(office.size()));
        var people = people(organizer, chance);
        var id = Ids.next();
        var code = "HY%d-%05d".formatted(start.getYear(), ++number);
        var over = end.isBefore(office.now);
        var cancelled = office.random.nextInt(33) == 0;
        var minuted = over && !cancelled && office.random.nextInt(3) > 0;
        var topic = "项目例会 " + number;
        var made = over ? start.minusDays(7) : office.now.minusDays(2);
        rows.add(
                MEETING,
                id,
                code,
                inSeries,
                organizer.id(),
                organizer.id(),
                topic,
                "过一遍各项工作的进展，定下一周的安排",
                start,
                end,
                room,
                room == null ? "https://meet.example.com/" + number : null,
                "[{\"what\":\"进展\",\"minutes\":20},{\"what\":\"安排\",\"minutes\":20}]",
                office.random.nextInt(20) == 0,
                true,
                cancelled ? "CANCELLED" : "BOOKED",
                made,
                minuted ? "各项工作按计划进行。接口在周五前定稿，测试环境下周一开放，客户的三个问题由专人跟进。".repeat(4) : null,
                minuted ? end.plusHours(1) : null,
                made,
                made);
        for (var person : people) {
            var answer = person.equals(organizer) || over || office.random.nextInt(3) > 0 ? "accepted" : "open";
            rows.add(
                    "meeting_attendee (request_id, person_id, answer, answered_at, end_at)",
                    id,
                    person.id(),
                    answer,
                    answer.equals("open") ? null : made,
                    end);
            if (!cancelled) {
                entry("meeting.meeting", id, person, "meeting", topic, start, end, false, "/meetings/" + id);
            }
        }
        if (minuted) {
            rows.add(
                    "meeting_followup (id, request_id, sort, what, who_id, due)",
                    Ids.next(),
                    id,
                    0,
                    "接口定稿",
                    organizer.id(),
                    end.toLocalDate().plusDays(5));
        }
        office.request(id, code, PROCESS, definition, topic, organizer, over ? "completed" : "running", made);
    }

    private Set<Person> people(Person organizer, Random chance) {
        var people = new LinkedHashSet<Person>();
        people.add(organizer);
        int most = 2 + chance.nextInt(11);
        for (int tries = 0; people.size() < most && tries < 40; tries++) {
            people.add(office.colleague(organizer, chance));
        }
        return people;
    }

    private void absences(LocalDate first) throws SQLException {
        for (int number = 1; number <= office.size(); number++) {
            for (int i = 0; i < ABSENCES_OF_A_PERSON; i++) {
                var from = first.plusDays(office.random.nextInt(DAYS));
                var to = from.plusDays(office.random.nextInt(5));
                var id = Ids.next();
                entry(
                        "leave.request",
                        id,
                        office.person(number),
                        "leave",
                        "年假",
                        from.atTime(9, 0),
                        to.atTime(18, 0),
                        true,
                        "/requests/" + id);
            }
        }
    }

    private void entry(
            String type,
            String about,
            Person person,
            String kind,
            String title,
            LocalDateTime start,
            LocalDateTime end,
            boolean away,
            String link)
            throws SQLException {
        rows.add(ENTRY, Ids.next(), type, about, person.id(), kind, title, title, start, end, away, link);
    }
}
