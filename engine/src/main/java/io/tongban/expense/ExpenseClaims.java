package io.tongban.expense;

import io.tongban.expense.ClaimMapper.Invoice;
import io.tongban.kernel.Problem;
import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.org.People;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the steps of the procedure do, each safe to run again. The process holds the request's row meanwhile, so nobody else
 * changes the same claim; budgets are locked before invoices are claimed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ExpenseClaims {

    /** What is asked for. */
    record Asked(
            String requestId, String number, String personId, String title, String departmentId, List<LineRow> lines) {}

    private final ClaimMapper rows;
    private final ExpenseBudgets budgets;
    private final ExpenseRules rules;
    private final Notifications notifications;
    private final People people;
    private final Clock clock;

    ExpenseClaims(
            ClaimMapper rows,
            ExpenseBudgets budgets,
            ExpenseRules rules,
            Notifications notifications,
            People people,
            Clock clock) {
        this.rows = rows;
        this.budgets = budgets;
        this.rules = rules;
        this.notifications = notifications;
        this.people = people;
        this.clock = clock;
    }

    /** Holds the budget and claims the invoices, in place of what the same claim had before. */
    ExpenseBudgets.Standing register(Asked asked) {
        if (!people.departments(asked.personId()).contains(asked.departmentId())) {
            throw ExpenseRules.refused("answers.department", "expense:department-not-yours");
        }
        var known = rows.find(asked.requestId());
        if (known != null && known.state().settled()) {
            throw Problem.conflict("expense:settled", known.number());
        }
        var sums = Sums.of(asked.lines());
        var standing = budgets.hold(asked.requestId(), asked.departmentId(), sums.perYear());
        claimInvoices(asked);
        var claim = new ClaimRow(
                asked.requestId(),
                asked.number(),
                asked.personId(),
                people.get(asked.personId()).name(),
                asked.departmentId(),
                asked.title(),
                sums.amount(),
                sums.tax(),
                sums.total(),
                sums.total(),
                ClaimRow.State.RUNNING,
                null,
                null,
                null,
                known == null ? now() : known.createdAt(),
                now());
        if (known == null) {
            rows.insert(claim);
        } else {
            rows.update(claim);
        }
        replaceLines(asked.requestId(), asked.lines());
        return standing;
    }

    private void claimInvoices(Asked asked) {
        var keys = asked.lines().stream().map(LineRow::invoiceNumber).sorted().toList();
        refuseClaimed(asked, keys);
        rows.keepInvoices(asked.requestId(), keys);
        var mine = rows.invoices(keys).stream().map(Invoice::invoiceKey).collect(Collectors.toSet());
        var fresh = keys.stream()
                .filter(key -> !mine.contains(key))
                .map(key -> new Invoice(key, asked.requestId(), asked.number(), asked.personId()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        try {
            rows.addInvoices(fresh);
        } catch (DuplicateKeyException sameMoment) {
            // Whoever was faster has committed by now, so it can be named.
            refuseClaimed(asked, keys);
            throw sameMoment;
        }
    }

    private void refuseClaimed(Asked asked, List<String> keys) {
        var others = rows.invoices(keys).stream()
                .filter(invoice -> !invoice.requestId().equals(asked.requestId()))
                .collect(Collectors.toMap(Invoice::invoiceKey, Function.identity()));
        if (others.isEmpty()) {
            return;
        }
        @Nullable Problem refusal = null;
        for (int i = 0; i < asked.lines().size(); i++) {
            var other = others.get(asked.lines().get(i).invoiceNumber());
            if (other != null) {
                var own = other.personId().equals(asked.personId());
                var code = own ? "expense:duplicate-invoice-own" : "expense:duplicate-invoice";
                refusal = refusal == null
                        ? Problem.refused("expense:duplicate-invoice", other.invoiceKey(), other.number())
                        : refusal;
                refusal.field("answers.lines[" + i + "].invoiceNumber", code, other.invoiceKey(), other.number());
            }
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Says how much of the budget is left without this claim, and how much is missing. */
    Problem beyondBudget(String requestId) {
        var claim = get(requestId);
        var standing = ExpenseBudgets.standing(budgets.of(requestId));
        var left = claim.total().subtract(standing.over()).max(Money.ZERO);
        var args = new Object[] {Money.words(claim.total()), Money.words(left), Money.words(standing.over())};
        return Problem.refused("expense:budget-exceeded", args)
                .field("answers.department", "expense:budget-missing", args);
    }

    /** Gives budget and invoices back, as when the request is rejected or withdrawn. */
    void release(String requestId) {
        release(requestId, ClaimRow.State.RELEASED);
    }

    /** The same for what was approved and is not to be paid after all. */
    void stop(String requestId) {
        release(requestId, ClaimRow.State.STOPPED);
    }

    private void release(String requestId, ClaimRow.State next) {
        var claim = rows.find(requestId);
        if (claim != null && claim.state() != ClaimRow.State.PAID) {
            budgets.release(requestId);
            rows.removeInvoices(requestId);
            rows.update(claim.with(next, now()));
        }
    }

    /** Back with the applicant, who still holds budget and invoices. */
    void returned(String requestId) {
        var claim = rows.find(requestId);
        if (claim != null && !claim.state().settled()) {
            rows.update(claim.with(ClaimRow.State.RETURNED, now()));
        }
    }

    void queue(String requestId) {
        rows.update(get(requestId).with(ClaimRow.State.REVIEW, now()));
    }

    /** Takes what finance corrected, and lets it be paid. */
    ClaimRow settle(String requestId, @Nullable List<ExpenseRules.Line> given) {
        var claim = get(requestId);
        if (claim.state().settled()) {
            return claim;
        }
        if (claim.state() == ClaimRow.State.RELEASED || claim.state() == ClaimRow.State.STOPPED) {
            throw Problem.conflict("expense:released", claim.number());
        }
        var standing = rows.lines(requestId);
        var lines = rules.reviewed(standing, given);
        var sums = Sums.of(lines);
        if (sums.total().signum() == 0) {
            throw ExpenseRules.refused("answers.lines", "expense:nothing-left");
        }
        if (!lines.equals(standing)) {
            budgets.hold(requestId, claim.departmentId(), sums.perYear());
            replaceLines(requestId, lines);
        }
        var settled = claim.payable(sums, now());
        rows.update(settled);
        if (sums.total().compareTo(claim.claimed()) < 0) {
            tell(settled, "expense.corrected", Money.words(claim.claimed()), Money.words(sums.total()));
        }
        return settled;
    }

    /** Enters the payment and turns what was held into use. */
    ClaimRow pay(String requestId, @Nullable String reference, @Nullable String paidOn, String by) {
        var claim = get(requestId);
        if (claim.state() == ClaimRow.State.PAID) {
            return claim;
        }
        if (claim.state() != ClaimRow.State.PAYABLE) {
            throw Problem.conflict("expense:not-payable", claim.number());
        }
        if (by.equals(claim.personId())) {
            throw Problem.refused("expense:own-payment", claim.number());
        }
        var on = Payment.day(paidOn, "answers.paidOn", rules.today());
        var paid = claim.paid(Payment.reference(reference, "answers.paymentReference"), on, by, now());
        budgets.use(requestId);
        rows.update(paid);
        tell(paid, "expense.paid", Money.words(paid.total()), String.valueOf(paid.paymentReference()));
        return paid;
    }

    private void tell(ClaimRow claim, String kind, String first, String second) {
        notifications.send(new Notice(
                List.of(claim.personId()),
                kind,
                List.of(claim.number(), claim.title(), first, second),
                "/requests/" + claim.requestId(),
                null));
    }

    private void replaceLines(String requestId, List<LineRow> lines) {
        rows.removeLines(requestId);
        rows.addLines(lines);
    }

    ClaimRow get(String requestId) {
        var claim = rows.find(requestId);
        if (claim == null) {
            throw Problem.notFound();
        }
        return claim;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
