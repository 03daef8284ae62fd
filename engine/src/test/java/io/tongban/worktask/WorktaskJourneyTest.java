package io.tongban.worktask;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.calendar.CalendarEntries;
import io.tongban.calendar.CalendarEntry;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import io.tongban.org.People;
import io.tongban.process.TestTimers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Tasks from given to accepted, over HTTP, as their people and outside programs see them. */
@ProductTest
class WorktaskJourneyTest {

    @Autowired
    TestCompany company;

    @Autowired
    TestTimers timers;

    @Autowired
    CalendarEntries calendar;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    private String creator = "";
    private String owner = "";
    private String acceptor = "";
    private String participant = "";

    /** Everybody is led by zhao.min, so that lists hold nothing else. */
    @BeforeEach
    void everybody() {
        creator = company.employ("布置人", "zhao.min");
        owner = company.employ("负责人", "zhao.min");
        acceptor = company.employ("验收人", "zhao.min");
        participant = company.employ("参与人", "zhao.min");
    }

    @Test
    void a_task_goes_from_given_to_accepted() {
        var task = give();
        assertThat(entries(owner)).singleElement().asString().contains("截止：整理客户资料");
        assertThat(notices(participant)).anyMatch(words -> words.contains("邀请你参与任务“整理客户资料”"));
        assertThat(one(owner, task).at("/item/stage").asString()).isEqualTo("planned");

        report(owner, task, 40, "资料已收齐一半").ok();
        assertThat(one(acceptor, task).at("/item/progress").asInt()).isEqualTo(40);
        assertThat(one(acceptor, task).at("/item/stage").asString()).isEqualTo("doing");

        assertThat(handIn(owner, task, Map.of("result", "全部整理完毕")).status()).isEqualTo(200);
        assertThat(one(owner, task).at("/item/stage").asString()).isEqualTo("accepting");
        assertThat(one(creator, task).at("/result/words").asString()).isEqualTo("全部整理完毕");
        assertThat(entries(owner)).isEmpty();

        assertThat(act(acceptor, task, "approve", "很好")
                        .ok()
                        .at("/request/status")
                        .asString())
                .isEqualTo("running");
        assertThat(act(creator, task, "approve", null)
                        .ok()
                        .at("/request/status")
                        .asString())
                .as("whoever gave it is one of the acceptors")
                .isEqualTo("completed");

        assertThat(one(participant, task).at("/item/stage").asString()).isEqualTo("closed");
        assertThat(kinds(task)).containsExactly("closed", "accepted", "accepted", "submitted", "progress", "created");
        assertThat(notices(participant)).anyMatch(words -> words.contains("已通过全部验收"));
        assertThat(report(owner, task, 50, "还想改").problem()).isEqualTo("worktask:ended-closed");
    }

    @Test
    void a_result_is_sent_back_twice_with_reasons_and_accepted_at_last() {
        var task = give();
        for (int round = 1; round <= 2; round++) {
            handIn(owner, task, Map.of("result", "第 " + round + " 稿")).ok();
            assertThat(act(acceptor, task, "reject", null).status())
                    .as("reasons are needed")
                    .isEqualTo(422);
            act(acceptor, task, "reject", "第 " + round + " 稿缺附件").ok();
            assertThat(one(owner, task).at("/item/stage").asString()).isEqualTo("doing");
            assertThat(timers.dueAt(task, "Timer_Late")).isPresent();
        }
        assertThat(log(task)).anyMatch(line -> line.path("words").asString("").equals("第 2 稿缺附件"));
        handIn(owner, task, Map.of("result", "第三稿")).ok();
        act(acceptor, task, "approve", null).ok();
        act(creator, task, "approve", null).ok();

        assertThat(one(owner, task).at("/item/round").asInt()).isEqualTo(3);
        assertThat(one(owner, task).at("/item/stage").asString()).isEqualTo("closed");
    }

    @Test
    void files_of_the_result_are_open_to_everybody_concerned_and_to_nobody_else() {
        var task = give();
        var file = company.signIn(owner)
                .upload("/api/files", "成果.txt", "text/plain", "全部完成".getBytes(StandardCharsets.UTF_8))
                .ok()
                .path("id")
                .asString();
        handIn(owner, task, Map.of("result", "见附件", "resultFiles", List.of(file)))
                .ok();

        assertThat(one(participant, task).at("/result/files/0/name").asString()).isEqualTo("成果.txt");
        assertThat(company.signIn(participant).get("/api/files/" + file).status())
                .isEqualTo(200);
        assertThat(company.signIn(company.employ("路人", null))
                        .get("/api/files/" + file)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_creator_replaces_the_owner_and_everything_moves_along() {
        var task = give();
        report(owner, task, 30, null).ok();
        var next = company.employ("接手人", "zhao.min");

        assertThat(put(participant, task, "owner", Map.of("owner", company.id(next)))
                        .status())
                .as("only whoever gave it may")
                .isEqualTo(403);
        put(creator, task, "owner", Map.of("owner", company.id(next), "reason", "另有安排"))
                .ok();

        assertThat(one(creator, task).at("/item/owner/id").asString()).isEqualTo(company.id(next));
        assertThat(one(creator, task).at("/item/progress").asInt()).isEqualTo(30);
        assertThat(entries(owner)).isEmpty();
        assertThat(entries(next)).hasSize(1);
        assertThat(notices(owner)).anyMatch(words -> words.contains("转由接手人负责"));
        assertThat(timers.dueAt(task, "Timer_Late")).isPresent();
        assertThat(handIn(owner, task, Map.of("result", "我来交")).status()).isEqualTo(404);
        assertThat(report(owner, task, 90, null).status()).isEqualTo(403);

        handIn(next, task, Map.of("result", "完成")).ok();
        act(acceptor, task, "reject", "再看看").ok();
        assertThat(one(next, task).path("task").asString(""))
                .as("it comes back to whoever has it now")
                .isNotEmpty();
        assertThat(one(owner, task).path("task").isNull()).isTrue();
    }

    @Test
    void the_task_of_an_owner_who_leaves_goes_back_to_whoever_gave_it() {
        var task = give();
        people.setPresent(company.id(owner), false);
        assertThat(one(creator, task).path("task").asString("")).isNotEmpty();
        var next = company.employ("接手人", "zhao.min");
        put(creator, task, "owner", Map.of("owner", company.id(next))).ok();
        assertThat(one(creator, task).path("task").isNull()).isTrue();
        assertThat(one(next, task).path("task").asString("")).isNotEmpty();
    }

    @Test
    void an_acceptor_on_leave_is_stood_in_for() {
        var task = give();
        var now = LocalDateTime.now(clock.withZone(zone));
        calendar.put(new CalendarEntry(
                new BusinessRef("leave.request", Ids.next()),
                company.id(acceptor),
                "leave",
                "年假",
                "Annual leave",
                now.minusDays(1),
                now.plusDays(4),
                true,
                null));

        handIn(owner, task, Map.of("result", "完成")).ok();

        assertThat(notices(acceptor)).anyMatch(words -> words.contains("由布置人代为验收"));
        assertThat(one(acceptor, task).path("task").isNull()).isTrue();
        act(creator, task, "approve", null).ok();
        assertThat(one(owner, task).at("/item/stage").asString()).isEqualTo("closed");
    }

    @Test
    void when_the_only_acceptor_leaves_the_owner_still_does_not_accept_the_own_work() {
        creator = owner;
        var task = give();
        handIn(owner, task, Map.of("result", "完成")).ok();
        people.setPresent(company.id(acceptor), false);

        assertThat(act(owner, task, "approve", null).problem()).isEqualTo("worktask:own-result");
        var other = company.employ("代验收", "zhao.min");
        put(owner, task, "acceptors", Map.of("acceptors", List.of(company.id(other))))
                .ok();
        act(other, task, "approve", null).ok();
        assertThat(one(owner, task).at("/item/stage").asString()).isEqualTo("closed");
    }

    @Test
    void acceptors_can_be_replaced_while_they_are_asked() {
        var task = give();
        handIn(owner, task, Map.of("result", "完成")).ok();
        act(creator, task, "approve", null).ok();
        var other = company.employ("代验收", "zhao.min");

        assertThat(put(creator, task, "acceptors", Map.of("acceptors", List.of(company.id(owner))))
                        .status())
                .as("nobody accepts the own work")
                .isEqualTo(422);
        put(creator, task, "acceptors", Map.of("acceptors", List.of(company.id(creator), company.id(other))))
                .ok();

        assertThat(one(creator, task).path("task").isNull())
                .as("who accepted is not asked again")
                .isTrue();
        act(other, task, "approve", null).ok();
        assertThat(one(owner, task).at("/item/stage").asString()).isEqualTo("closed");
    }

    @Test
    void reminders_reach_owner_creator_and_leader_once_and_follow_the_end() {
        var task = give();
        var before = timers.dueAt(task, "Timer_Late").orElseThrow();
        assertThat(timers.dueAt(task, "Timer_Soon").orElseThrow()).isBefore(before);

        timers.fire(task, "Timer_Soon");
        assertThat(notices(owner)).anyMatch(words -> words.contains("你负责的任务“整理客户资料”将于"));
        assertThat(notices(creator)).anyMatch(words -> words.contains("负责人负责的任务“整理客户资料”将于"));
        assertThat(notices("zhao.min")).anyMatch(words -> words.contains("负责人负责的任务“整理客户资料”将于"));

        put(creator, task, "end", Map.of("end", day(20))).ok();
        assertThat(timers.dueAt(task, "Timer_Late").orElseThrow()).isEqualTo(before.plus(Duration.ofDays(10)));
        assertThat(entries(owner)).singleElement().asString().contains(day(20));
        assertThat(notices(participant)).anyMatch(words -> words.contains("由 " + said(10) + " 调整为 " + said(20)));

        timers.fire(task, "Timer_Late");
        assertThat(notices(owner)).anyMatch(words -> words.contains("已于 " + said(20) + " 到期"));

        put(creator, task, "end", Map.of("end", day(1))).ok();
        timers.fire(task, "Timer_Daily");
        assertThat(notices(owner))
                .as("an end that is moved again is caught up")
                .anyMatch(words -> words.contains("将于 " + said(1) + " 截止"));

        handIn(owner, task, Map.of("result", "完成")).ok();
        assertThat(timers.dueAt(task, "Timer_Daily")).as("reminders stop").isEmpty();
        act(acceptor, task, "approve", null).ok();
        act(creator, task, "approve", null).ok();
        assertThat(timersOf(task)).isEmpty();
    }

    @Test
    void the_owner_is_asked_for_the_report_that_was_agreed_on() {
        var task = give("rhythm", "weekly");
        timers.fire(task, "Timer_Daily");
        assertThat(notices(owner)).noneMatch(words -> words.contains("请汇报任务"));
        jdbc.update(
                "update worktask_task set report_at = ?, start_on = ? where request_id = ?",
                java.sql.Timestamp.valueOf("2026-11-01 00:00:00"),
                java.sql.Date.valueOf("2026-11-01"),
                task);
        timers.fire(task, "Timer_Daily");
        assertThat(notices(owner)).anyMatch(words -> words.contains("请汇报任务“整理客户资料”的进度"));
    }

    @Test
    void a_delay_records_its_remedy() {
        var task = give("start", day(-10), "end", day(-1));
        assertThat(one(owner, task).at("/item/late").asBoolean()).isTrue();
        var refused = handIn(owner, task, Map.of("result", "完成"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("answers.remedy");

        company.signIn(owner)
                .post("/api/worktasks/" + task + "/delay", Map.of("remedy", "供应商延误，已换一家", "end", day(3)))
                .ok();

        assertThat(notices(creator)).anyMatch(words -> words.contains("希望延到 " + said(3) + "：供应商延误"));
        assertThat(notices("zhao.min")).anyMatch(words -> words.contains("供应商延误"));
        assertThat(one(creator, task).path("askedEnd").asString()).isEqualTo(day(3));
        put(creator, task, "end", Map.of("end", day(3))).ok();
        assertThat(one(owner, task).at("/item/late").asBoolean()).isFalse();
        handIn(owner, task, Map.of("result", "完成")).ok();
    }

    @Test
    void a_late_result_may_bring_its_remedy_with_it() {
        var task = give("start", day(-10), "end", day(-1));
        handIn(owner, task, Map.of("result", "完成", "remedy", "人手不足，已补齐")).ok();
        assertThat(kinds(task)).containsExactly("submitted", "delay", "created");
    }

    @Test
    void nobody_accepts_in_place_of_an_acceptor_and_strangers_know_nothing() {
        var task = give();
        handIn(owner, task, Map.of("result", "完成")).ok();
        var open = openTask(acceptor, task);

        for (var somebody : List.of(participant, owner, company.employ("路人", null))) {
            var answer = company.signIn(somebody)
                    .post(
                            "/api/tasks/" + open + "/approve",
                            Map.of("comment", "我替他通过"),
                            UUID.randomUUID().toString());
            assertThat(answer.status()).as(somebody).isEqualTo(404);
        }
        assertThat(company.signIn(participant).get("/api/requests/" + task).status())
                .as("whoever takes part may follow it")
                .isEqualTo(200);
        var stranger = company.signIn(company.employ("路人", null));
        assertThat(stranger.get("/api/requests/" + task).status()).isEqualTo(404);
        assertThat(stranger.get("/api/worktasks/" + task).status()).isEqualTo(404);
        assertThat(stranger.get("/api/worktasks/" + task + "/log").status()).isEqualTo(404);
        assertThat(stranger.post("/api/worktasks/" + task + "/log", Map.of("words", "你好"))
                        .status())
                .isEqualTo(404);
        assertThat(put(creator, task, "end", Map.of("end", day(20))).problem()).isEqualTo("worktask:being-accepted");
    }

    @Test
    void a_leader_sees_what_the_people_below_are_late_with() {
        var leader = company.employ("组长", "zhao.min");
        owner = company.employ("组员", leader);
        var late = give("start", day(-9), "end", day(-2));
        var fine = give();

        assertThat(ids(company.signIn(leader).get("/api/worktasks/team").ok())).containsExactly(late);
        assertThat(ids(company.signIn(leader)
                        .get("/api/worktasks/team?late=false")
                        .ok()))
                .containsExactly(late, fine);
        assertThat(company.signIn("zhao.min")
                        .get("/api/worktasks/team?limit=100")
                        .text())
                .as("also above")
                .contains(late);
        assertThat(one(leader, late).at("/item/owner/name").asString()).isEqualTo("组员");
        assertThat(one(leader, late).path("actions").size()).isZero();
        assertThat(company.signIn(leader)
                        .get("/api/worktasks/counts")
                        .ok()
                        .path("teamLate")
                        .asInt())
                .isEqualTo(1);
        assertThat(ids(company.signIn(participant).get("/api/worktasks/team").ok()))
                .isEmpty();
    }

    @Test
    void whoever_gave_it_may_cancel_it() {
        var task = give();
        company.signIn(creator)
                .post(
                        "/api/requests/" + task + "/withdraw",
                        Map.of("comment", "不再需要"),
                        UUID.randomUUID().toString())
                .ok();
        assertThat(one(owner, task).at("/item/stage").asString()).isEqualTo("cancelled");
        assertThat(entries(owner)).isEmpty();
        assertThat(notices(owner)).anyMatch(words -> words.contains("取消了任务“整理客户资料”"));
        assertThat(timersOf(task)).isEmpty();
    }

    @Test
    void lists_show_ones_own_part_page_by_page() {
        var first = give("end", day(5));
        var second = give("end", day(3), "name", "另一件事");
        var mine = company.signIn(owner);

        assertThat(ids(mine.get("/api/worktasks").ok())).containsExactly(second, first);
        var page = mine.get("/api/worktasks?limit=1").ok();
        assertThat(ids(page)).containsExactly(second);
        assertThat(ids(mine.get("/api/worktasks?limit=1&cursor="
                                + page.path("next").asString())
                        .ok()))
                .containsExactly(first);
        assertThat(ids(mine.get("/api/worktasks?q=%E5%8F%A6%E4%B8%80").ok())).containsExactly(second);
        assertThat(ids(mine.get("/api/worktasks?role=creator").ok())).isEmpty();
        mine.post("/api/worktasks/" + first + "/begin", Map.of()).ok();
        assertThat(ids(mine.get("/api/worktasks?stage=doing").ok())).containsExactly(first);
        assertThat(mine.get("/api/worktasks/counts").ok().path("planned").asInt())
                .isEqualTo(1);
        assertThat(mine.get("/api/worktasks?stage=nonsense").status()).isEqualTo(400);
        assertThat(ids(company.signIn(acceptor)
                        .get("/api/worktasks?role=acceptor")
                        .ok()))
                .containsExactly(second, first);
    }

    @Test
    void what_can_not_be_agreed_is_refused_at_its_field() {
        assertThat(refused("owner", company.id(acceptor))).isEqualTo("answers.acceptors");
        assertThat(refused("end", day(-1))).isEqualTo("answers.end");
        assertThat(refused("owner", Ids.next())).isEqualTo("answers.owner");
    }

    private String refused(String field, String value) {
        var answer = submit(field, value);
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().at("/errors/0/field").asString();
    }

    private String give(String... more) {
        return submit(more).ok().path("id").asString();
    }

    private TestClient.Answer submit(String... more) {
        var answers = new HashMap<String, Object>(Map.of(
                "name", "整理客户资料",
                "goal", "把华东客户的资料整理成一份表",
                "owner", company.id(owner),
                "participants", List.of(company.id(participant)),
                "end", day(10),
                "acceptors", List.of(company.id(acceptor), company.id(creator)),
                "resources", List.of(Map.of("kind", "budget", "note", "快递费 200 元"))));
        for (int i = 0; i < more.length; i += 2) {
            answers.put(more[i], more[i + 1]);
        }
        if (creator.equals(owner)) {
            answers.put("acceptors", List.of(company.id(acceptor)));
        }
        return company.signIn(creator)
                .post(
                        "/api/requests",
                        Map.of("process", "worktask", "answers", answers),
                        UUID.randomUUID().toString());
    }

    private TestClient.Answer handIn(String who, String task, Map<String, Object> answers) {
        return company.signIn(who)
                .post(
                        "/api/tasks/" + openTask(creator, task) + "/complete",
                        Map.of("answers", answers),
                        UUID.randomUUID().toString());
    }

    private TestClient.Answer act(String who, String task, String action, @Nullable String comment) {
        var body = new HashMap<String, Object>();
        body.put("comment", comment);
        return company.signIn(who)
                .post(
                        "/api/tasks/" + openTask(who, task) + "/" + action,
                        body,
                        UUID.randomUUID().toString());
    }

    /** The open task that this person has, or the first one. */
    private String openTask(String who, String task) {
        var mine = one(who, task).path("task");
        return mine.isNull()
                ? company.signIn(creator)
                        .get("/api/requests/" + task)
                        .ok()
                        .at("/openTasks/0/id")
                        .asString()
                : mine.asString();
    }

    private TestClient.Answer report(String who, String task, int progress, @Nullable String words) {
        var body = new HashMap<String, Object>();
        body.put("progress", progress);
        body.put("words", words);
        return company.signIn(who).post("/api/worktasks/" + task + "/log", body);
    }

    private TestClient.Answer put(String who, String task, String what, Map<String, Object> body) {
        return company.signIn(who).put("/api/worktasks/" + task + "/" + what, body);
    }

    private JsonNode one(String who, String task) {
        return company.signIn(who).get("/api/worktasks/" + task).ok();
    }

    private List<JsonNode> log(String task) {
        return List.copyOf(company.signIn(creator)
                .get("/api/worktasks/" + task + "/log?limit=100")
                .ok()
                .path("items")
                .values());
    }

    private List<String> kinds(String task) {
        return log(task).stream().map(line -> line.path("kind").asString()).toList();
    }

    private List<String> entries(String who) {
        var found = company.signIn(who)
                .get("/api/calendar/entries?from=" + day(-20) + "&to=" + day(40))
                .ok()
                .path("items");
        return StreamSupport.stream(found.spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }

    private List<String> notices(String who) {
        var items = company.signIn(who).get("/api/notifications?limit=100").ok().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("title").asString())
                .toList();
    }

    private List<String> timersOf(String task) {
        var waiting = new ArrayList<String>();
        for (var timer : List.of("Timer_Soon", "Timer_Late", "Timer_Daily")) {
            timers.dueAt(task, timer).ifPresent(at -> waiting.add(timer));
        }
        return waiting;
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }

    private String day(int fromToday) {
        return LocalDate.now(clock.withZone(zone)).plusDays(fromToday).toString();
    }

    /** As people say it. */
    private String said(int fromToday) {
        var today = LocalDate.now(clock.withZone(zone));
        var day = today.plusDays(fromToday);
        return (day.getYear() == today.getYear() ? "" : day.getYear() + "年") + day.getMonthValue() + "月"
                + day.getDayOfMonth() + "日";
    }
}
