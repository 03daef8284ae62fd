package io.tongban.expense;

import io.tongban.org.Department;
import io.tongban.org.Departments;
import io.tongban.process.Effect;
import io.tongban.process.ProcessEvent;
import io.tongban.process.Step;
import io.tongban.process.StepContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What models can do with expenses. */
@Component
class ExpenseSteps {

    /** Answers of the claim's form. */
    record Asked(
            @Nullable String title,
            @Nullable String department,
            @Nullable List<ExpenseRules.Line> lines) {}

    /**
     * Facts for the decisions.
     *
     * @param total with tax
     * @param entertainment sum of this category
     * @param lodging largest line of this category, as of {@code meals}
     * @param division the department under the company that bears the cost
     * @param budget {@code within}, {@code over} or {@code none}
     * @param overPercent by how much of the year's budget the claim goes beyond it
     * @param budgetOwner person, empty when nobody is named
     * @param sum the total in words, for the title
     */
    record Registered(
            double total,
            double entertainment,
            double lodging,
            double meals,
            String division,
            String budget,
            double overPercent,
            String budgetOwner,
            String sum) {}

    /** The total as finance left it. */
    record Settled(double total, String sum) {}

    record Paid(@Nullable String paymentReference, @Nullable String paidOn) {}

    record Nothing() {}

    private final ExpenseClaims claims;
    private final ExpenseRules rules;
    private final ExpenseBudgets budgets;
    private final Departments departments;

    ExpenseSteps(ExpenseClaims claims, ExpenseRules rules, ExpenseBudgets budgets, Departments departments) {
        this.claims = claims;
        this.rules = rules;
        this.budgets = budgets;
        this.departments = departments;
    }

    @Step(value = "expense.register", effect = Effect.UNDOABLE, undoneBy = "expense.release")
    Registered register(Asked asked, StepContext context) {
        var lines = rules.lines(context.requestId(), asked.lines());
        var department = asked.department() == null ? "" : asked.department();
        var standing = claims.register(new ExpenseClaims.Asked(
                context.requestId(),
                context.number(),
                context.applicantId(),
                asked.title() == null ? "" : asked.title().strip(),
                department,
                lines));
        var total = Sums.of(lines).total();
        return new Registered(
                total.doubleValue(),
                Sums.sum(lines, "entertainment"),
                Sums.largest(lines, "lodging"),
                Sums.largest(lines, "meals"),
                division(department),
                standing.word(),
                standing.overPercent(),
                standing.ownerId() == null ? "" : standing.ownerId(),
                Money.words(total));
    }

    private String division(String department) {
        var upwards = budgets.upwards(department);
        return departments
                .find(upwards.get(Math.max(0, upwards.size() - 2)))
                .map(Department::name)
                .orElse("");
    }

    @Step("expense.release")
    void release(Nothing in, StepContext context) {
        claims.release(context.requestId());
    }

    /** Gives budget and invoices back when an approved claim is not to be paid. */
    @Step("expense.stop")
    void stop(Nothing in, StepContext context) {
        claims.stop(context.requestId());
    }

    /** Stops what the decision table does not let beyond the budget; the applicant learns how much is left. */
    @Step("expense.refuse-budget")
    void refuseBudget(Nothing in, StepContext context) {
        throw claims.beyondBudget(context.requestId());
    }

    @Step("expense.queue")
    void queue(Nothing in, StepContext context) {
        claims.queue(context.requestId());
    }

    @Step("expense.settle")
    Settled settle(Asked asked, StepContext context) {
        var claim = claims.settle(context.requestId(), asked.lines());
        return new Settled(claim.total().doubleValue(), Money.words(claim.total()));
    }

    @Step("expense.pay")
    void pay(Paid paid, StepContext context) {
        claims.pay(context.requestId(), paid.paymentReference(), paid.paidOn(), context.actorId());
    }

    /** A claim that goes back leaves the lists of those who waited for it. */
    @EventListener
    void on(ProcessEvent.TaskClosed closed) {
        if (closed.action().equals("return")) {
            claims.returned(closed.requestId());
        }
    }
}
