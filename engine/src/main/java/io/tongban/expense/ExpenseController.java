package io.tongban.expense;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Decimal;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.OneOf;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.process.Requests;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everybody does with expenses: one's own claims, and what a claim comes to. */
@RestController
@RequestMapping("/api/expenses")
class ExpenseController {

    private static final int MOST = 100;

    record CategoryItem(String key, String name) {}

    record CountBody(
            @Nullable String department,
            @Nullable List<ExpenseRules.Line> lines,
            @Nullable String request) {}

    record StopBody(@Nullable String reason) {}

    /** An invoice that another claim has; the request is named only to whom it belongs. */
    record Taken(
            int line,
            String invoiceNumber,
            String number,
            @Nullable String requestId) {}

    /** {@code over} is what goes beyond the budget. */
    record Count(
            int lines,
            @Decimal String amount,
            @Decimal String tax,
            @Decimal String total,
            @OneOf({"within", "over", "none"}) String budget,
            @Decimal String over,
            List<Taken> taken) {}

    private final Expenses expenses;
    private final Payments payments;
    private final ExpenseRules rules;
    private final ClaimViews views;
    private final Requests requests;

    ExpenseController(Expenses expenses, Payments payments, ExpenseRules rules, ClaimViews views, Requests requests) {
        this.expenses = expenses;
        this.payments = payments;
        this.rules = rules;
        this.views = views;
        this.requests = requests;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/categories")
    Page<CategoryItem> categories() {
        var locale = LocaleContextHolder.getLocale();
        return Page.all(rules.categoryList().stream()
                .map(category -> new CategoryItem(category.categoryKey(), category.name(locale)))
                .toList());
    }

    /** My own claims, the newest first. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Page<ClaimViews.Item> mine(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return views.items(expenses.of(actor.id(), cursor, limit(limit)));
    }

    /** What is on its way to me, by state, and what I was paid this year. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/totals")
    Page<ClaimViews.Total> totals(Actor actor) {
        return Page.all(
                expenses.totalsOf(actor.id()).stream().map(ClaimViews::total).toList());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/count")
    Count count(Actor actor, @RequestBody CountBody body) {
        var preview = expenses.preview(actor, body.department(), body.lines(), body.request());
        var taken = preview.taken().entrySet().stream()
                .map(entry -> new Taken(
                        entry.getKey(),
                        entry.getValue().invoiceKey(),
                        entry.getValue().number(),
                        entry.getValue().personId().equals(actor.id())
                                ? entry.getValue().requestId()
                                : null))
                .toList();
        return new Count(
                preview.lines(),
                Money.text(preview.sums().amount()),
                Money.text(preview.sums().tax()),
                Money.text(preview.sums().total()),
                preview.standing().word(),
                Money.text(preview.standing().over()),
                taken);
    }

    /** A claim with its lines, for whoever may read the request; budgets for whoever decides. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/{request}")
    ClaimViews.Claim claim(Actor actor, @PathVariable String request) {
        requests.get(actor, request);
        return views.claim(actor, expenses.get(request));
    }

    /** Whoever asked for it, or finance, does not want an approved claim to be paid after all. */
    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{request}/stop")
    ClaimViews.Claim stop(Actor actor, @PathVariable String request, @RequestBody StopBody body) {
        payments.stop(actor, request, body.reason());
        return claim(actor, request);
    }

    static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Problem.malformed("kernel:malformed");
        }
        return asked;
    }

    static ClaimRow.State state(String text) {
        try {
            return ClaimRow.State.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("kernel:malformed");
        }
    }
}
