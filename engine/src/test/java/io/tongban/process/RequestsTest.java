package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class RequestsTest {

    @Autowired
    Requests requests;

    @Autowired
    Tasks tasks;

    @Autowired
    InboxMapper inbox;

    @Autowired
    RequestMapper mapper;

    @Autowired
    TrialSteps steps;

    @Autowired
    TestCompany company;

    private Request ask(String account, int amount) {
        return requests.submit(company.actor(account), "trial-request", Map.of("topic", "键盘", "amount", amount), null);
    }

    private InboxRow open(Request request) {
        return inbox.ofRequest(request.id()).stream()
                .filter(row -> row.state().equals("todo"))
                .findFirst()
                .orElseThrow();
    }

    private static Tasks.Input saying(String comment) {
        return Tasks.Input.of(comment, null, null, null);
    }

    @Test
    void a_request_goes_to_the_direct_leader_and_ends_approved() {
        var request = ask("chen.yu", 200);
        assertThat(request.status()).isEqualTo("running");
        assertThat(request.number()).startsWith("SY20");
        assertThat(request.title()).isEqualTo("键盘 200 元");
        var task = open(request);
        assertThat(task.owner()).isEqualTo(company.id("zhao.min"));

        var result = tasks.act(company.actor("zhao.min"), task.id(), "approve", saying("同意"), "k-" + task.id());

        assertThat(result.request().status()).isEqualTo("approved");
        assertThat(requests.get(request.id()).status()).isEqualTo("approved");
        assertThat(mapper.entries(request.id())).extracting(EntryRow::action).containsExactly("submit", "approve");
        assertThat(steps.reserved).containsKey(request.id());
    }

    @Test
    void the_same_key_answers_the_same_and_acts_once() {
        var chen = company.actor("chen.yu");
        var body = Map.<String, Object>of("topic", "鼠标", "amount", 5);
        var key = UUID.randomUUID().toString();
        var first = requests.submit(chen, "trial-request", body, key);
        assertThat(requests.submit(chen, "trial-request", body, key).id()).isEqualTo(first.id());
        assertThatThrownBy(() -> requests.submit(chen, "trial-request", Map.of("topic", "x", "amount", 6), key))
                .isInstanceOf(Problem.class)
                .hasMessage("process:key-reused");
        var task = open(first);
        var zhao = company.actor("zhao.min");
        var once = tasks.act(zhao, task.id(), "approve", saying("好"), "t" + key);
        assertThat(tasks.act(zhao, task.id(), "approve", saying("好"), "t" + key))
                .isEqualTo(once);
        assertThatThrownBy(() -> tasks.act(zhao, task.id(), "approve", saying("好"), "other" + key))
                .hasMessage("process:already-approve");
    }

    @Test
    void a_large_amount_goes_on_to_the_finance_pool_where_one_person_claims_it() {
        var request = ask("chen.yu", 5000);
        tasks.act(company.actor("zhao.min"), open(request).id(), "approve", Tasks.Input.empty(), null);
        var pool = open(request);
        assertThat(pool.owner()).isEqualTo("role:finance");
        var li = company.actor("li.cw");
        tasks.act(li, pool.id(), "claim", Tasks.Input.empty(), null);
        assertThat(open(request).owner()).isEqualTo(li.id());
        tasks.act(li, pool.id(), "release", Tasks.Input.empty(), null);
        assertThat(open(request).owner()).isEqualTo("role:finance");
        assertThat(tasks.act(li, pool.id(), "approve", Tasks.Input.empty(), null)
                        .request()
                        .status())
                .isEqualTo("approved");
    }

    @Test
    void a_rejection_ends_the_request_and_undoes_what_ran() {
        var request = ask("chen.yu", 300);
        assertThat(steps.reserved).containsKey(request.id());
        var zhao = company.actor("zhao.min");
        assertThatThrownBy(() -> tasks.act(zhao, open(request).id(), "reject", Tasks.Input.empty(), null))
                .isInstanceOf(Problem.class);
        var result = tasks.act(zhao, open(request).id(), "reject", saying("预算不足"), null);
        assertThat(result.request().status()).isEqualTo("rejected");
        assertThat(steps.reserved).doesNotContainKey(request.id());
        assertThat(inbox.ofRequest(request.id())).noneMatch(row -> row.state().equals("todo"));
    }

    @Test
    void a_returned_request_is_changed_and_handed_in_again() {
        var request = ask("chen.yu", 300);
        tasks.act(company.actor("zhao.min"), open(request).id(), "return", saying("请补充说明"), null);
        var mine = open(request);
        assertThat(mine.owner()).isEqualTo(company.id("chen.yu"));
        var change = Tasks.Input.of("已补充", null, Map.of("amount", 400), null);
        tasks.act(company.actor("chen.yu"), mine.id(), "submit", change, null);
        assertThat(open(request).owner()).isEqualTo(company.id("zhao.min"));
        assertThat(requests.get(request.id()).title()).isEqualTo("键盘 400 元");
        assertThat(steps.reserved.get(request.id())).isEqualByComparingTo("400");
    }

    @Test
    void the_applicant_withdraws_and_nobody_else_can() {
        var request = ask("chen.yu", 300);
        assertThatThrownBy(() -> requests.withdraw(company.actor("wu.xs"), request.id(), null, null, null))
                .hasMessage("kernel:not-found");
        assertThatThrownBy(() -> requests.withdraw(company.actor("zhao.min"), request.id(), null, null, null))
                .hasMessage("kernel:forbidden");
        assertThat(requests.withdraw(company.actor("chen.yu"), request.id(), "不需要了", null, null)
                        .status())
                .isEqualTo("withdrawn");
        assertThat(steps.reserved).doesNotContainKey(request.id());
        assertThat(inbox.ofRequest(request.id())).noneMatch(row -> row.state().equals("todo"));
    }

    @Test
    void a_comment_carries_its_own_time() throws Exception {
        var request = ask("chen.yu", 21);
        Thread.sleep(20);
        requests.comment(company.actor("zhao.min"), request.id(), "请尽快处理", null);
        var trail = mapper.entries(request.id());
        assertThat(trail).extracting(EntryRow::action).containsExactly("submit", "comment");
        assertThat(trail.get(1).at()).isAfter(trail.get(0).at());
    }

    @Test
    void a_refusal_by_a_step_leaves_nothing_behind() {
        var before = mapper.countRunning(company.id("wu.xs"), 100);
        assertThatThrownBy(() -> ask("wu.xs", 13)).hasMessage("process:irreversible");
        assertThat(mapper.countRunning(company.id("wu.xs"), 100)).isEqualTo(before);
    }

    @Test
    void sixteen_clicks_at_once_decide_once() throws Exception {
        var request = ask("chen.yu", 77);
        var task = open(request);
        var zhao = company.actor("zhao.min");
        var pool = Executors.newFixedThreadPool(16);
        try {
            Callable<String> click = () -> {
                try {
                    tasks.act(
                            zhao,
                            task.id(),
                            "approve",
                            saying("同意"),
                            UUID.randomUUID().toString());
                    return "done";
                } catch (Problem p) {
                    return p.code();
                }
            };
            var answers = pool.invokeAll(java.util.Collections.nCopies(16, click)).stream()
                    .map(f -> {
                        try {
                            return f.get();
                        } catch (Exception e) {
                            return e.toString();
                        }
                    })
                    .toList();
            assertThat(answers).containsOnlyOnce("done");
            assertThat(answers.stream().filter(a -> !a.equals("done"))).containsOnly("process:already-approve");
        } finally {
            pool.shutdownNow();
        }
        assertThat(mapper.entries(request.id())).hasSize(2);
    }

    @Test
    void eight_retries_at_once_with_one_key_all_get_the_first_answer() throws Exception {
        var request = ask("chen.yu", 78);
        var task = open(request);
        var zhao = company.actor("zhao.min");
        var key = UUID.randomUUID().toString();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Tasks.Result> retry = () -> tasks.act(zhao, task.id(), "approve", saying("同意"), key);
            var answers = new java.util.HashSet<Tasks.Result>();
            for (var answer : pool.invokeAll(java.util.Collections.nCopies(8, retry))) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(mapper.entries(request.id())).hasSize(2);
    }

    @Test
    void the_second_of_a_pool_is_told_who_took_the_task() {
        var request = ask("chen.yu", 5001);
        tasks.act(company.actor("zhao.min"), open(request).id(), "approve", Tasks.Input.empty(), null);
        var task = open(request);
        var second = inFinance("sun.lei");
        tasks.act(company.actor("li.cw"), task.id(), "claim", Tasks.Input.empty(), null);
        assertThatThrownBy(() -> tasks.act(second, task.id(), "claim", Tasks.Input.empty(), null))
                .hasMessage("process:already-taken");
        assertThat(tasks.visible(second, task.id()).owner()).isEqualTo(company.id("li.cw"));
        tasks.act(company.actor("li.cw"), task.id(), "approve", Tasks.Input.empty(), null);
        assertThatThrownBy(() -> tasks.act(second, task.id(), "approve", Tasks.Input.empty(), null))
                .hasMessage("process:already-approve");
        assertThat(requests.get(second, request.id()).status()).isEqualTo("approved");
    }

    @Test
    void nobody_decides_on_an_own_request_as_one_of_the_pool() {
        var request = ask("chen.yu", 5002);
        tasks.act(company.actor("zhao.min"), open(request).id(), "approve", Tasks.Input.empty(), null);
        var applicant = inFinance("chen.yu");
        for (var action : List.of("claim", "approve", "reject", "return")) {
            assertThatThrownBy(() -> tasks.act(applicant, open(request).id(), action, saying("好"), null))
                    .as(action)
                    .hasMessage("process:own-request");
        }
        assertThat(open(request).owner()).isEqualTo("role:finance");
    }

    private Actor inFinance(String account) {
        var actor = company.actor(account);
        return new Actor(
                actor.id(), actor.name(), Set.of("employee", "finance"), actor.permissions(), actor.departments());
    }

    @Test
    void a_transferred_task_belongs_to_the_other_person_only() {
        var request = ask("chen.yu", 70);
        var task = open(request);
        var sun = company.id("sun.lei");
        tasks.act(company.actor("zhao.min"), task.id(), "transfer", Tasks.Input.of("请代看", null, null, sun), null);
        assertThat(open(request).owner()).isEqualTo(sun);
        assertThatThrownBy(() -> tasks.act(company.actor("zhao.min"), task.id(), "approve", Tasks.Input.empty(), null))
                .hasMessage("process:already-taken");
        assertThat(requests.get(company.actor("zhao.min"), request.id()).id()).isEqualTo(request.id());
        assertThatThrownBy(() -> requests.get(company.actor("wu.xs"), request.id()))
                .hasMessage("kernel:not-found");
        assertThat(tasks.act(company.actor("sun.lei"), task.id(), "approve", Tasks.Input.empty(), null)
                        .request()
                        .status())
                .isEqualTo("approved");
    }

    @Test
    void whoever_is_named_gets_a_copy_when_it_ends() {
        var wu = company.id("wu.xs");
        var request = requests.submit(
                company.actor("chen.yu"), "trial-request", Map.of("topic", "椅子", "amount", 9, "copy", wu), null);
        tasks.act(company.actor("zhao.min"), open(request).id(), "approve", Tasks.Input.empty(), null);
        assertThat(inbox.ofRequest(request.id()))
                .filteredOn(row -> row.state().equals("copied"))
                .extracting(InboxRow::owner)
                .containsExactly(wu);
    }

    @Test
    void unknown_read_only_and_wrong_answers_are_all_named_at_once() {
        assertThatThrownBy(() -> requests.submit(
                        company.actor("chen.yu"), "trial-request", Map.of("amount", "viel", "secret", 1), null))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field)
                                .containsExactlyInAnyOrder("answers.secret", "answers.topic", "answers.amount"));
    }
}
