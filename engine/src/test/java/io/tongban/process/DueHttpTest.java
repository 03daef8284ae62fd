package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.Sketch;
import io.tongban.TestCompany;
import io.tongban.TestTime;
import io.tongban.calendar.CalendarEntries;
import io.tongban.calendar.CalendarEntry;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people see of due dates: how much time is left, what is overdue, who is away and what can be done. */
@ProductTest
class DueHttpTest {

    @Autowired
    Desk desk;

    @Autowired
    Drawing drawing;

    @Autowired
    TestCompany company;

    @Autowired
    TestTime time;

    @Autowired
    CalendarEntries entries;

    private final BusinessRef absence = new BusinessRef("trial.away", Ids.next());
    private Desk.Case asked;

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    @BeforeEach
    void somethingIsDueTomorrowAtEleven() {
        company.id("chen.yu");
        time.goTo(at("2026-11-30T16:00"));
        asked = desk.ask(
                "chen.yu",
                drawing.deploy(Sketch.of("sketch-due")
                        .task(
                                "Task_One",
                                "leader",
                                "camunda:dueDate",
                                "working:PT4H",
                                "goal",
                                "P1D",
                                "escalation",
                                "PT0H remind, P1D transfer=role:hr")));
    }

    @AfterEach
    void nowAgain() {
        entries.remove(absence);
        time.goBack();
    }

    private List<JsonNode> tasks(String due) {
        return company.signIn("zhao.min").get("/api/tasks?limit=100&due=" + due).ok().path("items").values().stream()
                .filter(item -> item.path("requestId").asString().equals(asked.id))
                .toList();
    }

    private JsonNode request(String account) {
        return company.signIn(account).get("/api/requests/" + asked.id).ok();
    }

    @Test
    void a_task_says_how_much_working_time_is_left_and_is_found_by_when_it_is_due() {
        assertThat(tasks("")).singleElement().satisfies(item -> {
            assertThat(item.path("timeLeft").path("state").asString()).isEqualTo("later");
            assertThat(item.path("timeLeft").path("words").asString()).matches("还剩 (4 小时|3 小时 5\\d 分钟)");
        });
        assertThat(tasks("today")).isEmpty();
        assertThat(tasks("overdue")).isEmpty();

        time.goTo(at("2026-12-01T09:30"));
        assertThat(tasks("overdue")).isEmpty();
        assertThat(tasks("today"))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.path("timeLeft").path("state").asString())
                                .isEqualTo("today"));

        time.goTo(at("2026-12-01T14:00"));
        assertThat(tasks("today")).isEmpty();
        assertThat(tasks("overdue")).singleElement().satisfies(item -> {
            assertThat(item.path("timeLeft").path("state").asString()).isEqualTo("overdue");
            assertThat(item.path("timeLeft").path("words").asString()).matches("已超时 (2 小时|1 小时 5\\d 分钟)");
        });
    }

    @Test
    void what_is_asked_for_nonsensically_is_refused() {
        var client = company.signIn("zhao.min");
        assertThat(client.get("/api/tasks?due=tomorrow").status()).isEqualTo(400);
        assertThat(client.get("/api/tasks?view=started&due=today").status()).isEqualTo(400);
    }

    @Test
    void a_search_for_what_is_overdue_is_kept_and_counted() {
        var account = company.employ("何期", "sun.lei");
        var client = company.signIn(account);
        var kept = client.put(
                        "/api/tasks/filters",
                        Map.of(
                                "revision",
                                0,
                                "items",
                                List.of(Map.of("name", "已超时", "view", "todo", "due", "overdue", "opens", false))))
                .ok()
                .path("items")
                .get(0);
        assertThat(kept.path("due").asString()).isEqualTo("overdue");
        assertThat(kept.path("count").asInt()).isZero();
    }

    @Test
    void the_applicant_sees_for_whom_an_own_request_waits_and_until_when() {
        var own =
                company.signIn("chen.yu").get("/api/tasks?view=started&limit=100").ok().path("items").values().stream()
                        .filter(item -> item.path("requestId").asString().equals(asked.id))
                        .findFirst()
                        .orElseThrow();
        assertThat(own.path("waitsFor").values()).extracting(JsonNode::asString).containsExactly("赵敏");
        assertThat(own.path("timeLeft").path("state").asString()).isEqualTo("later");
        var open = request("chen.yu").path("openTasks").get(0);
        assertThat(open.path("timeLeft").path("minutes").asInt()).isBetween(235, 240);
        assertThat(open.path("away").size()).isZero();
    }

    @Test
    void whoever_is_away_is_said_to_be_away_and_what_can_be_done_is_offered() {
        entries.put(new CalendarEntry(
                absence,
                company.id("zhao.min"),
                "leave",
                "年假",
                "Leave",
                LocalDateTime.parse("2026-11-30T09:00"),
                LocalDateTime.parse("2026-12-04T18:00"),
                true,
                null));
        var view = request("chen.yu");
        assertThat(view.path("actions").values()).extracting(JsonNode::asString).contains("urge", "comment");
        var away = view.path("openTasks").get(0).path("away").get(0);
        assertThat(away.path("person").path("name").asString()).isEqualTo("赵敏");
        assertThat(away.path("words").asString())
                .contains("赵敏 不在，到 12月4日 周五 18:00。")
                .contains("系统会提醒处理人");
        assertThat(away.path("deputy").isNull()).isTrue();
        assertThat(away.path("administrators").size()).isPositive();
        // What she is away for is nobody's business.
        assertThat(view.toString()).doesNotContain("年假");
    }

    @Test
    void the_diagram_shows_the_ladder_and_how_far_up_it_is() {
        var ladder = company.signIn("chen.yu")
                .get("/api/requests/" + asked.id + "/diagram")
                .ok()
                .path("ladders")
                .get(0);
        assertThat(ladder.path("step").asString()).isEqualTo("Task_One");
        assertThat(ladder.path("due").asString()).isEqualTo("4 小时");
        assertThat(ladder.path("goal").asString()).isEqualTo("1 天");
        assertThat(ladder.path("rungs").values())
                .extracting(rung ->
                        rung.path("words").asString() + " " + rung.path("state").asString())
                .containsExactly("到期时：提醒处理人 next", "超时 1 天：转交给人力资源 later");
    }
}
