package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class RequestHttpTest {

    @Autowired
    TestCompany company;

    private static Map<String, Object> body(Object... more) {
        var answers = new LinkedHashMap<String, Object>(Map.of("topic", "显示器", "amount", 800));
        for (int i = 0; i < more.length; i += 2) {
            answers.put((String) more[i], more[i + 1]);
        }
        return Map.of("process", "trial-request", "answers", answers);
    }

    private String ask(TestClient chen) {
        return chen.post("/api/requests", body()).ok().get("id").asString();
    }

    private static String openTask(TestClient reader, String request) {
        return reader.get("/api/requests/" + request).ok().at("/openTasks/0/id").asString();
    }

    @Test
    void a_request_is_followed_from_submission_to_approval() {
        var chen = company.signIn("chen.yu");
        var submitted = chen.post("/api/requests", body());
        assertThat(submitted.status()).isEqualTo(201);
        var id = submitted.body().get("id").asString();
        assertThat(submitted.header("Location")).isEqualTo("/api/requests/" + id);

        var zhao = company.signIn("zhao.min");
        var item = zhao.get("/api/tasks?view=todo").ok().at("/items/0");
        assertThat(item.at("/requestId").asString()).isEqualTo(id);
        assertThat(item.at("/title").asString()).isEqualTo("显示器 800 元");
        assertThat(item.at("/applicant/name").asString()).isEqualTo("陈宇");
        var task = zhao.get("/api/tasks/" + item.at("/id").asString()).ok();
        assertThat(task.at("/step").asString()).isEqualTo("直接上级审批");
        assertThat(task.at("/why").asString()).contains("上级");
        assertThat(task.at("/form/rights/amount").asString()).isEqualTo("read");
        assertThat(task.at("/form/rights/remark").asString()).isEqualTo("write");

        var decided = zhao.post(
                "/api/tasks/" + task.at("/id").asString() + "/approve",
                Map.of(
                        "comment",
                        "同意😀",
                        "revision",
                        task.at("/revision").asInt(),
                        "answers",
                        Map.of("remark", "尽快买")));
        assertThat(decided.ok().at("/request/status").asString()).isEqualTo("approved");

        var seen = chen.get("/api/requests/" + id).ok();
        assertThat(seen.at("/status").asString()).isEqualTo("approved");
        assertThat(seen.at("/answers/remark").asString()).isEqualTo("尽快买");
        assertThat(seen.at("/timeline/1/comment").asString()).isEqualTo("同意😀");
        assertThat(seen.at("/timeline/1/person/name").asString()).isEqualTo("赵敏");
        var diagram = chen.get("/api/requests/" + id + "/diagram").ok();
        assertThat(diagram.at("/done").toString()).contains("Task_Leader").contains("End_Approved");
        assertThat(diagram.at("/active").isEmpty()).isTrue();
    }

    @Test
    void for_people_who_have_nothing_to_do_with_it_a_request_does_not_exist() {
        var id = ask(company.signIn("chen.yu"));
        var task = openTask(company.signIn("chen.yu"), id);
        var wu = company.signIn("wu.xs");
        assertThat(wu.get("/api/requests/" + id).status()).isEqualTo(404);
        assertThat(wu.get("/api/requests/" + id + "/diagram").status()).isEqualTo(404);
        assertThat(wu.post("/api/requests/" + id + "/comments", Map.of("text", "hi"))
                        .status())
                .isEqualTo(404);
        assertThat(wu.post("/api/requests/" + id + "/withdraw", Map.of()).status())
                .isEqualTo(404);
        assertThat(wu.get("/api/tasks/" + task).status()).isEqualTo(404);
        assertThat(wu.post("/api/tasks/" + task + "/approve", Map.of()).status())
                .isEqualTo(404);
        assertThat(company.signIn("chen.yu")
                        .post("/api/tasks/" + task + "/approve", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(company.signIn("zhao.min").get("/api/requests/" + id).status())
                .isEqualTo(200);
    }

    @Test
    void bad_submissions_get_a_clear_answer_and_change_nothing() {
        var chen = company.signIn("chen.yu");
        var before = chen.get("/api/tasks/counts").ok().at("/started").asInt();
        assertThat(chen.post("/api/requests", Map.of("process", "no-such", "answers", Map.of()))
                        .status())
                .isEqualTo(404);
        assertThat(chen.post("/api/requests", Map.of()).status()).isEqualTo(422);
        assertThat(chen.post("/api/requests", body("amount", "many")).problem()).isEqualTo("kernel:invalid");
        assertThat(chen.post("/api/requests", body("amount", Map.of("$gt", 1))).status())
                .isEqualTo(422);
        assertThat(chen.post("/api/requests", body("approved", true))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("answers.approved");
        assertThat(chen.post(
                                "/api/requests",
                                body(
                                        "proof",
                                        java.util.List.of(UUID.randomUUID().toString())))
                        .status())
                .isEqualTo(422);
        assertThat(chen.post("/api/requests", body("copy", "nobody")).status()).isEqualTo(422);
        assertThat(chen.post("/api/requests", body("topic", "长".repeat(101))).status())
                .isEqualTo(422);
        assertThat(chen.get("/api/tasks/counts").ok().at("/started").asInt()).isEqualTo(before);
    }

    @Test
    void rare_characters_and_markup_come_back_as_they_were_written() {
        var chen = company.signIn("chen.yu");
        for (var topic : java.util.List.of(
                "𠮷野家😀", "<script>alert(1)</script>", "ابجد\u202E", "e\u0301", "O'Brien \"quoted\" \\ ${7*7}")) {
            var id = chen.post("/api/requests", body("topic", topic))
                    .ok()
                    .get("id")
                    .asString();
            assertThat(chen.get("/api/requests/" + id).ok().at("/answers/topic").asString())
                    .isEqualTo(topic);
        }
    }

    @Test
    void a_stale_page_is_told_who_was_faster() {
        var id = ask(company.signIn("chen.yu"));
        var zhao = company.signIn("zhao.min");
        var task = openTask(zhao, id);
        assertThat(zhao.post("/api/tasks/" + task + "/approve", Map.of("revision", 7))
                        .problem())
                .isEqualTo("process:task-moved");
        zhao.post("/api/tasks/" + task + "/approve", Map.of("revision", 1)).ok();
        var late = zhao.post("/api/tasks/" + task + "/reject", Map.of("comment", "不同意"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.title()).contains("赵敏").contains("同意");
    }

    @Test
    void the_task_list_is_searched_and_paged() {
        var chen = company.signIn("chen.yu");
        for (int i = 0; i < 3; i++) {
            chen.post("/api/requests", body("topic", "分页样品" + i)).ok();
        }
        var zhao = company.signIn("zhao.min");
        var first = zhao.get("/api/tasks?view=todo&limit=2&q="
                        + java.net.URLEncoder.encode("分页样品", java.nio.charset.StandardCharsets.UTF_8))
                .ok();
        assertThat(first.at("/items").size()).isEqualTo(2);
        var next = first.at("/next").asString();
        var second = zhao.get("/api/tasks?view=todo&limit=2&cursor=" + next + "&q="
                        + java.net.URLEncoder.encode("分页样品", java.nio.charset.StandardCharsets.UTF_8))
                .ok();
        assertThat(second.at("/items").size()).isEqualTo(1);
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(zhao.get("/api/tasks?view=todo&q=%25").ok().at("/items").size())
                .isZero();
        assertThat(zhao.get("/api/tasks?view=todo&cursor=rubbish").status()).isEqualTo(400);
    }
}
