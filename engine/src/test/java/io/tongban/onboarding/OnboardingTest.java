package io.tongban.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.access.Accounts;
import io.tongban.access.Roles;
import io.tongban.org.People;
import io.tongban.process.Tasks;
import io.tongban.process.TestTimers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A newcomer from the entry by HR to the last tick, over HTTP, with everything that goes wrong on the way. */
@ProductTest
class OnboardingTest {

    private static final String OWN_PASSWORD = "Yellow-River-77";

    @Autowired
    TestCompany company;

    @Autowired
    Tasks tasks;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    Roles roles;

    @Autowired
    TestTimers timers;

    private TestClient hr = new TestClient(0);
    private String account = "";

    @BeforeEach
    void signIn() {
        hr = company.signIn("wang.hr");
        account = "n" + UUID.randomUUID().toString().substring(0, 12);
    }

    @Test
    void from_the_entry_to_the_last_tick() {
        var id = enter("2026-12-07");
        var made = people.byLogin(account).orElseThrow();
        assertThat(made.departmentName()).isEqualTo("研发部");
        assertThat(people.leader(made.id())).contains(company.id("zhao.min"));
        assertThat(states(id))
                .isEqualTo("activate open, profile waiting, portrait waiting, reading waiting, it open, mentor open");

        var hire = activated(id);
        assertThat(hire.get("/api/me").ok().path("opensAt").asString()).isEqualTo("2026-12-06T16:00:00Z");
        complete(
                hire,
                "profile",
                Map.of("ownPhone", "13800001111", "emergencyName", "林母", "emergencyPhone", "13900001112"));
        assertThat(people.get(made.id()).phone()).isEqualTo("13800001111");
        var unread = hire.post(
                "/api/tasks/" + task(hire, "reading") + "/complete",
                Map.of("answers", Map.of("readHandbook", true, "readSecurity", false, "readSecrets", true)));
        assertThat(unread.status()).isEqualTo(422);
        complete(hire, "reading", Map.of("readHandbook", true, "readSecurity", true, "readSecrets", true));
        handIn(hire, picture(300, 300)).ok();
        hold(id, "Task_It", Map.of("itMail", true, "itNetwork", true, "itDoor", true, "itComputer", true));
        act(company.id("zhao.min"), id, "Task_Mentor", Map.of("mentor", company.id("chen.yu"), "welcome", "欢迎加入！"));
        assertThat(states(id))
                .isEqualTo("activate done, profile done, portrait open, reading done, it done, mentor done");
        assertThat(company.signIn("chen.yu").get("/api/onboardings/" + id).status())
                .isEqualTo(200);

        checkPortrait(hire, "approve", null);

        assertThat(hr.get("/api/onboardings/" + id).ok().path("state").asString())
                .isEqualTo("done");
        assertThat(hr.get("/api/requests/" + id).ok().path("status").asString()).isEqualTo("completed");
        assertThat(company.signIn("wu.xs")
                        .get("/api/people/" + made.id() + "/portrait")
                        .status())
                .isEqualTo(200);
        assertThat(timers.dueAt(id, "Time_Remind")).isEmpty();
        assertThat(hire.get("/api/onboardings/mine").ok().path("welcome").asString())
                .isEqualTo("欢迎加入！");
    }

    @Test
    void before_the_first_day_a_newcomer_reaches_the_own_page_and_nothing_else() {
        var id = enter("2026-12-07");
        var first = hr.post("/api/onboardings/" + id + "/password", null).ok();
        var second = hr.post("/api/onboardings/" + id + "/password", null).ok();
        assertThat(company.anonymous()
                        .login(account, first.path("password").asString())
                        .status())
                .isEqualTo(401);
        var hire = company.anonymous().signIn(account, second.path("password").asString());
        assertThat(hire.get("/api/onboardings/mine").problem()).isEqualTo("access:change-password");
        hire.post("/api/me/password", Map.of("old", second.path("password").asString(), "new", OWN_PASSWORD))
                .ok();

        assertThat(hire.get("/api/onboardings/mine").status()).isEqualTo(200);
        for (var path : List.of("/api/people", "/api/departments", "/api/tasks?view=todo", "/api/onboardings")) {
            assertThat(hire.get(path).problem()).as(path).isEqualTo("access:not-open-yet");
        }
        assertThat(hire.post("/api/tokens", Map.of("name", "x")).problem()).isEqualTo("access:not-open-yet");
        assertThat(hr.post("/api/onboardings/" + id + "/password", null).problem())
                .isEqualTo("onboarding:already-activated");
        assertThat(hr.get("/api/requests/" + id).text())
                .doesNotContain(second.path("password").asString());

        correct(id, Map.of("startDate", "2026-11-23")).ok();
        assertThat(hire.get("/api/people").status()).isEqualTo(200);
        assertThat(hire.get("/api/onboardings").status()).isEqualTo(403);
    }

    @Test
    void a_picture_that_breaks_the_rules_is_refused_and_a_rejected_one_comes_back_with_the_reason() {
        var id = enter("2026-12-07");
        var hire = activated(id);
        assertThat(handIn(hire, picture(100, 100)).problem()).isEqualTo("file:picture-pixels");
        assertThat(handIn(hire, picture(400, 300)).problem()).isEqualTo("file:picture-proportion");
        var gif = hire.upload("/api/files", "me.gif", "image/gif", io.tongban.file.Samples.GIF)
                .ok();
        assertThat(handIn(hire, gif.path("id").asString()).problem()).isEqualTo("file:picture-type");
        assertThat(hire.get("/api/onboardings/mine").ok().at("/portrait/state").isNull())
                .isTrue();

        handIn(hire, picture(400, 400)).ok();
        assertThat(handIn(hire, picture(400, 400)).problem()).isEqualTo("onboarding:picture-is-checked");
        checkPortrait(hire, "return", "背景太乱，请换白色背景");
        var mine = hire.get("/api/onboardings/mine").ok();
        assertThat(mine.at("/portrait/state").asString()).isEqualTo("returned");
        assertThat(hire.get("/api/requests/" + mine.at("/portrait/request").asString())
                        .text())
                .contains("背景太乱，请换白色背景");
        assertThat(state(id, "portrait")).isEqualTo("open");

        handIn(hire, picture(500, 500)).ok();
        checkPortrait(hire, "approve", null);
        assertThat(state(id, "portrait")).isEqualTo("done");
        // A later change goes the same way.
        handIn(hire, picture(600, 600)).ok();
        assertThat(hire.get("/api/onboardings/mine").ok().at("/portrait/state").asString())
                .isEqualTo("checking");
        assertThat(state(id, "portrait")).isEqualTo("done");
    }

    @Test
    void a_first_day_that_moves_takes_dates_and_reminders_along() {
        var id = enter("2026-12-07");
        assertThat(due(id, "it")).isEqualTo("2026-12-04T10:00:00Z");
        assertThat(due(id, "activate")).isEqualTo("2026-12-07T04:00:00Z");
        assertThat(due(id, "reading")).isEqualTo("2026-12-09T10:00:00Z");
        assertThat(timers.dueAt(id, "Time_Remind")).contains(Instant.parse("2026-12-03T01:00:00Z"));

        correct(id, Map.of("startDate", "2026-12-14", "comment", "本人要求推迟一周")).ok();

        assertThat(due(id, "it")).isEqualTo("2026-12-11T10:00:00Z");
        assertThat(timers.dueAt(id, "Time_Remind")).contains(Instant.parse("2026-12-10T01:00:00Z"));
        var request = hr.get("/api/requests/" + id).ok();
        assertThat(request.at("/answers/startDate").asString()).isEqualTo("2026-12-14");
        assertThat(request.at("/timeline").toString()).contains("更正了入职信息").contains("本人要求推迟一周");
        assertThat(request.at("/openTasks").toString()).contains("2026-12-11T10:00:00Z");
        assertThat(correct(id, Map.of("startDate", "2026-12-14")).problem()).isEqualTo("onboarding:nothing-corrected");
        assertThat(correct(id, Map.of("startDate", "2028-01-01")).status()).isEqualTo(422);
    }

    @Test
    void another_leader_takes_over_what_the_first_one_has_not_done() {
        var id = enter("2026-12-07");
        correct(id, Map.of("leader", company.id("sun.lei"), "department", company.sales(), "position", "销售代表"))
                .ok();

        var hire = people.byLogin(account).orElseThrow();
        assertThat(hire.departmentName()).isEqualTo("销售部");
        assertThat(people.leader(hire.id())).contains(company.id("sun.lei"));
        assertThat(holders(id, "Task_Mentor")).containsExactly(company.id("sun.lei"));
        assertThat(company.signIn("zhao.min").get("/api/onboardings/" + id).status())
                .isEqualTo(404);
        assertThat(company.signIn("sun.lei")
                        .get("/api/onboardings/" + id)
                        .ok()
                        .at("/steps/5/task")
                        .asString())
                .isNotBlank();
        assertThat(correct(id, Map.of("leader", hire.id())).status()).isEqualTo(422);
    }

    @Test
    void who_never_activates_is_reminded_reported_and_cancelled() {
        var id = enter("2026-11-09");
        assertThat(state(id, "activate")).isEqualTo("late");
        assertThat(due(id, "activate")).isEqualTo("2026-11-09T04:00:00Z");
        // Daily for a week, then weekly: today it is two weeks for the account, tomorrow for the portrait.
        timers.fire(id, "Time_Remind");
        assertThat(timers.dueAt(id, "Time_Remind")).contains(Instant.parse("2026-11-24T01:00:00Z"));
        assertThat(hr.get("/api/notifications").text()).contains("应于 11月9日 入职，账号至今没有激活");
        assertThat(hr.post("/api/onboardings/" + id + "/cancel", Map.of("comment", " "))
                        .status())
                .isEqualTo(422);

        var password = hr.post("/api/onboardings/" + id + "/password", null)
                .ok()
                .path("password")
                .asString();
        hr.post("/api/onboardings/" + id + "/cancel", Map.of("comment", "联系不上本人"))
                .ok();

        assertThat(company.anonymous().login(account, password).status()).isEqualTo(401);
        assertThat(hr.get("/api/requests/" + id).ok().path("status").asString()).isEqualTo("cancelled");
        assertThat(hr.get("/api/onboardings/" + id).ok().path("state").asString())
                .isEqualTo("cancelled");
        assertThat(tasks.open(id)).isEmpty();
        assertThat(timers.dueAt(id, "Time_Remind")).isEmpty();
        assertThat(correct(id, Map.of("startDate", "2026-12-14")).problem()).isEqualTo("onboarding:is-over");
    }

    @Test
    void hr_gets_no_password_of_a_newcomer_who_may_do_more_than_hr() {
        var id = enter("2026-11-23");
        roles.grant(company.id(account), "administrator");
        assertThat(hr.post("/api/onboardings/" + id + "/password", null).status())
                .isEqualTo(403);
        roles.revoke(company.id(account), "administrator");
        assertThat(hr.post("/api/onboardings/" + id + "/password", null).status())
                .isEqualTo(200);
    }

    @Test
    void who_withdraws_the_entry_disables_the_account_too() {
        var id = enter("2026-12-07");
        hr.post("/api/requests/" + id + "/withdraw", Map.of("comment", "录错了")).ok();
        assertThat(people.byLogin(account).orElseThrow().present()).isFalse();
        assertThat(hr.get("/api/onboardings/" + id).ok().path("state").asString())
                .isEqualTo("cancelled");
    }

    @Test
    void only_hr_brings_people_in_and_only_who_receives_them_looks_on() {
        var id = enter("2026-12-07");
        var wu = company.signIn("wu.xs");
        assertThat(wu.post("/api/requests", Map.of("process", "onboarding", "answers", answers("2026-12-07")))
                        .status())
                .isEqualTo(403);
        assertThat(wu.get("/api/onboardings").status()).isEqualTo(403);
        assertThat(wu.get("/api/onboardings/" + id).status()).isEqualTo(404);
        assertThat(wu.get("/api/onboardings/mine").status()).isEqualTo(204);
        assertThat(wu.post("/api/onboardings/mine/question", Map.of("text", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(wu.put("/api/onboardings/" + id, Map.of("startDate", "2026-12-08"))
                        .status())
                .isEqualTo(403);
        assertThat(company.signIn("zhao.min").get("/api/onboardings/" + id).status())
                .isEqualTo(200);
        assertThat(company.signIn("zhao.min")
                        .post("/api/onboardings/" + id + "/password", null)
                        .status())
                .isEqualTo(403);
        assertThat(hr.get("/api/onboardings?limit=100").ok().path("items").toString())
                .contains(id);
        var taken = hr.post("/api/requests", Map.of("process", "onboarding", "answers", answers("2026-12-07")));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body().at("/errors/0/field").asString()).isEqualTo("answers.account");
    }

    private Map<String, Object> answers(String start) {
        var answers = new HashMap<String, Object>();
        answers.put("hireName", "林越");
        answers.put("account", account);
        answers.put("department", company.development());
        answers.put("position", "软件工程师");
        answers.put("leader", company.id("zhao.min"));
        answers.put("startDate", start);
        return answers;
    }

    private String enter(String start) {
        return hr.post("/api/requests", Map.of("process", "onboarding", "answers", answers(start)))
                .ok()
                .path("id")
                .asString();
    }

    private TestClient activated(String id) {
        var password = hr.post("/api/onboardings/" + id + "/password", null)
                .ok()
                .path("password")
                .asString();
        var hire = company.anonymous().signIn(account, password);
        hire.post("/api/me/password", Map.of("old", password, "new", OWN_PASSWORD))
                .ok();
        return hire;
    }

    private TestClient.Answer correct(String id, Map<String, Object> body) {
        return hr.put("/api/onboardings/" + id, body);
    }

    private void complete(TestClient hire, String stage, Map<String, Object> answers) {
        hire.post("/api/tasks/" + task(hire, stage) + "/complete", Map.of("answers", answers))
                .ok();
    }

    private static String task(TestClient hire, String stage) {
        for (var step : hire.get("/api/onboardings/mine").ok().path("steps")) {
            if (step.path("stage").asString().equals(stage)) {
                return step.path("task").asString();
            }
        }
        throw new AssertionError(stage);
    }

    private void hold(String id, String step, Map<String, Object> answers) {
        act(holders(id, step).get(0), id, step, answers);
    }

    private void act(String person, String id, String step, Map<String, Object> answers) {
        tasks.act(accounts.actor(person), open(id, step).taskId(), "complete", input(answers), null);
    }

    private static Tasks.Input input(Map<String, Object> answers) {
        return Tasks.Input.of(null, null, answers, null);
    }

    private Tasks.Open open(String id, String step) {
        return tasks.open(id).stream()
                .filter(task -> task.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private List<String> holders(String id, String step) {
        return open(id, step).people();
    }

    private void checkPortrait(TestClient hire, String action, @org.jspecify.annotations.Nullable String comment) {
        var request =
                hire.get("/api/onboardings/mine").ok().at("/portrait/request").asString();
        var task = tasks.open(request).get(0);
        tasks.act(company.actor("wang.hr"), task.taskId(), action, Tasks.Input.of(comment, null, null, null), null);
    }

    private TestClient.Answer handIn(TestClient hire, byte[] picture) {
        return handIn(
                hire,
                hire.upload("/api/files", "me.png", "image/png", picture)
                        .ok()
                        .path("id")
                        .asString());
    }

    private static TestClient.Answer handIn(TestClient hire, String file) {
        return hire.post("/api/onboardings/mine/portrait", Map.of("file", file));
    }

    private static byte[] picture(int width, int height) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String states(String id) {
        var states = new StringBuilder();
        for (var step : steps(id)) {
            states.append(states.isEmpty() ? "" : ", ")
                    .append(step.path("stage").asString())
                    .append(' ')
                    .append(step.path("state").asString());
        }
        return states.toString();
    }

    private String state(String id, String stage) {
        return step(id, stage).path("state").asString();
    }

    private String due(String id, String stage) {
        return step(id, stage).path("due").asString();
    }

    private JsonNode step(String id, String stage) {
        for (var step : steps(id)) {
            if (step.path("stage").asString().equals(stage)) {
                return step;
            }
        }
        throw new AssertionError(stage);
    }

    private JsonNode steps(String id) {
        return hr.get("/api/onboardings/" + id).ok().path("steps");
    }
}
