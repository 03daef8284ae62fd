package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Work that is handed out, done, judged and settled, with dates that move: what procedures are made of. */
@ProductTest
class WorkTest {

    static final Instant DUE = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    Requests requests;

    @Autowired
    Tasks tasks;

    @Autowired
    InboxMapper inbox;

    @Autowired
    RequestMapper trail;

    @Autowired
    TrialSteps steps;

    @Autowired
    TestTimers timers;

    @Autowired
    TestCompany company;

    @BeforeEach
    void planned() {
        steps.plan = new TrialSteps.Planned(
                company.id("chen.yu"),
                List.of(company.id("wang.hr"), company.id("zhao.min")),
                DUE,
                DUE.plus(Duration.ofDays(60)));
    }

    private Request ask() {
        return requests.submit(company.actor("wang.hr"), "trial-work", Map.of("topic", "整理档案", "amount", 3), null);
    }

    private void act(Request request, String who, String action, Tasks.Input input) {
        var task = tasks.open(request.id()).stream()
                .filter(open -> open.people().contains(company.id(who)))
                .findFirst()
                .orElseThrow();
        tasks.act(company.actor(who), task.taskId(), action, input, null);
    }

    private void hand(Request request) {
        act(request, "chen.yu", "complete", Tasks.Input.of(null, null, Map.of("result", "已整理"), null));
    }

    private EntryRow last(Request request) {
        var entries = trail.entries(request.id());
        return entries.get(entries.size() - 1);
    }

    private List<String> steps(Request request) {
        return tasks.open(request.id()).stream().map(Tasks.Open::step).toList();
    }

    @Test
    void only_the_named_roles_may_start_it_and_see_it_in_the_catalogue() {
        assertThatThrownBy(() -> requests.submit(
                        company.actor("chen.yu"), "trial-work", Map.of("topic", "x", "amount", 1), null))
                .isInstanceOf(Problem.class)
                .extracting(e -> ((Problem) e).status())
                .isEqualTo(403);
        assertThat(company.signIn("chen.yu").get("/api/processes").text()).doesNotContain("trial-work");
        assertThat(company.signIn("wang.hr").get("/api/processes").text()).contains("trial-work");
        assertThat(company.signIn("chen.yu")
                        .get("/api/processes/trial-work/form")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void work_is_completed_with_a_form_of_its_own() {
        var request = ask();
        var task = tasks.open(request.id()).get(0).taskId();
        var page = company.signIn("chen.yu").get("/api/tasks/" + task);
        assertThat(page.body().at("/form/own").asBoolean()).isTrue();
        assertThat(page.body().at("/form/rights/result").asString()).isEqualTo("write");
        assertThatThrownBy(() -> act(request, "chen.yu", "complete", Tasks.Input.empty()))
                .isInstanceOf(Problem.class);
        hand(request);
        assertThat(company.signIn("wang.hr")
                        .get("/api/requests/" + request.id())
                        .body()
                        .at("/stepForms/0/step")
                        .asString())
                .isEqualTo("办理");
    }

    @Test
    void everybody_named_judges_and_one_who_sends_it_back_ends_the_round() {
        var request = ask();
        hand(request);
        assertThat(steps(request)).containsExactly("Task_Judge", "Task_Judge");
        assertThatThrownBy(() -> act(request, "chen.yu", "approve", Tasks.Input.empty()))
                .isInstanceOf(java.util.NoSuchElementException.class);
        act(request, "zhao.min", "reject", Tasks.Input.of("缺目录", null, null, null));
        assertThat(steps(request)).containsExactly("Task_Do");
        assertThat(requests.get(request.id()).status()).isEqualTo("running");
        hand(request);
        act(request, "zhao.min", "approve", Tasks.Input.empty());
        // The applicant may accept work, since it is not the applicant's own.
        act(request, "wang.hr", "approve", Tasks.Input.empty());
        assertThat(requests.get(request.id()).status()).isEqualTo("approved");
        var words =
                company.signIn("wang.hr").get("/api/requests/" + request.id()).text();
        assertThat(words).contains("验收通过").contains("退回重做");
    }

    @Test
    void a_settled_request_still_waits_and_a_deed_on_a_page_ends_the_waiting_once() {
        var request = settled();
        assertThat(timers.dueAt(request.id(), "Timer_Expires")).contains(DUE.plus(Duration.ofDays(60)));
        assertThatThrownBy(() -> requests.withdraw(company.actor("wang.hr"), request.id(), null, null, null))
                .isInstanceOf(Problem.class);
        requests.signal(company.actor("chen.yu"), request.id(), "trial.given-back", Map.of(), "不用了");
        assertThat(requests.get(request.id()).status()).isEqualTo("approved");
        assertThat(timers.dueAt(request.id(), "Timer_Expires")).isEmpty();
        assertThat(last(request).action()).isEqualTo("trial.given-back");
        assertThatThrownBy(() ->
                        requests.signal(company.actor("chen.yu"), request.id(), "trial.given-back", Map.of(), null))
                .isInstanceOf(Problem.class)
                .extracting(e -> ((Problem) e).status())
                .isEqualTo(409);
    }

    private Request settled() {
        var request = ask();
        hand(request);
        act(request, "zhao.min", "approve", Tasks.Input.empty());
        act(request, "wang.hr", "approve", Tasks.Input.empty());
        return request;
    }

    @Test
    void a_timer_ends_a_settled_request_without_changing_what_was_decided() {
        var request = settled();
        timers.fire(request.id(), "Timer_Expires");
        assertThat(requests.get(request.id()).status()).isEqualTo("approved");
        assertThat(timers.dueAt(request.id(), "Timer_Expires")).isEmpty();
    }

    @Test
    void due_date_and_reminder_move_with_the_fact_that_they_name() {
        var request = ask();
        var task = tasks.open(request.id()).get(0).taskId();
        assertThat(inbox.byId(task).get(0).dueAt()).isEqualTo(DUE);
        assertThat(timers.dueAt(request.id(), "Timer_Due")).contains(DUE);
        steps.movedTo = DUE.plus(Duration.ofDays(7));
        requests.signal(company.actor("wang.hr"), request.id(), "trial.moved", Map.of(), null);
        assertThat(timers.dueAt(request.id(), "Timer_Due")).contains(steps.movedTo);
        assertThat(inbox.byId(task).get(0).dueAt()).isEqualTo(steps.movedTo);
    }

    @Test
    void a_reminder_reaches_the_holder_and_whom_the_model_names_and_stands_in_the_trail() {
        var request = ask();
        timers.fire(request.id(), "Timer_Due");
        assertThat(company.signIn("chen.yu").get("/api/notifications").text()).contains("还在等你处理");
        assertThat(company.signIn("zhao.min").get("/api/notifications").text()).contains("逾期未办");
        var last = last(request);
        assertThat(last.action()).isEqualTo("remind");
        assertThat(last.personId()).isEqualTo("system");
        assertThat(steps(request)).containsExactly("Task_Do");
        assertThat(timers.dueAt(request.id(), "Timer_Due")).isEmpty();
    }
}
