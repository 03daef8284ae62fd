package io.tongban.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.kernel.Ids;
import io.tongban.org.People;
import io.tongban.process.TestTimers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Meetings from booking to minutes, over HTTP, as the web application and outside programs do it. */
@ProductTest
class MeetingBookingTest {

    @Autowired
    TestCompany company;

    @Autowired
    Rooms rooms;

    @Autowired
    TestTimers timers;

    @Autowired
    People people;

    private Room room = new Room("", "", null, "", 1, List.of(), null, true);
    private String guest = "";
    private String other = "";
    private TestClient lin = new TestClient(0);
    private TestClient zhou = new TestClient(0);

    static Room newRoom(Rooms rooms, String name) {
        var own = name + Ids.next().substring(20);
        return rooms.add(new Room("", own, null, "3 楼", 8, List.of("screen", "video"), null, true));
    }

    @BeforeEach
    void somebodyNewAndARoom() {
        guest = company.employ("周岩", "zhao.min");
        other = company.employ("秦川", "zhao.min");
        lin = company.signIn(company.employ("林晓", "zhao.min"));
        zhou = company.signIn(guest);
        room = newRoom(rooms, "听涛");
    }

    @Test
    void booking_takes_the_room_fills_the_calendars_and_invites() {
        var meeting = book("2026-12-07T14:00", "2026-12-07T15:00");

        assertThat(entries(zhou, "2026-12-07")).containsExactly("版本评审 2026-12-07T14:00:00 /meetings/" + meeting);
        assertThat(entries(lin, "2026-12-07")).hasSize(1);
        assertThat(notices(zhou))
                .first()
                .asString()
                .isEqualTo("林晓邀请你参加会议“版本评审”：12月7日 周一 14:00–15:00，" + room.name() + "。请答复能否参加。");
        assertThat(lin.get("/api/requests/" + meeting).ok().path("title").asString())
                .isEqualTo("版本评审，12月7日 周一 14:00–15:00");
        var day = lin.get("/api/rooms?date=2026-12-07").ok();
        assertThat(day.path("items")
                        .valueStream()
                        .filter(one -> one.path("id").asString().equals(room.id()))
                        .findFirst()
                        .orElseThrow()
                        .at("/bookings/0/organizer/name")
                        .asString())
                .isEqualTo("林晓");
    }

    @Test
    void a_taken_room_is_refused_with_who_has_it_and_what_is_free() {
        book("2026-12-07T14:00", "2026-12-07T15:00");
        var refused =
                zhou.post("/api/meetings", Map.of("answers", answers("2026-12-07T14:30", "2026-12-07T15:30")), key());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("meeting:room-taken");
        assertThat(refused.title())
                .startsWith(room.name() + " 12月7日 周一 14:00–15:00 已被林晓预订。")
                .contains(room.name() + " 12月7日 周一 空闲：08:00–14:00、15:00–20:00。");
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("answers.room");
        zhou.language("en");
        assertThat(zhou.post("/api/meetings", Map.of("answers", answers("2026-12-07T14:30", "2026-12-07T15:30")), key())
                        .title())
                .startsWith(room.name() + " is booked by 林晓: Mon 7 Dec 14:00–15:00.");
        assertThat(zhou.post("/api/meetings", Map.of("answers", answers("2026-12-07T15:00", "2026-12-07T16:00")), key())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var wrong = answers("2026-12-07T14:00", "2026-12-07T13:00");
        wrong.remove("room");

        var refused = lin.post("/api/meetings", Map.of("answers", wrong), key());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly("answers.end", "answers.room");
    }

    @Test
    void whoever_is_invited_answers_and_may_think_again_but_changes_nothing() {
        var meeting = book("2026-12-07T14:00", "2026-12-07T15:00");

        var declined = zhou.put("/api/meetings/" + meeting + "/answer", Map.of("answer", "declined", "remark", "在外地"));
        assertThat(declined.ok().path("deeds").valueStream().map(JsonNode::asString))
                .containsExactly("answer");
        assertThat(entries(zhou, "2026-12-07")).isEmpty();
        assertThat(notices(lin)).first().asString().isEqualTo("周岩不能参加会议“版本评审”（12月7日 周一 14:00–15:00）：在外地");
        zhou.put("/api/meetings/" + meeting + "/answer", Map.of("answer", "accepted"))
                .ok();
        assertThat(entries(zhou, "2026-12-07")).hasSize(1);
        assertThat(answer(lin, meeting, "周岩")).isEqualTo("accepted");

        var change = zhou.put(
                "/api/meetings/" + meeting, Map.of("answers", answers("2026-12-08T14:00", "2026-12-08T15:00")));
        assertThat(change.status()).isEqualTo(403);
        assertThat(change.title()).isEqualTo("只有组织者林晓能修改或取消这次会议。不能参加请答复“不参加”。");
        assertThat(zhou.post("/api/meetings/" + meeting + "/cancel", Map.of()).status())
                .isEqualTo(403);
        assertThat(zhou.get("/api/requests/" + meeting).status()).isEqualTo(404);
        var stranger = company.signIn("wu.xs");
        assertThat(stranger.get("/api/meetings/" + meeting).status()).isEqualTo(404);
        assertThat(stranger.put("/api/meetings/" + meeting + "/answer", Map.of("answer", "accepted"))
                        .status())
                .isEqualTo(404);
        assertThat(lin.put("/api/meetings/" + meeting + "/answer", Map.of("answer", "declined"))
                        .problem())
                .isEqualTo("meeting:organizer-comes");
    }

    @Test
    void moving_checks_the_room_again_asks_everybody_again_and_moves_the_reminders() {
        var meeting = book("2026-12-07T14:00", "2026-12-07T15:00");
        zhou.put("/api/meetings/" + meeting + "/answer", Map.of("answer", "accepted"))
                .ok();
        timers.fire(meeting, "Timer_DayBefore");
        company.signIn("wu.xs")
                .post("/api/meetings", Map.of("answers", answers("2026-12-08T14:00", "2026-12-08T15:00")), key())
                .ok();

        var taken =
                lin.put("/api/meetings/" + meeting, Map.of("answers", answers("2026-12-08T14:00", "2026-12-08T15:00")));
        assertThat(taken.problem()).isEqualTo("meeting:room-taken");
        assertThat(entries(zhou, "2026-12-07")).hasSize(1);

        lin.put("/api/meetings/" + meeting, Map.of("answers", answers("2026-12-09T09:00", "2026-12-09T10:00")))
                .ok();
        assertThat(entries(zhou, "2026-12-07")).isEmpty();
        assertThat(entries(zhou, "2026-12-09")).hasSize(1);
        assertThat(answer(lin, meeting, "周岩")).isEqualTo("open");
        assertThat(notices(zhou)).first().asString().startsWith("会议“版本评审”改到 12月9日 周三 09:00–10:00");
        assertThat(timers.dueAt(meeting, "Timer_DayBefore"))
                .hasValueSatisfying(due -> assertThat(due).hasToString("2026-12-08T01:00:00Z"));
        var request = lin.get("/api/requests/" + meeting).ok();
        assertThat(request.path("title").asString()).isEqualTo("版本评审，12月9日 周三 09:00–10:00");
        assertThat(request.at("/timeline/1/actionName").asString()).isEqualTo("修改会议");
        assertThat(request.at("/timeline/1/comment").asString())
                .isEqualTo("12月7日 周一 14:00–15:00 → 12月9日 周三 09:00–10:00");
        // What it left is free.
        zhou.post("/api/meetings", Map.of("answers", answers("2026-12-07T14:00", "2026-12-07T15:00")), key())
                .ok();
    }

    @Test
    void people_who_are_added_are_invited_and_people_who_are_removed_are_told() {
        var meeting = book("2026-12-07T14:00", "2026-12-07T15:00");
        var answers = answers("2026-12-07T14:00", "2026-12-07T15:00");
        answers.put("attendees", List.of(company.id(other)));

        lin.put("/api/meetings/" + meeting, Map.of("answers", answers)).ok();

        assertThat(notices(zhou)).first().asString().startsWith("你不必再参加会议“版本评审”");
        assertThat(entries(zhou, "2026-12-07")).isEmpty();
        assertThat(zhou.get("/api/meetings/" + meeting).status()).isEqualTo(404);
        assertThat(notices(company.signIn(other))).first().asString().startsWith("林晓邀请你参加会议");
    }

    @Test
    void coming_meetings_of_an_organizer_who_leaves_are_cancelled() {
        var meeting = book("2026-12-07T14:00", "2026-12-07T15:00");
        people.setPresent(lin.get("/api/me").ok().path("id").asString(), false);

        assertThat(notices(zhou)).first().asString().contains("取消").contains("组织人已离职");
        assertThat(entries(zhou, "2026-12-07")).isEmpty();
        assertThat(company.signIn("gao.admin")
                        .get("/api/requests/" + meeting)
                        .ok()
                        .path("status")
                        .asString())
                .isEqualTo("cancelled");
        zhou.post("/api/meetings", Map.of("answers", answers("2026-12-07T14:00", "2026-12-07T15:00")), key())
                .ok();
    }

    @Test
    void cancelling_frees_the_room_and_tells_everybody_why() {
        var meeting = book("2026-12-07T14:00", "2026-12-07T15:00");

        var cancelled = lin.post("/api/meetings/" + meeting + "/cancel", Map.of("reason", "客户改期"));

        assertThat(cancelled.ok().path("state").asString()).isEqualTo("cancelled");
        assertThat(lin.get("/api/requests/" + meeting).ok().path("status").asString())
                .isEqualTo("cancelled");
        assertThat(notices(zhou)).first().asString().isEqualTo("林晓取消了会议“版本评审”（12月7日 周一 14:00–15:00）：客户改期");
        assertThat(entries(zhou, "2026-12-07")).isEmpty();
        assertThat(entries(lin, "2026-12-07")).isEmpty();
        assertThat(lin.post("/api/meetings/" + meeting + "/cancel", Map.of()).problem())
                .isEqualTo("meeting:is-cancelled");
        zhou.post("/api/meetings", Map.of("answers", answers("2026-12-07T14:00", "2026-12-07T15:00")), key())
                .ok();
    }

    @Test
    void withdrawing_the_request_frees_the_room_too() {
        var meeting = book("2026-12-07T14:00", "2026-12-07T15:00");

        lin.post("/api/requests/" + meeting + "/withdraw", Map.of("comment", "不开了"))
                .ok();

        assertThat(lin.get("/api/meetings/" + meeting).ok().path("state").asString())
                .isEqualTo("cancelled");
        assertThat(notices(zhou)).first().asString().startsWith("林晓取消了会议");
    }

    @Test
    void everybody_is_told_a_day_ahead_and_reminded_shortly_before() {
        var meeting = book("2026-12-07T14:00", "2026-12-07T15:00");
        assertThat(timers.dueAt(meeting, "Timer_DayBefore"))
                .hasValueSatisfying(due -> assertThat(due).hasToString("2026-12-06T06:00:00Z"));

        timers.fire(meeting, "Timer_DayBefore");
        assertThat(notices(zhou))
                .first()
                .asString()
                .isEqualTo("会议“版本评审”将在 12月7日 周一 14:00–15:00 举行，" + room.name() + "。你还没有答复能否参加。");
        assertThat(timers.dueAt(meeting, "Timer_Soon"))
                .hasValueSatisfying(due -> assertThat(due).hasToString("2026-12-07T05:45:00Z"));
        timers.fire(meeting, "Timer_Soon");
        assertThat(notices(zhou)).first().asString().startsWith("会议“版本评审”快开始了");
    }

    @Test
    void the_recorder_drafts_the_minutes_the_host_distributes_them_with_follow_ups() {
        var asked = answers("2026-12-07T14:00", "2026-12-07T15:00");
        asked.put("recorder", company.id(guest));
        asked.put("attendees", List.of(company.id(guest), company.id(other)));
        var meeting = lin.post("/api/meetings", Map.of("answers", asked), key())
                .ok()
                .path("id")
                .asString();
        timers.fire(meeting, "Timer_DayBefore");
        timers.fire(meeting, "Timer_Soon");
        timers.fire(meeting, "Timer_End");

        complete(zhou, meeting, Map.of("minutes", "草稿：下周一上线"));
        complete(
                lin,
                meeting,
                Map.of(
                        "minutes",
                        "决定：12月14日上线。",
                        "followUps",
                        List.of(Map.of("what", "准备上线公告", "who", company.id(other), "due", "2026-12-11"))));

        assertThat(lin.get("/api/requests/" + meeting).ok().path("status").asString())
                .isEqualTo("completed");
        var seen = zhou.get("/api/meetings/" + meeting).ok();
        assertThat(seen.path("minutes").asString()).isEqualTo("决定：12月14日上线。");
        assertThat(seen.at("/followUps/0/who/name").asString()).isEqualTo("秦川");
        assertThat(seen.at("/followUps/0/due").asString()).isEqualTo("2026-12-11");
        assertThat(notices(zhou)).first().asString().endsWith("的纪要已发出。");
        assertThat(notices(company.signIn(other))).first().asString().endsWith("有 1 项后续事项由你负责。");
    }

    @Test
    void a_meeting_that_was_held_can_be_entered_for_its_minutes() {
        var meeting = book("2026-11-20T14:00", "2026-11-20T15:00");

        assertThat(lin.get("/api/meetings/" + meeting).ok().path("state").asString())
                .isEqualTo("held");
        complete(lin, meeting, Map.of("minutes", "口头会议，补记。"));
        assertThat(lin.get("/api/meetings?view=past")
                        .ok()
                        .at("/items/0/minuted")
                        .asBoolean())
                .isTrue();
        assertThat(lin.put(
                                "/api/meetings/" + meeting,
                                Map.of("answers", answers("2026-12-08T14:00", "2026-12-08T15:00")))
                        .problem())
                .isEqualTo("meeting:has-begun");
    }

    @Test
    void a_series_with_a_conflict_is_refused_whole_unless_the_dates_are_left_out() {
        zhou.post("/api/meetings", Map.of("answers", answers("2026-12-14T14:00", "2026-12-14T15:00")), key())
                .ok();
        var asked = answers("2026-12-07T14:00", "2026-12-07T15:00");

        var refused = lin.post("/api/meetings", Map.of("answers", asked, "weeks", 4), key());

        assertThat(refused.problem()).isEqualTo("meeting:series-taken");
        assertThat(refused.title())
                .isEqualTo(
                        "4 次会议中有 1 次订不到" + room.name() + "：12月14日 周一 14:00–15:00（周岩）。可以跳过这些日期只订其余 3 次，或换一间会议室、换个时间。");
        assertThat(lin.get("/api/meetings").ok().path("items").size()).isZero();

        var key = key();
        var body = Map.of("answers", asked, "weeks", 4, "skip", true);
        var made = lin.post("/api/meetings", body, key).ok();
        assertThat(made.path("meetings").size()).isEqualTo(3);
        assertThat(made.at("/skipped/0").asString()).isEqualTo("2026-12-14");
        assertThat(lin.post("/api/meetings", body, key).ok().path("meetings")).isEqualTo(made.path("meetings"));
        assertThat(notices(zhou)).first().asString().contains("每周会议“版本评审”").contains("共 3 次");
        assertThat(entries(zhou, "2026-12-21")).hasSize(1);

        var second = made.at("/meetings/1").asString();
        lin.post("/api/meetings/" + second + "/cancel", Map.of("following", true))
                .ok();
        assertThat(lin.get("/api/meetings")
                        .ok()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("state").asString()))
                .containsExactly("booked", "cancelled", "cancelled");
        assertThat(notices(zhou)).first().asString().contains("取消了每周会议").contains("共 2 次");
    }

    @Test
    void guests_of_some_dates_of_a_cancelled_series_are_told_of_theirs() {
        var body = Map.of("answers", answers("2026-12-07T14:00", "2026-12-07T15:00"), "weeks", 4);
        var made = lin.post("/api/meetings", body, key()).ok().path("meetings");
        var once = company.employ("单次嘉宾", "zhao.min");
        var twice = company.employ("两次嘉宾", "zhao.min");
        invite(made.get(1).asString(), "2026-12-14", guest, twice);
        invite(made.get(3).asString(), "2026-12-28", guest, once, twice);

        lin.post("/api/meetings/" + made.get(1).asString() + "/cancel", Map.of("following", true, "reason", "项目结束"))
                .ok();

        assertThat(notices(company.signIn(once)))
                .first()
                .asString()
                .isEqualTo("林晓取消了会议“版本评审”（12月28日 周一 14:00–15:00）：项目结束");
        assertThat(notices(company.signIn(twice)))
                .first()
                .asString()
                .isEqualTo("林晓取消了每周会议“版本评审”，你参加的 2 次（12月14日 周一 14:00–15:00、12月28日 周一 14:00–15:00）不再举行：项目结束");
        assertThat(notices(zhou)).first().asString().isEqualTo("林晓取消了每周会议“版本评审”，自 12月14日 周一 14:00–15:00 起共 3 次：项目结束");
    }

    private void invite(String meeting, String day, String... guests) {
        var asked = answers(day + "T14:00", day + "T15:00");
        asked.put("attendees", Stream.of(guests).map(company::id).toList());
        lin.put("/api/meetings/" + meeting, Map.of("answers", asked)).ok();
    }

    @Test
    void the_request_of_a_changed_meeting_shows_what_holds_now() {
        var asked = answers("2026-12-07T14:00", "2026-12-07T15:00");
        asked.put("purpose", "定版本");
        var meeting = lin.post("/api/meetings", Map.of("answers", asked), key())
                .ok()
                .path("id")
                .asString();

        var wanted = answers("2026-12-09T09:00", "2026-12-09T10:00");
        wanted.put("topic", "版本评审（改期）");
        wanted.put("attendees", List.of(company.id(other)));
        wanted.put("agenda", List.of());
        lin.put("/api/meetings/" + meeting, Map.of("answers", wanted)).ok();

        var request = lin.get("/api/requests/" + meeting).ok();
        assertThat(request.at("/answers/start").asString()).isEqualTo("2026-12-09T09:00");
        assertThat(request.at("/answers/topic").asString()).isEqualTo("版本评审（改期）");
        assertThat(request.at("/answers/attendees/0").asString()).isEqualTo(company.id(other));
        assertThat(request.path("answers").has("purpose"))
                .as("what was left empty is gone")
                .isFalse();
        assertThat(request.path("answers").has("agenda")).isFalse();
        assertThat(request.path("title").asString()).startsWith("版本评审（改期），12月9日");
    }

    @Test
    void files_of_the_minutes_are_for_everybody_who_took_part() {
        var meeting = book("2026-11-20T14:00", "2026-11-20T15:00");
        var sent = file("结论.txt");
        var left = file("草稿.txt");
        complete(lin, meeting, Map.of("minutes", "见附件。", "minutesFiles", List.of(sent)));

        var seen = zhou.get("/api/meetings/" + meeting).ok();
        assertThat(seen.at("/minutesFiles/0/name").asString()).isEqualTo("结论.txt");
        assertThat(zhou.get("/api/files/" + sent).status()).isEqualTo(200);
        assertThat(zhou.get("/api/files/" + left).status()).isEqualTo(404);
        assertThat(company.signIn(other).get("/api/files/" + sent).status()).isEqualTo(404);
    }

    @Test
    void a_draft_that_the_host_left_out_stays_with_those_who_wrote_it() {
        var asked = answers("2026-11-20T14:00", "2026-11-20T15:00");
        asked.put("recorder", company.id(guest));
        asked.put("attendees", List.of(company.id(guest), company.id(other)));
        var meeting = lin.post("/api/meetings", Map.of("answers", asked), key())
                .ok()
                .path("id")
                .asString();
        var draft = zhou.upload("/api/files", "草稿.txt", "text/plain", "草稿".getBytes(StandardCharsets.UTF_8))
                .ok()
                .path("id")
                .asString();
        complete(zhou, meeting, Map.of("minutes", "草稿", "minutesFiles", List.of(draft)));
        assertThat(lin.get("/api/files/" + draft).status())
                .as("the host looks at it")
                .isEqualTo(200);
        complete(lin, meeting, Map.of("minutes", "定稿", "minutesFiles", List.of()));

        var third = company.signIn(other);
        assertThat(third.get("/api/meetings/" + meeting).ok().path("minutes").asString())
                .isEqualTo("定稿");
        assertThat(third.get("/api/files/" + draft).status()).isEqualTo(404);
    }

    private String file(String name) {
        return lin.upload("/api/files", name, "text/plain", "结论".getBytes(StandardCharsets.UTF_8))
                .ok()
                .path("id")
                .asString();
    }

    @Test
    void colleagues_see_when_somebody_is_busy_but_not_what_is_private() {
        var asked = answers("2026-12-07T14:00", "2026-12-07T15:00");
        asked.put("confidential", true);
        lin.post("/api/meetings", Map.of("answers", asked), key()).ok();
        lin.post(
                        "/api/requests",
                        Map.of(
                                "process",
                                "meeting-booking",
                                "answers",
                                answers("2026-12-07T16:00", "2026-12-07T17:00")),
                        key())
                .ok();
        var path = "/api/meetings/busy?people=" + company.id(guest) + "&from=2026-12-07&to=2026-12-13";

        var stranger = company.signIn("wu.xs").get(path).ok().at("/items/0/spans");
        assertThat(stranger.at("/0/kind").asString()).isEqualTo("meeting");
        assertThat(stranger.at("/0/topic").isNull()).isTrue();
        assertThat(stranger.at("/1/topic").asString()).isEqualTo("版本评审");
        assertThat(stranger.at("/1/meeting").isNull()).isTrue();
        assertThat(lin.get(path).ok().at("/items/0/spans/0/topic").asString()).isEqualTo("版本评审");
        assertThat(company.signIn("wu.xs").get("/api/rooms?date=2026-12-07").text())
                .contains("版本评审");
    }

    @Test
    void the_office_looks_after_the_rooms_and_a_closed_one_can_not_be_booked() {
        var body = new HashMap<String, Object>(Map.of("name", room.name(), "place", "5 楼", "seats", 20));
        assertThat(lin.post("/api/rooms", body).status()).isEqualTo(403);
        var office = company.signIn("gao.admin");
        assertThat(office.post("/api/rooms", body).body().at("/errors/0/code").asString())
                .isEqualTo("meeting:room-name-taken");

        body.put("bookable", false);
        office.put("/api/rooms/" + room.id(), body).ok();

        assertThat(lin.post("/api/meetings", Map.of("answers", answers("2026-12-07T14:00", "2026-12-07T15:00")), key())
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("answers.room");
    }

    @Test
    void my_meetings_are_listed_page_by_page() {
        for (int day = 1; day <= 5; day++) {
            book("2026-12-0" + day + "T14:00", "2026-12-0" + day + "T15:00");
        }
        var days = new ArrayList<String>();
        String cursor = "";
        do {
            var page = zhou.get("/api/meetings?limit=2&cursor=" + cursor).ok();
            page.path("items")
                    .forEach(one -> days.add(one.path("start").asString().substring(0, 10)));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(days).containsExactly("2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05");
    }

    @Test
    void meetings_that_end_at_the_same_moment_are_listed_once_each() {
        var made = new java.util.HashSet<String>();
        for (int i = 0; i < 4; i++) {
            var asked = answers("2026-12-07T14:00", "2026-12-07T15:00");
            asked.put("room", newRoom(rooms, "并排" + i).id());
            made.add(lin.post("/api/meetings", Map.of("answers", asked), key())
                    .ok()
                    .path("id")
                    .asString());
        }

        var listed = new ArrayList<String>();
        String cursor = "";
        do {
            var page = zhou.get("/api/meetings?limit=1&cursor=" + cursor).ok();
            page.path("items").forEach(one -> listed.add(one.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(listed).hasSize(4).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void a_meeting_over_midnight_takes_its_room_on_both_days() {
        book("2026-12-07T20:30", "2026-12-08T19:00");

        assertThat(taken("2026-12-06")).isZero();
        assertThat(taken("2026-12-07")).isOne();
        assertThat(taken("2026-12-08")).isOne();
        assertThat(taken("2026-12-09")).isZero();
    }

    /** How often the room is booked on a day. */
    private long taken(String day) {
        return lin.get("/api/rooms?date=" + day)
                .ok()
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(room.id()))
                .mapToLong(one -> one.path("bookings").size())
                .sum();
    }

    private String book(String start, String end) {
        return lin.post("/api/meetings", Map.of("answers", answers(start, end)), key())
                .ok()
                .path("id")
                .asString();
    }

    private Map<String, Object> answers(String start, String end) {
        return new HashMap<>(Map.of(
                "topic",
                "版本评审",
                "start",
                start,
                "end",
                end,
                "room",
                room.id(),
                "attendees",
                List.of(company.id(guest)),
                "agenda",
                List.of(Map.of("what", "进度", "minutes", 20))));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void complete(TestClient who, String meeting, Map<String, Object> answers) {
        var task = who.get("/api/requests/" + meeting).ok().path("myTask").asString();
        who.post("/api/tasks/" + task + "/complete", Map.of("answers", answers, "comment", ""), key())
                .ok();
    }

    private static List<String> entries(TestClient who, String day) {
        return who.get("/api/calendar/entries?from=" + day + "&to=" + day)
                .ok()
                .path("items")
                .valueStream()
                .map(one -> one.path("title").asString() + " "
                        + one.path("start").asString() + " "
                        + one.path("link").asString())
                .toList();
    }

    private static List<String> notices(TestClient who) {
        return who.get("/api/notifications?limit=20")
                .ok()
                .path("items")
                .valueStream()
                .map(one -> one.path("title").asString())
                .toList();
    }

    private static String answer(TestClient who, String meeting, String name) {
        return who.get("/api/meetings/" + meeting)
                .ok()
                .path("attendees")
                .valueStream()
                .filter(one -> one.at("/person/name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("answer")
                .asString();
    }
}
