package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.access.Roles;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** One decision on many tasks: each has its own answer, and one that is refused does not hold up the others. */
@ProductTest
class BatchHttpTest {

    @Autowired
    TestCompany company;

    @Autowired
    Roles roles;

    @Autowired
    Desk desk;

    @Autowired
    Deployer deployer;

    String leader = "";
    String applicant = "";
    TestClient boss = new TestClient(0);

    @BeforeEach
    void aLeaderWithSomebodyWhoAsks() {
        leader = company.employ("批量主管", "sun.lei");
        applicant = company.employ("批量员工", leader);
        boss = company.signIn(leader);
    }

    private Desk.Case ask(int amount) {
        return desk.ask(applicant, "trial-request", "topic", "键盘", "amount", amount);
    }

    private static String task(Desk.Case asked, TestClient reader) {
        return reader.get("/api/requests/" + asked.id)
                .ok()
                .at("/openTasks/0/id")
                .asString();
    }

    private List<String> tasks(Desk.Case... asked) {
        return Stream.of(asked).map(one -> task(one, boss)).toList();
    }

    private static Map<String, @Nullable Object> batch(String action, @Nullable String comment, List<String> tasks) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("action", action);
        body.put("comment", comment);
        body.put(
                "items",
                tasks.stream().map(id -> Map.of("id", id, "revision", 1)).toList());
        return body;
    }

    private static JsonNode decide(TestClient who, String action, String comment, List<String> tasks) {
        return who.post("/api/tasks/batch", batch(action, comment, tasks)).ok().at("/items");
    }

    @Test
    void what_can_be_decided_is_and_what_is_refused_says_why() {
        var proof = company.signIn(applicant)
                .post("/api/requests", Map.of("process", "trial-proof", "answers", Map.of("topic", "合同")))
                .ok()
                .at("/id")
                .asString();
        var signed =
                boss.get("/api/requests/" + proof).ok().at("/openTasks/0/id").asString();
        var first = ask(5);
        var last = ask(6);
        var listed = boss.get("/api/tasks?view=todo").ok().at("/items");
        assertThat(listed.valueStream().map(item -> item.at("/together").toString()))
                .containsExactly(
                        "{\"actions\":[\"approve\",\"reject\"],\"needs\":[]}",
                        "{\"actions\":[\"approve\",\"reject\"],\"needs\":[]}",
                        "{\"actions\":[\"approve\",\"reject\"],\"needs\":[\"signature\"]}");

        var answer = decide(boss, "approve", "都同意", List.of(task(first, boss), signed, task(last, boss), "nobody-s"));
        assertThat(answer.valueStream().map(item -> item.at("/problem/type").asString("done")))
                .containsExactly(
                        "done", "urn:problem:process:signature-needed", "done", "urn:problem:kernel:not-found");
        assertThat(answer.at("/1/problem/title").asString()).contains("手写签名");
        assertThat(answer.at("/0/task/status").asString()).isEqualTo("done");
        assertThat(answer.at("/0/request/status").asString()).isEqualTo("approved");
        first.is("approved");
        last.is("approved");
        assertThat(company.signIn(applicant)
                        .get("/api/requests/" + first.id)
                        .ok()
                        .at("/timeline/1/comment")
                        .asString())
                .isEqualTo("都同意");
        assertThat(boss.get("/api/tasks/counts").ok().at("/todo").asInt()).isOne();
    }

    @Test
    void repeating_the_whole_batch_never_acts_twice_and_tries_again_what_was_refused() {
        var one = ask(5);
        var two = ask(6);
        var ids = tasks(one, two);
        var body = batch("approve", "好", ids);
        two.transfers(leader, "he.jing");
        var key = UUID.randomUUID().toString();
        var before = boss.post("/api/tasks/batch", body, key).ok();
        assertThat(before.at("/items/1/problem/type").asString()).endsWith("process:already-taken");
        assertThat(before.at("/items/1/problem/title").asString()).contains("何静");
        assertThat(before.at("/items/1/problem/status").asInt()).isEqualTo(409);

        assertThat(boss.post("/api/tasks/batch", body, key).ok()).isEqualTo(before);
        assertThat(one.trail()).containsExactly("submit", "approve");

        two.transfers("he.jing", leader);
        var withNewRevision = new HashMap<>(body);
        withNewRevision.put(
                "items",
                List.of(
                        Map.of("id", ids.get(0), "revision", 1),
                        Map.of(
                                "id",
                                ids.get(1),
                                "revision",
                                two.rows(leader).get(0).revision())));
        var after = boss.post("/api/tasks/batch", withNewRevision, key).ok();
        assertThat(after.at("/items/0")).isEqualTo(before.at("/items/0"));
        assertThat(after.at("/items/1/request/status").asString()).isEqualTo("approved");
        assertThat(one.trail()).containsExactly("submit", "approve");

        var other = boss.post("/api/tasks/batch", batch("approve", "别的意见", ids), key)
                .ok();
        assertThat(other.at("/items/0/problem/type").asString()).endsWith("process:key-reused");
    }

    @Test
    void somebody_who_was_quicker_is_named() {
        var colleague = company.employ("财务同事", "he.jing");
        var late = company.employ("财务慢手", "he.jing");
        roles.grant(company.id(colleague), "finance");
        roles.grant(company.id(late), "finance");
        var taken = ask(2000).approves(leader);
        var free = ask(3000).approves(leader);
        var client = company.signIn(late);
        var ids = List.of(task(taken, client), task(free, client));
        taken.approves(colleague);

        var answer = decide(client, "approve", "", ids);
        assertThat(answer.at("/0/problem/title").asString()).contains("财务同事", "同意");
        assertThat(answer.at("/1/request/status").asString()).isEqualTo("approved");
        assertThat(company.signIn(late)
                        .language("en")
                        .post("/api/tasks/batch", batch("approve", "", ids))
                        .ok()
                        .at("/items/0/problem/title")
                        .asString())
                .contains("approved");
    }

    @Test
    void a_ballot_is_cast_in_each_vote() {
        var other = company.employ("另一位", "he.jing");
        var all = desk.ask(applicant, "trial-vote", "way", "all", "people", desk.ids(leader, other));
        var any = desk.ask(applicant, "trial-vote", "way", "any", "people", desk.ids(leader, other));
        var mine =
                Stream.of(all, any).map(vote -> vote.rows(leader).get(0).id()).toList();
        var answer = decide(boss, "reject", "都不行", mine);
        assertThat(answer.valueStream().map(item -> item.at("/task/status").asString()))
                .containsExactly("done", "done");
        all.is("rejected").seen(other, "gone");
        any.is("rejected").seen(other, "gone");

        var open = desk.ask(applicant, "trial-vote", "way", "all", "people", desk.ids(leader, other));
        decide(boss, "approve", "", List.of(open.rows(leader).get(0).id()));
        open.is("running").waitsFor(other);
    }

    @Test
    void a_step_with_a_form_of_its_own_is_opened_not_waved_through() {
        var trial = Deployer.modules().getOrDefault("trial", Map.of());
        var changed = new HashMap<>(trial);
        var model = new String(trial.getOrDefault("trial-request.bpmn", new byte[0]), StandardCharsets.UTF_8)
                .replace(
                        "<bpmn:userTask id=\"Task_Leader\" name=\"直接上级审批\">",
                        "<bpmn:userTask id=\"Task_Leader\" name=\"直接上级审批\" camunda:formRef=\"trial-result\""
                                + " camunda:formRefBinding=\"deployment\">")
                .replace("<camunda:property name=\"write\" value=\"remark\" />", "");
        changed.put("trial-request.bpmn", model.getBytes(StandardCharsets.UTF_8));
        try {
            deployer.deploy("trial", changed);
            var asked = ask(5);
            var ids = tasks(asked);
            assertThat(boss.get("/api/tasks?view=todo")
                            .ok()
                            .at("/items/0/together/needs/0")
                            .asString())
                    .isEqualTo("form");
            assertThat(decide(boss, "approve", "好", ids).at("/0/problem/title").asString())
                    .contains("表单");
            asked.is("running");
            assertThat(decide(boss, "reject", "不好", ids).at("/0/request/status").asString())
                    .isEqualTo("rejected");
        } finally {
            deployer.deploy("trial", trial);
        }
    }

    @Test
    void nobody_approves_an_own_request_among_others_and_what_moved_is_looked_at_again() {
        var own = desk.ask(leader, "trial-request", "topic", "自己的", "amount", 5000)
                .approves("sun.lei");
        // Of the role only now: the task had been made for it before.
        roles.grant(company.id(leader), "finance");
        boss = company.signIn(leader);
        var ids = tasks(own, ask(5));
        var body = batch("approve", "", ids);
        body.put("items", List.of(Map.of("id", ids.get(0), "revision", 1), Map.of("id", ids.get(1), "revision", 7)));
        var answer = boss.post("/api/tasks/batch", body).ok().at("/items");
        assertThat(answer.valueStream().map(item -> item.at("/problem/type").asString()))
                .containsExactly("urn:problem:process:own-request", "urn:problem:process:task-moved");
    }

    @Test
    void a_batch_has_a_limit_a_decision_and_a_reason() {
        var ids = tasks(ask(5));
        assertThat(boss.post("/api/tasks/batch", batch("approve", "", List.of()))
                        .problem())
                .isEqualTo("process:batch-empty");
        var many = boss.post(
                "/api/tasks/batch",
                batch(
                        "approve",
                        "",
                        Stream.generate(() -> UUID.randomUUID().toString())
                                .limit(101)
                                .toList()));
        assertThat(many.status()).isEqualTo(422);
        assertThat(many.title()).contains("100");
        var unexplained = boss.post("/api/tasks/batch", batch("reject", " ", ids));
        assertThat(unexplained.status()).isEqualTo(422);
        assertThat(unexplained.body().at("/errors/0/field").asString()).isEqualTo("comment");
        assertThat(decide(boss, "approve", "长".repeat(4_001), ids)
                        .at("/0/problem/title")
                        .asString())
                .contains("4,000");
        for (var action : List.of("return", "claim", "nonsense")) {
            assertThat(boss.post("/api/tasks/batch", batch(action, "x", ids)).status())
                    .isEqualTo(400);
        }
        for (var body : List.of(
                Map.of(),
                Map.of("action", "approve"),
                Map.of("action", "approve", "items", Collections.singletonList(null)),
                Map.of("action", "approve", "items", List.of(Map.of("revision", 1))))) {
            assertThat(boss.post("/api/tasks/batch", body).status()).isEqualTo(400);
        }
        assertThat(boss.post("/api/tasks/batch", batch("approve", "", ids), "x".repeat(129))
                        .status())
                .isEqualTo(400);
        // The same task twice is one task.
        assertThat(decide(boss, "approve", "", List.of(ids.get(0), ids.get(0))).size())
                .isOne();
    }
}
