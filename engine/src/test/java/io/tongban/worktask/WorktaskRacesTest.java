package io.tongban.worktask;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several people do something to the same tasks at the same moment. */
@ProductTest
class WorktaskRacesTest {

    @Autowired
    TestCompany company;

    @Autowired
    Clock clock;

    private String owner = "";
    private String acceptor = "";
    private TestClient creating = new TestClient(0);
    private TestClient owning = new TestClient(0);

    @BeforeEach
    void everybody() {
        var leader = company.employ("组长", "zhao.min");
        var creator = company.employ("布置人", leader);
        owner = company.employ("负责人", "zhao.min");
        acceptor = company.employ("验收人", "zhao.min");
        creating = company.signIn(creator);
        owning = company.signIn(owner);
    }

    @Test
    void whoever_is_named_to_accept_is_asked_also_when_the_result_is_handed_in_meanwhile() throws Exception {
        var other = company.employ("代验收", "zhao.min");
        for (int round = 0; round < 8; round++) {
            var task = give();
            var work = owning.get("/api/worktasks/" + task).ok().path("task").asString();
            var answers = atOnce(List.of(
                    () -> owning.post(
                            "/api/tasks/" + work + "/complete", Map.of("answers", Map.of("result", "完成")), key()),
                    () -> creating.put(
                            "/api/worktasks/" + task + "/acceptors", Map.of("acceptors", List.of(company.id(other))))));
            assertThat(answers).extracting(TestClient.Answer::status).containsOnly(200);

            var asked = creating.get("/api/requests/" + task).ok().path("openTasks");
            assertThat(asked.size()).isEqualTo(1);
            assertThat(asked.at("/0/holders/0/name").asString()).isEqualTo("代验收");
            assertThat(creating.get("/api/worktasks/" + task)
                            .ok()
                            .path("acceptors")
                            .valueStream()
                            .map(one -> one.at("/person/name").asString() + " "
                                    + one.path("answer").asString()))
                    .containsExactly("代验收 waiting");
        }
    }

    @Test
    void an_owner_who_leaves_while_others_work_on_the_tasks_leaves_nothing_stuck() throws Exception {
        var tasks = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            tasks.add(give());
        }
        var deeds = new ArrayList<Callable<TestClient.Answer>>();
        var admin = company.signIn("gao.admin");
        deeds.add(() -> admin.put("/api/people/" + company.id(owner), leaving()));
        for (var task : tasks) {
            deeds.add(() -> creating.put("/api/worktasks/" + task + "/end", Map.of("end", day(30))));
            deeds.add(() -> creating.post("/api/worktasks/" + task + "/log", Map.of("words", "补充一句")));
        }
        assertThat(atOnce(deeds)).extracting(TestClient.Answer::status).containsOnly(200);

        for (var task : tasks) {
            var seen = creating.get("/api/worktasks/" + task).ok();
            assertThat(seen.at("/item/owner/name").asString()).isEqualTo("布置人");
            assertThat(seen.at("/item/end").asString()).isEqualTo(day(30));
            assertThat(seen.path("task").asString("")).isNotEmpty();
        }
    }

    private Map<String, Object> leaving() {
        var card = company.signIn("gao.admin")
                .get("/api/people/" + company.id(owner))
                .ok();
        var body = new HashMap<String, Object>();
        body.put("name", card.path("name").asString());
        body.put("number", card.path("number").asString());
        body.put("department", company.development());
        body.put("present", false);
        return body;
    }

    private String give() {
        var answers = Map.of(
                "name", "整理客户资料",
                "goal", "把华东客户的资料整理成一份表",
                "owner", company.id(owner),
                "end", day(10),
                "acceptors", List.of(company.id(acceptor)));
        return creating.post("/api/requests", Map.of("process", "worktask", "answers", answers), key())
                .ok()
                .path("id")
                .asString();
    }

    private static List<TestClient.Answer> atOnce(List<? extends Callable<TestClient.Answer>> deeds) throws Exception {
        var pool = Executors.newFixedThreadPool(deeds.size());
        try {
            var answers = new ArrayList<TestClient.Answer>();
            for (var answer : pool.invokeAll(deeds)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private String day(int fromToday) {
        return LocalDate.now(clock).plusDays(fromToday).toString();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
