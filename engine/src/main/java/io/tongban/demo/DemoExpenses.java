package io.tongban.demo;

import io.tongban.access.Accounts;
import io.tongban.expense.Expenses;
import io.tongban.file.Files;
import io.tongban.kernel.Actor;
import io.tongban.org.Department;
import io.tongban.org.Departments;
import io.tongban.process.Requests;
import io.tongban.process.Tasks;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Budgets from {@code budgets.tsv}, and claims in every state from {@code expenses.tsv}. */
@Component
@Profile("demo")
@Order(20)
class DemoExpenses implements DemoPart {

    private static final String REVIEW = "Task_Review";
    private static final String PAY = "Task_Pay";
    private static final String VOTE = "Task_Top";

    private final Requests requests;
    private final Tasks tasks;
    private final Expenses expenses;
    private final Files files;
    private final Departments departments;
    private final Accounts accounts;
    private final Clock clock;
    private final ZoneId zone;
    private int number;

    DemoExpenses(
            Requests requests,
            Tasks tasks,
            Expenses expenses,
            Files files,
            Departments departments,
            Accounts accounts,
            Clock clock,
            ZoneId zone) {
        this.requests = requests;
        this.tasks = tasks;
        this.expenses = expenses;
        this.files = files;
        this.departments = departments;
        this.accounts = accounts;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void make(DemoPeople people) {
        budgets(people);
        for (var row : DemoPeople.rows("expenses.tsv")) {
            var applicant = people.actor(row[0]);
            var id = requests.submit(applicant, "expense-claim", answers(applicant, row), null)
                    .id();
            switch (row[3]) {
                case "head" -> act(id, "approve", "同意");
                case "review" -> approveUntil(id, Set.of(REVIEW));
                case "payable" -> approveUntil(id, Set.of(PAY));
                case "paid" -> pay(people, id, row[4]);
                case "rejected" -> act(id, "reject", row[4]);
                case "returned" -> {
                    approveUntil(id, Set.of(REVIEW));
                    act(id, "return", row[4]);
                }
                case "vote" -> {
                    approveUntil(id, Set.of(VOTE));
                    as(people, "li.cw", id, "approve", Tasks.Input.saying(row[4]));
                    as(people, "jin.mei", id, "abstain", Tasks.Input.saying("参与了这次采购，弃权"));
                }
                case "signers" -> as(people, "qian.yong", id, "add-signers", signers(row[4], people));
                case "delegated" -> as(people, "zhao.min", id, "delegate", to(people.id("huang.lei"), null, row[4]));
                case "straight-back" -> {
                    approveUntil(id, Set.of(REVIEW));
                    as(people, "li.cw", id, "return", to("applicant", "straight", row[4]));
                }
                case "withdrawn" -> requests.withdraw(applicant, id, "发票开错了，重开后再报", null, null);
                default -> {}
            }
        }
    }

    private void budgets(DemoPeople people) {
        var ids = departments.all().stream().collect(Collectors.toMap(Department::name, Department::id));
        var finance = people.actor("li.cw");
        int year = today().getYear();
        for (var row : DemoPeople.rows("budgets.tsv")) {
            var department = java.util.Objects.requireNonNull(ids.get(row[0]), row[0]);
            var owner = row[2].isEmpty() ? null : people.id(row[2]);
            expenses.setBudget(finance, department, year, row[1], owner);
            // Around the turn of the year, expenses of the old one are still handed in.
            expenses.setBudget(finance, department, year - 1, row[1], owner);
        }
    }

    private Map<String, Object> answers(Actor applicant, String[] row) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var text : row[2].split(";")) {
            var part = text.strip().split(" ", 5);
            var invoice = "2631700000%010d".formatted(++number);
            Map<String, Object> line = new HashMap<>();
            line.put("category", part[0]);
            line.put("date", today().minusDays(Long.parseLong(part[1])).toString());
            line.put("amount", part[2]);
            line.put("tax", part[3]);
            line.put("invoiceNumber", invoice);
            line.put("note", part[4]);
            line.put("invoice", List.of(invoice(applicant, invoice, part[2], part[3])));
            lines.add(line);
        }
        return Map.of("title", row[1], "department", applicant.departments().get(0), "lines", lines);
    }

    private String invoice(Actor applicant, String invoice, String amount, String tax) {
        var page = DemoInvoice.page("INVOICE  " + invoice, "AMOUNT   " + amount, "TAX      " + tax);
        return files.store(applicant, "电子发票 " + invoice.substring(12) + ".pdf", new ByteArrayInputStream(page))
                .id();
    }

    private void approveUntil(String request, Set<String> steps) {
        while (!steps.contains(tasks.open(request).get(0).step())) {
            act(request, "approve", "同意");
        }
    }

    private void pay(DemoPeople people, String request, String text) {
        approveUntil(request, Set.of(PAY));
        var part = text.split(" ", 2);
        Map<String, Object> answers = Map.of(
                "paymentReference",
                part[1],
                "paidOn",
                today().minusDays(Long.parseLong(part[0])).toString());
        var open = tasks.open(request).get(0);
        var cashier = people.id("wei.min");
        var payer = open.people().contains(cashier) ? cashier : open.people().get(0);
        tasks.act(accounts.actor(payer), open.taskId(), "complete", Tasks.Input.of(null, null, answers, null), null);
    }

    private void act(String request, String action, String opinion) {
        var open = tasks.open(request).get(0);
        var actor = accounts.actor(open.people().get(0));
        tasks.act(actor, open.taskId(), action, signed(actor, open.step(), Tasks.Input.saying(opinion)), null);
    }

    /** A vote on a large claim is signed by hand. */
    private Tasks.Input signed(Actor actor, String step, Tasks.Input input) {
        if (!step.equals(VOTE)) {
            return input;
        }
        var picture = new ByteArrayInputStream(DemoSignature.picture(actor.name()));
        var file = files.store(actor, "签名.png", picture).id();
        return new Tasks.Input(
                input.comment(),
                null,
                null,
                input.to(),
                input.resume(),
                input.where(),
                input.people(),
                input.mode(),
                null,
                null,
                file,
                null,
                null);
    }

    /** Acts as a person who has one of the open tasks. */
    private void as(DemoPeople people, String account, String request, String action, Tasks.Input input) {
        var actor = people.actor(account);
        var task = tasks.open(request).stream()
                .filter(open -> open.people().contains(actor.id()))
                .findFirst()
                .orElseThrow();
        var decides = action.equals("approve") || action.equals("reject");
        tasks.act(actor, task.taskId(), action, decides ? signed(actor, task.step(), input) : input, null);
    }

    private static Tasks.Input to(String whom, @Nullable String resume, String words) {
        return new Tasks.Input(words, null, null, whom, resume, null, null, null, null, null, null, null, null);
    }

    private static Tasks.Input signers(String words, DemoPeople people) {
        var signers = List.of(people.id("lv.na"), people.id("ding.yi"));
        return new Tasks.Input(
                words, null, null, null, null, "before", signers, "in-order", null, null, null, null, null);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
