package io.tongban.expense;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Decimal;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk of finance: what waits for review, what waits for payment, what was paid, and the budgets. */
@RestController
@RequestMapping("/api/expenses/desk")
class FinanceController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    record PayBody(
            @Nullable List<String> claims,
            @Nullable String reference,
            @Nullable String paidOn) {}

    record BudgetBody(
            @Nullable @Decimal String amount, @Nullable String owner) {}

    private final Expenses expenses;
    private final Payments payments;
    private final ClaimViews views;
    private final PaymentExport export;

    FinanceController(Expenses expenses, Payments payments, ClaimViews views, PaymentExport export) {
        this.expenses = expenses;
        this.payments = payments;
        this.views = views;
        this.export = export;
    }

    /** Claims in a state; what waits comes oldest first. */
    @Endpoint(FinanceRole.MANAGE)
    @GetMapping("/claims")
    Page<ClaimViews.Item> claims(
            @RequestParam(defaultValue = "review") String state,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return views.items(
                expenses.in(ExpenseController.state(state), department, q, cursor, ExpenseController.limit(limit)));
    }

    /** How much waits for finance. */
    @Endpoint(FinanceRole.MANAGE)
    @GetMapping("/totals")
    Page<ClaimViews.Total> totals() {
        return Page.all(expenses.open().stream().map(ClaimViews::total).toList());
    }

    /** Pays the chosen claims with one reference, all of them or none. */
    @Endpoint(FinanceRole.MANAGE)
    @PostMapping("/payments")
    Page<ClaimViews.Item> pay(Actor actor, @RequestBody PayBody body) {
        var ids = body.claims() == null ? List.<String>of() : body.claims();
        payments.pay(actor, ids, body.reference(), body.paidOn());
        return views.items(Page.all(expenses.all(ids)));
    }

    /** What is to be paid (all, or the named ones), or what was paid between two days, as a table for spreadsheets. */
    @Endpoint(FinanceRole.MANAGE)
    @GetMapping(path = "/export", produces = "text/csv;charset=UTF-8")
    void export(
            @RequestParam(defaultValue = "payable") String state,
            @RequestParam(required = false) @Nullable List<String> claim,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        var paid = ExpenseController.state(state) == ClaimRow.State.PAID;
        var first = day(from, expenses.today().withDayOfMonth(1));
        var last = day(to, expenses.today());
        if (last.isBefore(first)) {
            throw Problem.refused("kernel:invalid").field("to", "expense:period-wrong");
        }
        var name = "expenses-" + (paid ? "paid" : "payable") + "-" + expenses.today() + ".csv";
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        if (paid) {
            export.paid(first, last, response.getOutputStream());
        } else {
            export.payable(claim == null ? List.of() : claim, response.getOutputStream());
        }
    }

    @Endpoint(FinanceRole.MANAGE)
    @GetMapping("/budgets")
    Page<ClaimViews.BudgetItem> budgets(@RequestParam(required = false) @Nullable Integer year) {
        return Page.all(
                views.budgets(expenses.budgets(year == null ? expenses.today().getYear() : year)));
    }

    @Endpoint(FinanceRole.MANAGE)
    @PutMapping("/budgets/{department}/{year}")
    ClaimViews.BudgetItem budget(
            Actor actor, @PathVariable String department, @PathVariable int year, @RequestBody BudgetBody body) {
        expenses.setBudget(actor, department, year, body.amount(), body.owner());
        return views.budgets(List.of(expenses.budget(department, year))).get(0);
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.malformed("kernel:malformed");
        }
    }
}
