package io.tongban.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is sent instead of a meeting is refused in words, and nothing has changed. */
@ProductTest
class MeetingBodiesTest {

    private static final List<@Nullable Object> NONSENSE = Collections.unmodifiableList(Arrays.asList(
            null,
            "",
            "   ",
            "nonsense",
            "\u0000",
            "\uD83D\uDE00".repeat(5_000),
            -1,
            1.5,
            99_999_999_999L,
            true,
            Map.of(),
            Map.of("what", Map.of()),
            List.of(),
            Collections.singletonList(null),
            Collections.nCopies(600, "x"),
            Collections.nCopies(600, Map.of("what", "x")),
            List.of(Map.of()),
            List.of(Map.of("what", List.of("x"))),
            List.of(Map.of("what", "x", "minutes", "viel")),
            List.of(Map.of("what", "x", "minutes", 1.5)),
            List.of(List.of())));

    @Autowired
    TestCompany company;

    @Autowired
    Rooms rooms;

    private Room room = new Room("", "", null, "", 1, List.of(), null, true);
    private TestClient lin = new TestClient(0);

    @BeforeEach
    void somebodyAndARoom() {
        lin = company.signIn(company.employ("林晓", "zhao.min"));
        room = MeetingBookingTest.newRoom(rooms, "听涛");
    }

    @Test
    void a_change_is_taken_whole_or_refused_whole() {
        var meeting = lin.post("/api/meetings", Map.of("answers", answers(0)), key())
                .ok()
                .path("id")
                .asString();
        var refused = 0;
        for (var body : bodies(answers(0))) {
            var before = lin.get("/api/meetings/" + meeting).ok();
            var request = lin.get("/api/requests/" + meeting).ok();
            var answer = lin.put("/api/meetings/" + meeting, body);
            if (answer.status() != 200) {
                refused++;
                refusal(answer, body);
                assertThat(lin.get("/api/meetings/" + meeting).ok()).isEqualTo(before);
                assertThat(lin.get("/api/requests/" + meeting).ok()).isEqualTo(request);
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void a_series_is_booked_whole_or_refused_whole() {
        var week = 0;
        for (var body : bodies(answers(0))) {
            var more = new HashMap<String, @Nullable Object>(body);
            more.put("weeks", 2);
            // What is right by chance takes the room: the next one tries another time.
            if (more.get("answers") instanceof Map<?, ?> asked && asked.get("start") instanceof String) {
                var own = new HashMap<String, @Nullable Object>();
                asked.forEach((key, value) -> own.put(String.valueOf(key), value));
                if (String.valueOf(own.get("start")).startsWith("2026")) {
                    own.put("start", answers(week).get("start"));
                }
                if (String.valueOf(own.get("end")).startsWith("2026")) {
                    own.put("end", answers(week).get("end"));
                }
                more.put("answers", own);
            }
            var before = lin.get("/api/meetings?limit=100").ok().path("items").size();
            var answer = lin.post("/api/meetings", more, key());
            var after = lin.get("/api/meetings?limit=100").ok().path("items").size();
            if (answer.status() == 201) {
                week++;
                answer.body()
                        .path("meetings")
                        .forEach(one -> lin.post("/api/meetings/" + one.asString() + "/cancel", Map.of())
                                .ok());
            } else {
                refusal(answer, more);
                assertThat(after).isEqualTo(before);
            }
        }
    }

    @Test
    void the_fields_that_are_wrong_are_named_at_once() {
        var wrong = answers(0);
        wrong.put("agenda", Collections.singletonList(null));
        wrong.put("attendees", List.of("nobody"));
        wrong.put("topic", "  ");
        wrong.put("colour", "red");
        for (var weeks : List.of(1, 3)) {
            assertThat(fields(lin.post("/api/meetings", Map.of("answers", wrong, "weeks", weeks), key())))
                    .contains("answers.agenda[0]", "answers.attendees", "answers.topic", "answers.colour");
        }
        var meeting = lin.post("/api/meetings", Map.of("answers", answers(0)), key())
                .ok()
                .path("id")
                .asString();
        assertThat(fields(lin.put("/api/meetings/" + meeting, Map.of("answers", wrong))))
                .contains("answers.agenda[0]", "answers.attendees", "answers.topic", "answers.colour");
    }

    private static List<String> fields(TestClient.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }

    private static void refusal(TestClient.Answer answer, Object body) {
        var said = String.valueOf(body);
        assertThat(answer.status())
                .as(said.substring(0, Math.min(300, said.length())) + " → " + answer.text())
                .isIn(400, 409, 422);
        assertThat(answer.title()).doesNotContain("kernel.").isNotBlank();
    }

    /** Each answer replaced by each piece of nonsense, and nonsense in place of all answers. */
    private List<Map<String, @Nullable Object>> bodies(Map<String, @Nullable Object> right) {
        var bodies = new ArrayList<Map<String, @Nullable Object>>();
        for (var nonsense : NONSENSE) {
            var whole = new HashMap<String, @Nullable Object>();
            whole.put("answers", nonsense);
            bodies.add(whole);
            for (var field : List.of(
                    "topic",
                    "start",
                    "end",
                    "room",
                    "online",
                    "attendees",
                    "recorder",
                    "agenda",
                    "purpose",
                    "confidential",
                    "minutesWanted")) {
                var wrong = new HashMap<>(right);
                wrong.put(field, nonsense);
                var body = new HashMap<String, @Nullable Object>();
                body.put("answers", wrong);
                bodies.add(body);
            }
        }
        return bodies;
    }

    private Map<String, @Nullable Object> answers(int week) {
        var day = java.time.LocalDate.of(2026, 12, 7).plusWeeks(week % 20).toString();
        return new HashMap<>(Map.of(
                "topic",
                "版本评审",
                "start",
                day + "T14:00",
                "end",
                day + "T15:00",
                "room",
                room.id(),
                "attendees",
                List.of(company.id("chen.yu"), company.id("wu.xs")),
                "agenda",
                List.of(Map.of("what", "进度", "minutes", 20))));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
