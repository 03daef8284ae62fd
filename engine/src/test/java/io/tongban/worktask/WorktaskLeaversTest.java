package io.tongban.worktask;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.access.Roles;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.process.TestTimers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of tasks when the people who gave them or do them leave the company. */
@ProductTest
class WorktaskLeaversTest {

    @Autowired
    TestCompany company;

    @Autowired
    TestTimers timers;

    @Autowired
    People people;

    @Autowired
    Departments departments;

    @Autowired
    Roles roles;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    private String leader = "";
    private String creator = "";
    private String owner = "";
    private String acceptor = "";

    @BeforeEach
    void everybody() {
        leader = company.employ("组长", "zhao.min");
        creator = company.employ("布置人", leader);
        owner = company.employ("负责人", "zhao.min");
        acceptor = company.employ("验收人", "zhao.min");
    }

    @Test
    void the_creator_of_a_task_whose_owner_leaves_works_on_it_or_names_a_new_owner() {
        var task = give();
        leave(owner);

        var seen = one(creator, task);
        assertThat(seen.at("/item/owner/name").asString()).isEqualTo("布置人");
        assertThat(seen.path("actions").toString()).contains("begin", "report", "hand-over");
        assertThat(notices(creator)).anyMatch(words -> words.contains("负责人已离职，任务转到你这里"));
        assertThat(calendar(creator)).contains("截止：整理客户资料");
        deed(creator, "post", task + "/begin", Map.of()).ok();
        deed(creator, "post", task + "/log", Map.of("progress", 20)).ok();

        timers.fire(task, "Timer_Soon");
        assertThat(notices(creator)).anyMatch(words -> words.contains("你负责的任务“整理客户资料”将于"));

        var next = company.employ("接手人", "zhao.min");
        deed(creator, "put", task + "/owner", Map.of("owner", company.id(next))).ok();
        handIn(next, task).ok();
        decide(acceptor, task, "approve").ok();
        decide(creator, task, "approve").ok();
        assertThat(one(next, task).at("/item/stage").asString()).isEqualTo("closed");
    }

    @Test
    void nobody_accepts_what_they_had_to_finish_themselves() {
        var task = give();
        leave(owner);
        handIn(creator, task).ok();

        assertThat(one(leader, task).path("acceptors").toString())
                .as("the leader stands in for the creator, who owns it now")
                .contains(company.id(leader));
        decide(acceptor, task, "approve").ok();
        decide(leader, task, "approve").ok();
        assertThat(one(creator, task).at("/item/stage").asString()).isEqualTo("closed");
    }

    @Test
    void the_leader_of_a_creator_who_leaves_does_what_the_creator_did() {
        var task = give();
        leave(creator);

        assertThat(notices(leader)).anyMatch(words -> words.contains("布置人已离职，这项任务由你代管"));
        var seen = one(leader, task);
        assertThat(seen.at("/creator/name").asString()).isEqualTo("布置人");
        assertThat(seen.at("/acting/name").asString()).isEqualTo("组长");
        assertThat(company.signIn(leader).get("/api/worktasks?role=creator").text())
                .contains(task);
        assertThat(log(leader, task)).contains("\"creator\"");

        timers.fire(task, "Timer_Soon");
        assertThat(notices(leader)).anyMatch(words -> words.contains("负责人负责的任务“整理客户资料”将于"));
        deed(leader, "put", task + "/end", Map.of("end", day(20))).ok();
        var next = company.employ("接手人", "zhao.min");
        deed(leader, "put", task + "/owner", Map.of("owner", company.id(next))).ok();
        deed(leader, "put", task + "/acceptors", Map.of("acceptors", List.of(company.id(acceptor))))
                .ok();
        assertThat(deed(acceptor, "put", task + "/end", Map.of("end", day(21))).status())
                .isEqualTo(403);
        handIn(next, task).ok();
        decide(acceptor, task, "approve").ok();
        assertThat(one(next, task).at("/item/stage").asString()).isEqualTo("closed");
    }

    @Test
    void the_leader_of_a_creator_who_left_may_cancel_the_task() {
        var task = give();
        leave(creator);
        assertThat(one(leader, task).path("actions").toString()).contains("cancel");
        company.signIn(leader)
                .post("/api/requests/" + task + "/withdraw", Map.of("comment", "不再需要"), key())
                .ok();
        assertThat(one(owner, task).at("/item/stage").asString()).isEqualTo("cancelled");
        assertThat(notices(owner)).anyMatch(words -> words.contains("组长取消了任务"));
    }

    @Test
    void when_both_leave_the_task_goes_to_the_leader() {
        var task = give();
        leave(creator);
        leave(owner);
        assertThat(one(leader, task).at("/item/owner/name").asString()).isEqualTo("组长");
        assertThat(one(leader, task).path("task").asString("")).isNotEmpty();

        var other = give(company.employ("另一人", leader), owner = company.employ("负责人", "zhao.min"));
        leave(owner);
        assertThat(one(leader, other).path("task").isNull())
                .as("its creator is still here")
                .isTrue();
    }

    @Test
    void a_result_that_is_being_accepted_is_judged_first_and_comes_back_to_the_creator() {
        var task = give();
        handIn(owner, task).ok();
        leave(owner);
        assertThat(decide(creator, task, "reject").status()).isEqualTo(200);

        assertThat(one(creator, task).at("/item/owner/name").asString()).isEqualTo("布置人");
        assertThat(one(creator, task).path("task").asString("")).isNotEmpty();
        deed(creator, "post", task + "/log", Map.of("progress", 50)).ok();
    }

    @Test
    void without_creator_and_leader_the_administrators_keep_it_going() {
        departments.setLeader(company.id(creator), null);
        var task = give();
        leave(creator);
        leave(owner);
        var admin = company.employ("流程管理员", "he.jing");
        roles.grant(company.id(admin), Roles.ADMINISTRATOR);

        assertThat(one(admin, task).path("actions").toString()).contains("report", "hand-over", "cancel");
        assertThat(one(admin, task).path("task").asString("")).isNotEmpty();
        deed(admin, "post", task + "/log", Map.of("progress", 10)).ok();
        var next = company.employ("接手人", "zhao.min");
        deed(admin, "put", task + "/owner", Map.of("owner", company.id(next))).ok();
        handIn(next, task).ok();
        assertThat(one(next, task).at("/item/stage").asString()).isEqualTo("accepting");
        roles.revoke(company.id(admin), Roles.ADMINISTRATOR);
    }

    private void leave(String account) {
        people.setPresent(company.id(account), false);
    }

    private String give() {
        return give(creator, owner);
    }

    private String give(String by, String to) {
        var answers = Map.of(
                "name", "整理客户资料",
                "goal", "把华东客户的资料整理成一份表",
                "owner", company.id(to),
                "end", day(10),
                "acceptors", List.of(company.id(acceptor), company.id(by)));
        return company.signIn(by)
                .post("/api/requests", Map.of("process", "worktask", "answers", answers), key())
                .ok()
                .path("id")
                .asString();
    }

    private TestClient.Answer handIn(String who, String task) {
        return company.signIn(who)
                .post(
                        "/api/tasks/" + one(who, task).path("task").asString() + "/complete",
                        Map.of("answers", Map.of("result", "完成")),
                        key());
    }

    private TestClient.Answer decide(String who, String task, String action) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("comment", "请看附件");
        return company.signIn(who)
                .post("/api/tasks/" + one(who, task).path("task").asString() + "/" + action, body, key());
    }

    private TestClient.Answer deed(String who, String method, String path, Map<String, Object> body) {
        var client = company.signIn(who);
        return method.equals("put")
                ? client.put("/api/worktasks/" + path, body)
                : client.post("/api/worktasks/" + path, body);
    }

    private JsonNode one(String who, String task) {
        return company.signIn(who).get("/api/worktasks/" + task).ok();
    }

    private String log(String who, String task) {
        return company.signIn(who).get("/api/worktasks/" + task + "/log").ok().toString();
    }

    private String calendar(String who) {
        return company.signIn(who)
                .get("/api/calendar/entries?from=" + day(-1) + "&to=" + day(40))
                .text();
    }

    private List<String> notices(String who) {
        var items = company.signIn(who).get("/api/notifications?limit=100").ok().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("title").asString())
                .toList();
    }

    private String day(int fromToday) {
        return LocalDate.now(clock.withZone(zone)).plusDays(fromToday).toString();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
