package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ready procedures as they come: each is deployed, filled in well and badly, and goes to its end. */
@ProductTest
class TemplateHttpTest {

    @Autowired
    TestCompany company;

    @Autowired
    ReadyProcedures ready;

    @Autowired
    Requests requests;

    @Autowired
    Wiring wiring;

    private String applicant() {
        return company.employ("林申", "zhao.min");
    }

    private String answer(String request, String name, String account) {
        return ready.client(account)
                .get("/api/requests/" + request)
                .ok()
                .path("answers")
                .path(name)
                .asString("");
    }

    @Test
    void each_keeps_the_rules_and_needs_no_step_of_its_own() {
        assertThat(ready.open())
                .containsExactly(
                        "business-trip",
                        "contract",
                        "goods-requisition",
                        "make-up-punch",
                        "overtime",
                        "purchase",
                        "recruitment",
                        "regularisation",
                        "resignation",
                        "seal-use",
                        "transfer");
        Deployer.templates().forEach((key, files) -> {
            wiring.check(key, files);
            assertThat(files).containsKeys(key + ".bpmn", key + ".form");
            assertThat(new String(files.get(key + ".bpmn"), java.nio.charset.StandardCharsets.UTF_8))
                    .as(key)
                    .doesNotContain("serviceTask");
        });
        assertThat(Deployer.modules().keySet()).doesNotContainAnyElementsOf(ready.open());
    }

    @Test
    void good_answers_are_taken_and_what_is_reckoned_is_right() {
        for (var key : ready.open()) {
            var account = applicant();
            var request = ready.submit(account, key, Map.of());
            var seen = ready.client(account).get("/api/requests/" + request).ok();
            for (var expected : ReadyProcedures.of(key).path("reckoned").properties()) {
                assertThat(seen.path("answers").path(expected.getKey()).asDouble())
                        .as(key + " " + expected.getKey())
                        .isEqualTo(expected.getValue().asDouble());
            }
            assertThat(seen.path("title").asString())
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{")
                    .doesNotContain("null");
        }
    }

    @Test
    void bad_answers_are_refused_where_they_stand() {
        for (var key : ready.open()) {
            var who = ready.client(applicant());
            var answers = ready.answers(who, key, Map.of());
            for (var change : ReadyProcedures.of(key).path("refused").properties()) {
                if (change.getValue().isNull()) {
                    answers.remove(change.getKey());
                } else {
                    answers.put(
                            change.getKey(),
                            tools.jackson.databind.json.JsonMapper.shared()
                                    .convertValue(change.getValue(), Object.class));
                }
            }
            var refused = who.post("/api/requests", Map.of("process", key, "answers", answers));
            assertThat(refused.status()).as(key).isEqualTo(422);
            var fields = new ArrayList<String>();
            refused.body()
                    .path("errors")
                    .forEach(error -> fields.add(error.path("field").asString()));
            var expected = new ArrayList<String>();
            ReadyProcedures.of(key).path("faults").forEach(fault -> expected.add("answers." + fault.asString()));
            assertThat(fields).as(key).containsAll(expected);
        }
    }

    @Test
    void each_goes_to_its_end_when_everybody_says_yes() {
        for (var key : ready.open()) {
            var request = ready.submit(applicant(), key, Map.of());
            assertThat(ready.walk(request, key)).as(key).isNotEmpty();
            assertThat(requests.get(request).status()).as(key).isEqualTo("approved");
        }
    }

    @Test
    void what_leaders_refuse_ends_as_rejected_and_the_applicant_reads_why() {
        for (var key : List.of("business-trip", "purchase", "seal-use", "resignation")) {
            var account = applicant();
            var request = ready.submit(account, key, Map.of());
            ready.act(request, key, "Task_Leaders", "reject").ok();
            assertThat(requests.get(request).status()).as(key).isEqualTo("rejected");
            assertThat(ready.open(request)).isEmpty();
            assertThat(ready.client(account)
                            .get("/api/requests/" + request)
                            .ok()
                            .path("timeline")
                            .toString())
                    .contains("看过了");
        }
    }

    private static Map<String, ?> bought(double price, String budget) {
        return Map.of("budget", budget, "items", List.of(Map.of("name", "服务器", "quantity", 1, "price", price)));
    }

    private List<String> asked(String request, String key) {
        var asked = new ArrayList<String>();
        while (ready.open(request).containsKey("Task_Leaders")) {
            asked.addAll(ready.open(request).getOrDefault("Task_Leaders", List.of()));
            ready.act(request, key, "Task_Leaders", "approve").ok();
        }
        return asked;
    }

    @Test
    void the_sum_of_a_purchase_decides_how_far_up_it_goes() {
        assertThat(asked(ready.submit(applicant(), "purchase", bought(800, "within")), "purchase"))
                .containsExactly("zhao.min");
        assertThat(asked(ready.submit(applicant(), "purchase", bought(800, "beyond")), "purchase"))
                .containsExactly("zhao.min", "sun.lei");
        var account = applicant();
        var large = bought(100_000.5, "within");
        var who = ready.client(account);
        var seen = who.post("/api/processes/purchase/preview", Map.of("answers", ready.answers(who, "purchase", large)))
                .ok();
        var names = List.of("赵敏", "孙磊", "何静");
        assertThat(seen.at("/steps/0/approvers")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .as("known before it is handed in")
                .containsExactlyElementsOf(names);
        assertThat(seen.path("outcome").asString()).isEqualTo("approved");
        assertThat(asked(ready.submit(account, "purchase", large), "purchase"))
                .containsExactly("zhao.min", "sun.lei", "he.jing");
    }

    @Test
    void what_arrives_is_refused_until_it_is_as_ordered() {
        var account = applicant();
        var request = ready.submit(account, "purchase", Map.of());
        ready.act(request, "purchase", "Task_Leaders", "approve").ok();
        ready.act(request, "purchase", "Task_Budget", "approve").ok();
        ready.act(request, "purchase", "Task_Order", "complete").ok();
        assertThat(ready.open(request)).containsOnly(Map.entry("Task_Accept", List.of(account)));
        ready.act(request, "purchase", "Task_Accept", "reject").ok();
        assertThat(ready.open(request)).containsOnlyKeys("Task_Order");
        ready.walk(request, "purchase");
        assertThat(requests.get(request).status()).isEqualTo("approved");
    }

    @Test
    void a_purchase_without_a_budget_is_rejected() {
        var request = ready.submit(applicant(), "purchase", Map.of());
        ready.act(request, "purchase", "Task_Leaders", "approve").ok();
        ready.act(request, "purchase", "Task_Budget", "reject").ok();
        assertThat(requests.get(request).status()).isEqualTo("rejected");
    }

    @Test
    void whoever_resigns_is_cleared_by_four_at_the_same_time() {
        var account = applicant();
        var request = ready.submit(account, "resignation", Map.of());
        assertThat(asked(request, "resignation")).containsExactly("zhao.min", "sun.lei");
        ready.act(request, "resignation", "Task_Interview", "complete").ok();
        assertThat(ready.open(request)).containsOnlyKeys("Task_Handover", "Task_It", "Task_Finance", "Task_Office");
        assertThat(ready.open(request).get("Task_Handover")).containsExactly("chen.yu");

        var it = ready.holder(request, "Task_It");
        var task = ready.task(request, "Task_It").taskId();
        assertThat(it.get("/api/tasks/" + task).text()).doesNotContain("回老家发展").doesNotContain("去意已决");
        assertThat(answer(request, "interview", account)).as("for HR only").isEqualTo("");
        assertThat(answer(request, "interview", "wang.hr")).isEqualTo("去意已决");
        var unticked = it.post(
                "/api/tasks/" + task + "/complete",
                Map.of("answers", Map.of("accountsClosed", true, "devicesBack", false)));
        assertThat(unticked.status()).isEqualTo(422);
        assertThat(unticked.text()).contains("answers.devicesBack").contains("answers.dataKept");

        for (var step : List.of("Task_Office", "Task_It", "Task_Finance")) {
            ready.act(request, "resignation", step, "complete").ok();
            assertThat(ready.open(request)).doesNotContainKey("Task_Settle");
        }
        ready.act(request, "resignation", "Task_Handover", "complete").ok();
        assertThat(ready.open(request)).containsOnlyKeys("Task_Settle");
        ready.act(request, "resignation", "Task_Settle", "complete").ok();
        assertThat(requests.get(request).status()).isEqualTo("approved");
        var copies = ready.client("chen.yu").get("/api/tasks?view=copied").ok();
        assertThat(copies.path("items").toString()).contains(request);
    }

    @Test
    void a_contract_is_reviewed_side_by_side_signed_by_hand_and_filed() {
        var request = ready.submit(applicant(), "contract", Map.of());
        assertThat(ready.open(request)).containsOnlyKeys("Task_Legal", "Task_Finance");
        var review = ready.task(request, "Task_Finance").taskId();
        assertThat(ready.holder(request, "Task_Finance")
                        .post("/api/tasks/" + review + "/reject", Map.of("comment", "不行"))
                        .status())
                .as("a review says what is to be changed, it does not decide")
                .isGreaterThanOrEqualTo(400);
        ready.act(request, "contract", "Task_Finance", "approve").ok();
        assertThat(ready.open(request)).containsOnlyKeys("Task_Legal");
        ready.act(request, "contract", "Task_Legal", "approve").ok();

        var unsigned = ready.client("zhao.min")
                .post(
                        "/api/tasks/" + ready.task(request, "Task_Leaders").taskId() + "/approve",
                        Map.of("comment", "同意"));
        assertThat(unsigned.problem()).isEqualTo("process:signature-needed");
        assertThat(asked(request, "contract")).containsExactly("zhao.min");
        ready.act(request, "contract", "Task_Archive", "complete").ok();
        assertThat(requests.get(request).status()).isEqualTo("approved");
        assertThat(answer(request, "contractNumber", "li.cw")).isEqualTo("HT-2027-001");
    }

    @Test
    void whoever_is_moved_is_asked_first_and_not_twice_for_an_own_request() {
        var request = ready.submit(applicant(), "transfer", Map.of());
        assertThat(ready.open(request)).containsOnly(Map.entry("Task_Agree", List.of("chen.yu")));
        ready.act(request, "transfer", "Task_Agree", "reject").ok();
        assertThat(requests.get(request).status()).isEqualTo("rejected");
        assertThat(ready.open(ready.submit("chen.yu", "transfer", Map.of()))).containsOnlyKeys("Task_Heads");
    }
}
