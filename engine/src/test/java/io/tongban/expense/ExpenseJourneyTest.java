package io.tongban.expense;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.access.Roles;
import io.tongban.file.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Expenses from the first receipt to the payment, over HTTP, as the web application and outside programs do it. */
@ProductTest
class ExpenseJourneyTest {

    @Autowired
    TestCompany company;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Roles roles;

    @Autowired
    Clock clock;

    private String account = "";
    private TestClient lin = new TestClient(0);
    private TestClient finance = new TestClient(0);
    private String today = "";

    @BeforeEach
    void somebodyNewAndABudget() {
        account = company.employ("林晓", "zhao.min");
        lin = company.signIn(account);
        finance = company.signIn("li.cw");
        today = LocalDate.now(clock).toString();
        budget("1000000.00");
    }

    @AfterEach
    void everyBudgetIsTheSumOfItsCharges() {
        assertThat(jdbc.queryForList("""
                select b.department_id from expense_budget b
                where b.held <> coalesce((select sum(c.amount) from expense_charge c where c.paid = false
                        and c.department_id = b.department_id and c.of_year = b.of_year), 0)
                   or b.used <> coalesce((select sum(c.amount) from expense_charge c where c.paid = true
                        and c.department_id = b.department_id and c.of_year = b.of_year), 0)
                """)).isEmpty();
    }

    @Test
    void a_small_claim_goes_over_the_leader_and_finance_to_its_payment() {
        var held = budget().path("held").asString();
        var request = claim(line("travel", "1234.50", "111.11"), line("lodging", "300.10", "18.01"));

        var claim = finance.get("/api/expenses/" + request).ok();
        assertThat(claim.at("/item/amount").asString()).isEqualTo("1534.60");
        assertThat(claim.at("/item/tax").asString()).isEqualTo("129.12");
        assertThat(claim.at("/item/total").asString()).isEqualTo("1663.72");
        assertThat(claim.at("/budgets/0/held").asString()).isEqualTo(plus(held, "1663.72"));
        assertThat(lin.get("/api/requests/" + request).ok().path("title").asString())
                .isEqualTo("上海出差，¥1,663.72");

        assertThat(act("zhao.min", request, "approve")).isEqualTo("running");
        assertThat(desk("review")).contains(request);
        assertThat(act("li.cw", request, "approve")).isEqualTo("approved");
        assertThat(desk("review")).doesNotContain(request);
        assertThat(desk("payable")).contains(request);

        assertThat(act("li.cw", request, "complete", Map.of()).problem()).isEqualTo("kernel:invalid");
        var paid = act("li.cw", request, "complete", Map.of("paymentReference", "招行 20261123-07", "paidOn", today));
        assertThat(paid.status()).isEqualTo(200);
        var mine = lin.get("/api/expenses").ok().at("/items/0");
        assertThat(mine.path("state").asString()).isEqualTo("paid");
        assertThat(mine.path("paymentReference").asString()).isEqualTo("招行 20261123-07");
        assertThat(budget().path("held").asString()).isEqualTo(held);
        assertThat(lin.get("/api/notifications?limit=5").text()).contains("已付款 ¥1,663.72，凭证号 招行 20261123-07");
        assertThat(lin.get("/api/expenses/totals").ok().at("/items/0/total").asString())
                .isEqualTo("1663.72");
        assertThat(lin.get("/api/requests/" + request).ok().path("status").asString())
                .isEqualTo("approved");
    }

    @Test
    void on_a_large_claim_the_general_manager_and_finance_vote() {
        // Finance is one person, whomever other tests have put there.
        roles.members("finance").stream()
                .filter(id -> !id.equals(company.id("li.cw")))
                .forEach(id -> roles.revoke(id, "finance"));
        var request = claim(line("entertainment", "5000.00", "300.00"));
        act("zhao.min", request, "approve");
        act("sun.lei", request, "approve");

        var vote = lin.get("/api/requests/" + request).ok().at("/votes/0");
        assertThat(vote.path("step").asString()).isEqualTo("总经理与财务表决");
        assertThat(vote.at("/vote/seats/0/person/name").asString()).isEqualTo("何静");
        assertThat(vote.at("/vote/seats/0/weight").asInt()).isEqualTo(2);
        assertThat(vote.at("/vote/seats/0/veto").asBoolean()).isTrue();
        assertThat(decide("he.jing", request)).isEqualTo("running");
        assertThat(openTask(finance, request).path("step").asString()).isEqualTo("财务审核");
    }

    @Test
    void who_leads_and_heads_is_asked_once() {
        lin = company.signIn("zhao.min");
        var request = claim(line("office", "3000.00", "180.00"));
        act("sun.lei", request, "approve");

        assertThat(openTask(finance, request).path("step").asString()).isEqualTo("财务审核");
        assertThat(lin.get("/api/requests/" + request).ok().path("timeline").toString())
                .contains("auto-approve")
                .contains("不再重复审批");
    }

    @Test
    void nobody_pays_the_own_claim_even_as_one_of_finance_by_now() {
        var request = claim(line("travel", "100.00", "6.00"));
        act("zhao.min", request, "approve");
        act("li.cw", request, "approve");
        roles.grant(company.id(account), "finance");

        var answers = Map.<String, Object>of("paymentReference", "招行 1", "paidOn", today);
        assertThat(act(account, request, "complete", answers).problem()).isEqualTo("expense:own-payment");
        roles.revoke(company.id(account), "finance");
    }

    @Test
    void an_invoice_is_the_same_with_signs_that_nobody_sees() {
        var number = invoice();
        claim(line("meals", "100", "6", number));
        var unseen = number.substring(0, 3) + "\u200b" + number.substring(3) + "\u00ad";
        assertThat(claim(lin, List.of(line("meals", "100", "6", unseen))).problem())
                .isEqualTo("expense:duplicate-invoice");
    }

    @Test
    void a_hundred_lines_of_cents_add_up() {
        var lines = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 100; i++) {
            lines.add(line("transport", "0.10", "0.01"));
        }
        var request = claim(lines).ok().path("id").asString();

        assertThat(finance.get("/api/expenses/" + request)
                        .ok()
                        .at("/item/total")
                        .asString())
                .isEqualTo("11.00");
    }

    @Test
    void an_invoice_is_claimed_once_however_it_is_typed_and_is_free_again_after_a_rejection() {
        var number = invoice();
        var first = claim(line("meals", "100", "6", number));
        var colleague = company.signIn(company.employ("路人", "zhao.min"));

        var again = claim(colleague, List.of(line("meals", "100", "6", " " + number.toLowerCase() + "-")));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.problem()).isEqualTo("expense:duplicate-invoice");
        var other = lin.get("/api/requests/" + first).ok().path("number").asString();
        assertThat(again.title()).contains(number).contains(other);
        assertThat(again.body().at("/errors/0/field").asString()).isEqualTo("answers.lines[0].invoiceNumber");
        var counted = colleague
                .post("/api/expenses/count", Map.of("lines", List.of(line("meals", "100", "6", number))))
                .ok();
        assertThat(counted.at("/taken/0/number").asString()).isEqualTo(other);
        assertThat(counted.at("/taken/0/requestId").isNull()).isTrue();

        assertThat(act("zhao.min", first, "reject")).isEqualTo("rejected");
        assertThat(claim(colleague, List.of(line("meals", "100", "6", number))).status())
                .isEqualTo(201);
    }

    @Test
    void the_same_invoice_in_many_claims_at_the_same_moment_is_accepted_once() throws Exception {
        var number = invoice();
        var deeds = new ArrayList<Callable<TestClient.Answer>>();
        for (int i = 0; i < 8; i++) {
            var somebody = company.signIn(company.employ("并发" + i, "zhao.min"));
            var lines = List.of(line("travel", "50", "3", number), line("travel", "1", "0"));
            deeds.add(() -> claim(somebody, lines));
        }
        var answers = atOnce(deeds);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(TestClient.Answer::problem)
                .containsOnly("expense:duplicate-invoice");
    }

    @Test
    void two_claims_that_together_exhaust_a_budget_do_not_both_pass_unseen() throws Exception {
        // The owner decides on up to a tenth beyond it; what goes further is stopped.
        var left = new java.math.BigDecimal(budget().path("used").asString())
                .add(new java.math.BigDecimal(budget().path("held").asString()));
        budget(left.add(new java.math.BigDecimal("1000.00")).toPlainString(), company.id("he.jing"));
        var deeds = new ArrayList<Callable<TestClient.Answer>>();
        for (int i = 0; i < 2; i++) {
            var somebody = company.signIn(company.employ("预算" + i, "zhao.min"));
            var lines = List.of(line("office", "500.01", "0"));
            deeds.add(() -> claim(somebody, lines));
        }
        var answers = atOnce(deeds);

        assertThat(answers).extracting(TestClient.Answer::status).containsOnly(201);
        var steps = answers.stream()
                .map(answer -> finance.get(
                                "/api/requests/" + answer.body().path("id").asString())
                        .ok()
                        .at("/openTasks/0/step")
                        .asString())
                .toList();
        assertThat(steps).containsExactlyInAnyOrder("直接上级审批", "预算负责人审批");

        budget("1000.00", null);
        var beyond = claim(lin, List.of(line("office", "900", "0")));
        assertThat(beyond.problem()).isEqualTo("expense:budget-exceeded");
        assertThat(beyond.title()).contains("本次报销 ¥900.00");
        assertThat(lin.get("/api/expenses").ok().path("items").size()).isZero();
        for (var answer : answers) {
            act("zhao.min", answer.body().path("id").asString(), "reject");
            act("he.jing", answer.body().path("id").asString(), "reject");
        }
    }

    @Test
    void finance_may_lower_amounts_and_change_the_category_and_nothing_else() {
        var request = claim(line("meals", "200", "12"), line("travel", "100", "9"));
        act("zhao.min", request, "approve");
        var rows = List.of(
                Map.of("category", "entertainment", "amount", "150.00", "tax", "9.00"),
                Map.of("category", "travel", "amount", "100", "tax", "9"));

        assertThat(review(request, List.of(Map.of("amount", "1"))).problem()).isEqualTo("kernel:invalid");
        var higher = review(request, List.of(Map.of("amount", "200.01"), Map.of()));
        assertThat(higher.body().at("/errors/0/field").asString()).isEqualTo("answers.lines[0].amount");
        assertThat(higher.body().at("/errors/0/code").asString()).isEqualTo("expense:only-downwards");
        var other = review(request, List.of(Map.of("invoiceNumber", "99999999"), Map.of()));
        assertThat(other.body().at("/errors/0/code").asString()).isEqualTo("process:read-only");

        assertThat(review(request, rows).status()).isEqualTo(200);

        var claim = finance.get("/api/expenses/" + request).ok();
        assertThat(claim.at("/item/total").asString()).isEqualTo("268.00");
        assertThat(claim.at("/item/claimed").asString()).isEqualTo("321.00");
        assertThat(claim.at("/lines/0/corrected").asBoolean()).isTrue();
        assertThat(claim.at("/lines/0/category").asString()).isEqualTo("entertainment");
        assertThat(lin.get("/api/requests/" + request).ok().path("title").asString())
                .isEqualTo("上海出差，¥268.00");
        assertThat(lin.get("/api/notifications?limit=5").text()).contains("由 ¥321.00 调整为 ¥268.00");
    }

    @Test
    void a_returned_claim_leaves_the_desk_and_comes_back_changed() {
        var request = claim(line("meals", "200", "12"));
        act("zhao.min", request, "approve");
        act("li.cw", request, "return");
        assertThat(desk("review")).doesNotContain(request);
        assertThat(lin.get("/api/expenses").ok().at("/items/0/state").asString())
                .isEqualTo("returned");

        var answers = Map.of("answers", Map.of("lines", List.of(line("meals", "180", "10.80"))));
        var task = openTask(lin, request).path("id").asString();
        lin.post("/api/tasks/" + task + "/submit", answers, key()).ok();

        assertThat(lin.get("/api/expenses").ok().at("/items/0/total").asString())
                .isEqualTo("190.80");
        assertThat(lin.get("/api/expenses").ok().at("/items/0/state").asString())
                .isEqualTo("running");
    }

    @Test
    void a_colleague_reads_neither_the_claim_nor_its_invoice_and_only_finance_sees_the_desk() {
        var file = lin.upload("/api/files", "发票.pdf", "application/pdf", "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8))
                .ok()
                .path("id")
                .asString();
        var line = new HashMap<>(line("meals", "88", "5.28"));
        line.put("invoice", List.of(file));
        var request = claim(lin, List.of(line)).ok().path("id").asString();

        var colleague = company.signIn(company.employ("路人", "zhao.min"));
        for (var path : List.of("/api/requests/" + request, "/api/expenses/" + request, "/api/files/" + file)) {
            assertThat(colleague.get(path).status()).as(path).isEqualTo(404);
            assertThat(finance.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(company.signIn("zhao.min").get("/api/files/" + file).status())
                .isEqualTo(200);
        for (var path : List.of("claims", "totals", "export", "budgets")) {
            assertThat(lin.get("/api/expenses/desk/" + path).status()).as(path).isEqualTo(403);
        }
        assertThat(lin.post("/api/expenses/desk/payments", Map.of("claims", List.of(request)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void several_claims_are_paid_with_one_reference_or_none_of_them() {
        var first = payable("10");
        var second = payable("20");
        var running = claim(line("meals", "30", "0"));

        var refused = pay(List.of(first, second, running), "银行 1");
        assertThat(refused.problem()).isEqualTo("expense:not-payable");
        assertThat(desk("payable")).contains(first, second);

        assertThat(pay(List.of(first, second), "银行 1").status()).isEqualTo(200);
        assertThat(desk("paid")).contains(first, second);
        assertThat(pay(List.of(first), "银行 1").status()).isEqualTo(409);
    }

    @Test
    void finance_stops_an_approved_claim_before_it_is_paid_and_everybody_learns_why() {
        var held = budget().path("held").asString();
        var number = invoice();
        var request = claim(line("travel", "100.00", "6.00", number));
        act("zhao.min", request, "approve");
        assertThat(stop(finance, request, "还没批完").problem()).isEqualTo("expense:not-stoppable");
        act("li.cw", request, "approve");

        assertThat(finance.get("/api/expenses/" + request)
                        .ok()
                        .path("stoppable")
                        .asBoolean())
                .isTrue();
        assertThat(stop(finance, request, " ").body().at("/errors/0/field").asString())
                .isEqualTo("reason");
        stop(finance, request, "发票是假的").ok();

        assertThat(budget().path("held").asString())
                .as("the budget is given back")
                .isEqualTo(held);
        assertThat(desk("payable")).doesNotContain(request);
        assertThat(lin.get("/api/expenses").ok().at("/items/0/state").asString())
                .isEqualTo("stopped");
        var seen = lin.get("/api/requests/" + request).ok();
        assertThat(seen.path("status").asString()).isEqualTo("cancelled");
        assertThat(seen.path("openTasks").size()).isZero();
        assertThat(seen.path("timeline").toString()).contains("停止付款", "发票是假的");
        assertThat(lin.get("/api/notifications?limit=5").text())
                .contains("李文停止了林晓的报销“上海出差”")
                .contains("发票是假的");
        assertThat(company.signIn("zhao.min")
                        .get("/api/notifications?limit=100")
                        .text())
                .contains("发票是假的");
        assertThat(pay(List.of(request), "银行 1").problem()).isEqualTo("expense:not-payable");
        claim(line("travel", "100.00", "6.00", number));
    }

    @Test
    void whoever_asked_may_stop_it_too_and_nobody_else_and_nothing_that_was_paid() {
        var request = payable("10");
        assertThat(stop(company.signIn("zhao.min"), request, "不同意了").status()).isEqualTo(403);
        assertThat(stop(company.signIn("wu.xs"), request, "看不到").status()).isEqualTo(404);
        stop(lin, request, "发票要重开").ok();
        assertThat(finance.get("/api/notifications?limit=100").text()).contains("发票要重开");
        assertThat(stop(lin, request, "再停一次").status()).isEqualTo(409);

        var paid = payable("20");
        pay(List.of(paid), "银行 2").ok();
        assertThat(stop(lin, paid, "后悔了").problem()).isEqualTo("expense:not-stoppable");
    }

    @Test
    void a_claim_that_is_paid_and_stopped_at_the_same_moment_is_one_of_both() throws Exception {
        for (int round = 0; round < 5; round++) {
            var request = payable("10");
            var answers = atOnce(List.of(() -> pay(List.of(request), "银行 3"), () -> stop(lin, request, "撤回")));
            assertThat(answers).extracting(TestClient.Answer::status).containsExactlyInAnyOrder(200, 409);
            var state =
                    lin.get("/api/expenses/" + request).ok().at("/item/state").asString();
            assertThat(state).isEqualTo(answers.get(0).status() == 200 ? "paid" : "stopped");
        }
    }

    private TestClient.Answer stop(TestClient who, String request, String reason) {
        return who.post("/api/expenses/" + request + "/stop", Map.of("reason", reason));
    }

    @Test
    void a_long_export_is_complete() {
        jdbc.batchUpdate(
                """
                insert into expense_claim (request_id, number, person_id, person_name, department_id, title, amount, tax,
                  total, claimed, state, payment_reference, paid_on, paid_by, created_at, updated_at)
                values (?, ?, ?, '林晓', ?, '旧账', 1, 0, 1, 1, 'PAID', '银行', '2020-05-04', ?, '2020-05-01 00:00:00',
                  '2020-05-04 00:00:00')""",
                java.util.stream.IntStream.range(0, 5_200)
                        .mapToObj(i -> new Object[] {
                            io.tongban.kernel.Ids.next(),
                            "OLD" + i,
                            company.id(account),
                            company.development(),
                            company.id("li.cw")
                        })
                        .toList());

        var export = finance.get("/api/expenses/desk/export?state=paid&from=2020-05-01&to=2020-05-31");

        var numbers = new String(export.raw().body(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList();
        assertThat(numbers).hasSize(5_200).doesNotHaveDuplicates();
        jdbc.update("delete from expense_claim where number like 'OLD%'");
    }

    @Test
    void the_desk_finds_claims_by_the_beginning_of_a_name_or_number_and_pages_through_them() {
        var somebody = company.signIn(company.employ("寻_人", "zhao.min"));
        var ids = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            ids.add(claim(somebody, List.of(line("meals", "1" + i, "0")))
                    .ok()
                    .path("id")
                    .asString());
        }
        var number =
                finance.get("/api/requests/" + ids.get(1)).ok().path("number").asString();

        assertThat(found("寻_")).containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(found("寻%")).isEmpty();
        assertThat(found(number.toLowerCase())).containsExactly(ids.get(1));
        var first = finance.get("/api/expenses/desk/claims?state=running&limit=2&q=" + encoded("寻_"))
                .ok();
        var second = finance.get("/api/expenses/desk/claims?state=running&limit=2&q=" + encoded("寻_") + "&cursor="
                        + first.path("next").asString())
                .ok();
        assertThat(second.at("/items/0/requestId").asString()).isEqualTo(ids.get(0));
        assertThat(second.path("next").isNull()).isTrue();
        ids.forEach(id -> act("zhao.min", id, "reject"));
    }

    private List<String> found(String q) {
        var ids = new ArrayList<String>();
        finance.get("/api/expenses/desk/claims?state=running&q=" + encoded(q))
                .ok()
                .path("items")
                .forEach(item -> ids.add(item.path("requestId").asString()));
        return ids;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void the_export_opens_in_spreadsheets_and_computes_nothing() {
        var request = payable("10.50", "=cmd|'/c calc'!A1");

        var export = finance.get("/api/expenses/desk/export?claim=" + request);

        assertThat(export.raw().body()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(export.header("Content-Disposition"))
                .startsWith("attachment")
                .contains(".csv");
        var rows = new String(export.raw().body(), StandardCharsets.UTF_8).split("\r\n");
        assertThat(rows).hasSize(2);
        assertThat(rows[0]).contains("单号,申请人,工号");
        assertThat(rows[1]).contains(",'=cmd|'/c calc'!A1,10.50,0.00,10.50,");
    }

    @Test
    void a_tenth_of_a_cent_is_refused_by_the_form() {
        var answer = claim(
                lin, List.of(Map.of("category", "meals", "date", today, "amount", "1.234", "invoiceNumber", "A1")));

        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("answers.lines[0].amount");
        assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo("process:too-many-digits");
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        var answer = claim(
                lin,
                List.of(
                        Map.of("category", "meals", "date", "2020-01-01", "amount", "1.23", "invoiceNumber", "A1"),
                        Map.of("category", "meals", "date", today, "amount", "5", "tax", "6", "invoiceNumber", "a 1")));

        assertThat(answer.body().path("errors"))
                .extracting(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .containsExactly(
                        "answers.lines[0].date expense:too-old",
                        "answers.lines[1].invoiceNumber expense:invoice-twice",
                        "answers.lines[1].tax expense:tax-above-amount");
    }

    @Test
    void expenses_are_charged_to_a_department_of_ones_own() {
        var answers = new HashMap<>(answers(List.of(line("meals", "10", "0"))));
        answers.put("department", company.sales());
        var answer = lin.post("/api/requests", Map.of("process", "expense-claim", "answers", answers), key());

        assertThat(answer.problem()).isEqualTo("expense:department-not-yours");
    }

    private String payable(String amount) {
        return payable(amount, "打车");
    }

    private String payable(String amount, String title) {
        var answers = new HashMap<>(answers(List.of(line("transport", amount, "0"))));
        answers.put("title", title);
        var request = lin.post("/api/requests", Map.of("process", "expense-claim", "answers", answers), key())
                .ok()
                .path("id")
                .asString();
        act("zhao.min", request, "approve");
        act("li.cw", request, "approve");
        return request;
    }

    private TestClient.Answer pay(List<String> claims, String reference) {
        return finance.post("/api/expenses/desk/payments", Map.of("claims", claims, "reference", reference));
    }

    private TestClient.Answer review(String request, List<? extends Map<String, ?>> rows) {
        var task = openTask(finance, request).path("id").asString();
        return finance.post("/api/tasks/" + task + "/approve", Map.of("answers", Map.of("lines", rows)), key());
    }

    private JsonNode budget() {
        for (var item : finance.get("/api/expenses/desk/budgets").ok().path("items")) {
            if (item.at("/department/id").asString().equals(company.development())) {
                return item;
            }
        }
        throw new AssertionError("no budget");
    }

    private void budget(String amount) {
        budget(amount, null);
    }

    private void budget(String amount, @org.jspecify.annotations.Nullable String owner) {
        var body = new HashMap<String, Object>();
        body.put("amount", amount);
        body.put("owner", owner);
        finance.put(
                        "/api/expenses/desk/budgets/" + company.development() + "/"
                                + LocalDate.now(clock).getYear(),
                        body)
                .ok();
    }

    private static String plus(String sum, String more) {
        return new java.math.BigDecimal(sum).add(new java.math.BigDecimal(more)).toPlainString();
    }

    private String desk(String state) {
        return finance.get("/api/expenses/desk/claims?limit=100&state=" + state).text();
    }

    @SafeVarargs
    private String claim(Map<String, Object>... lines) {
        return claim(List.of(lines)).ok().path("id").asString();
    }

    private TestClient.Answer claim(List<Map<String, Object>> lines) {
        return claim(lin, lines);
    }

    private TestClient.Answer claim(TestClient who, List<? extends Map<String, Object>> lines) {
        return who.post("/api/requests", Map.of("process", "expense-claim", "answers", answers(lines)), key());
    }

    private Map<String, Object> answers(List<? extends Map<String, Object>> lines) {
        return Map.of("title", "上海出差", "department", company.development(), "lines", lines);
    }

    private Map<String, Object> line(String category, String amount, String tax) {
        return line(category, amount, tax, invoice());
    }

    private Map<String, Object> line(String category, String amount, String tax, String invoice) {
        return Map.of("category", category, "date", today, "amount", amount, "tax", tax, "invoiceNumber", invoice);
    }

    private static String invoice() {
        return "INV"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** Acts on the open task as this person and answers the request's status afterwards. */
    private String act(String who, String request, String action) {
        return act(who, request, action, Map.of()).body().at("/request/status").asString();
    }

    private TestClient.Answer act(String who, String request, String action, Map<String, Object> answers) {
        var person = company.signIn(who);
        var body = new HashMap<String, Object>(Map.of("comment", "知道了"));
        if (!answers.isEmpty()) {
            body.put("answers", answers);
        }
        return person.post(
                "/api/tasks/" + openTask(finance, request).path("id").asString() + "/" + action, body, key());
    }

    /** Approves with the own task and answers the request's status afterwards. */
    private String decide(String who, String request) {
        var person = company.signIn(who);
        var task = person.get("/api/requests/" + request).ok().path("myTask").asString();
        var signature = person.upload("/api/files", "签名.png", "image/png", Samples.signature())
                .ok()
                .path("id")
                .asString();
        return person.post("/api/tasks/" + task + "/approve", Map.of("comment", "同意", "signature", signature), key())
                .ok()
                .at("/request/status")
                .asString();
    }

    private static JsonNode openTask(TestClient person, String request) {
        return person.get("/api/requests/" + request).ok().at("/openTasks/0");
    }

    private static List<TestClient.Answer> atOnce(List<Callable<TestClient.Answer>> deeds) throws Exception {
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
}
