package io.tongban.expense;

import io.tongban.expense.BudgetMapper.Budget;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.Departments;
import io.tongban.org.People;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Claims of people, how they are found, and the budgets of departments. */
@Service
public class Expenses {

    /** So many claims of a name are looked up; of more, the next ones are met soon in the list itself. */
    private static final int FEW = 2_000;

    /** What a form that is being filled in comes to; invoices that another claim has, by line. */
    record Preview(Sums sums, int lines, ExpenseBudgets.Standing standing, Map<Integer, ClaimMapper.Invoice> taken) {}

    private final ClaimMapper rows;
    private final BudgetMapper budgetRows;
    private final ExpenseBudgets budgets;
    private final ExpenseRules rules;
    private final Departments departments;
    private final People people;
    private final Clock clock;

    Expenses(
            ClaimMapper rows,
            BudgetMapper budgetRows,
            ExpenseBudgets budgets,
            ExpenseRules rules,
            Departments departments,
            People people,
            Clock clock) {
        this.rows = rows;
        this.budgetRows = budgetRows;
        this.budgets = budgets;
        this.rules = rules;
        this.departments = departments;
        this.people = people;
        this.clock = clock;
    }

    /** A person's claims, the newest first. */
    Page<ClaimRow> of(String personId, @Nullable String cursor, int limit) {
        return Page.of(rows.of(personId, blankToNull(cursor), limit + 1), limit, ClaimRow::requestId);
    }

    /** What is on its way to a person, and what was paid this year. */
    List<ClaimMapper.Total> totalsOf(String personId) {
        var totals = new ArrayList<>(rows.openOf(personId));
        totals.addAll(rows.paidTo(personId, rules.today().withDayOfYear(1)));
        return totals;
    }

    /** Claims in a state; what waits comes oldest first. {@code q} begins the applicant's name or the number. */
    Page<ClaimRow> in(
            ClaimRow.State state, @Nullable String department, @Nullable String q, @Nullable String cursor, int limit) {
        var text = q == null ? "" : q.strip();
        var begins = text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
        var waiting = state == ClaimRow.State.REVIEW || state == ClaimRow.State.PAYABLE;
        var after = blankToNull(cursor);
        if (text.matches("[A-Za-z-]*[0-9].*")) {
            var number = begins.toUpperCase(Locale.ROOT);
            var found = rows.numbered(state, number, blankToNull(department), after, waiting, limit + 1);
            return Page.of(found, limit, ClaimRow::number);
        }
        var named = text.isEmpty() ? List.<String>of() : rows.named(state, begins, FEW + 1);
        if (!text.isEmpty() && named.size() <= FEW) {
            return Page.of(among(named, department, after, waiting, limit + 1), limit, ClaimRow::requestId);
        }
        var query = new ClaimMapper.Query(
                state, blankToNull(department), text.isEmpty() ? null : begins, after, waiting, limit + 1);
        return Page.of(rows.page(query), limit, ClaimRow::requestId);
    }

    /** A page of claims that were found in the index, read only as far as it takes. */
    private List<ClaimRow> among(
            List<String> found, @Nullable String department, @Nullable String after, boolean oldestFirst, int most) {
        var order = oldestFirst ? Comparator.<String>naturalOrder() : Comparator.<String>reverseOrder();
        var ids = found.stream()
                .filter(id -> after == null || order.compare(id, after) > 0)
                .sorted(order)
                .toList();
        var of = blankToNull(department);
        var page = new ArrayList<ClaimRow>();
        for (int from = 0; from < ids.size() && page.size() < most; from += most) {
            all(ids.subList(from, Math.min(from + most, ids.size()))).stream()
                    .filter(claim -> of == null || claim.departmentId().equals(of))
                    .limit(most - page.size())
                    .forEach(page::add);
        }
        return page;
    }

    List<ClaimMapper.Total> open() {
        return rows.open();
    }

    ClaimRow get(String requestId) {
        var claim = rows.find(requestId);
        if (claim == null) {
            throw Problem.notFound();
        }
        return claim;
    }

    /** Those of the named ones that exist, in the given order. */
    List<ClaimRow> all(Collection<String> requestIds) {
        var known = rows.byIds(requestIds).stream().collect(Collectors.toMap(ClaimRow::requestId, Function.identity()));
        return requestIds.stream()
                .distinct()
                .filter(known::containsKey)
                .map(known::get)
                .toList();
    }

    List<LineRow> lines(String requestId) {
        return rows.lines(requestId);
    }

    List<Budget> budgetsOf(String requestId) {
        return budgets.of(requestId);
    }

    /** Counts what is filled in so far; holds nothing. */
    @Transactional(readOnly = true)
    Preview preview(
            Actor actor,
            @Nullable String department,
            @Nullable List<ExpenseRules.Line> given,
            @Nullable String requestId) {
        var lines = rules.countable(given);
        var sums = Sums.of(lines);
        var standing = department == null || !actor.departments().contains(department)
                ? ExpenseBudgets.Standing.NONE
                : standing(department, sums.perYear(), requestId);
        return new Preview(sums, lines.size(), standing, taken(lines, requestId));
    }

    private ExpenseBudgets.Standing standing(
            String department, Map<Integer, BigDecimal> perYear, @Nullable String requestId) {
        var own = requestId == null ? List.<BudgetMapper.Charge>of() : budgetRows.charges(requestId);
        var upwards = budgets.upwards(department);
        var after = new ArrayList<@Nullable Budget>();
        perYear.forEach((year, amount) -> {
            var budget = budgets.drawnOn(upwards, year);
            if (budget != null) {
                var before = own.stream()
                        .filter(charge ->
                                charge.ofYear() == year && charge.departmentId().equals(budget.departmentId()))
                        .map(BudgetMapper.Charge::amount)
                        .reduce(Money.ZERO, BigDecimal::add);
                after.add(new Budget(
                        budget.departmentId(),
                        year,
                        budget.amount(),
                        budget.held().add(amount).subtract(before),
                        budget.used(),
                        budget.ownerId()));
            }
        });
        return ExpenseBudgets.standing(after);
    }

    private Map<Integer, ClaimMapper.Invoice> taken(List<LineRow> lines, @Nullable String requestId) {
        var keys = lines.stream()
                .map(LineRow::invoiceNumber)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        var taken = new LinkedHashMap<Integer, ClaimMapper.Invoice>();
        if (keys.isEmpty()) {
            return taken;
        }
        for (var invoice : rows.invoices(keys)) {
            lines.stream()
                    .filter(line -> line.invoiceNumber().equals(invoice.invoiceKey())
                            && !invoice.requestId().equals(requestId))
                    .forEach(line -> taken.put(line.lineNo(), invoice));
        }
        return taken;
    }

    /** Budgets of a year, in the order of the departments. */
    List<Budget> budgets(int year) {
        var order =
                departments.all().stream().map(io.tongban.org.Department::id).toList();
        return budgetRows.of(checked(year)).stream()
                .sorted(java.util.Comparator.comparingInt(budget -> order.indexOf(budget.departmentId())))
                .toList();
    }

    /** Sets what a department may spend in a year; what is held and used stays. */
    @Transactional
    public void setBudget(
            Actor actor, String departmentId, int year, @Nullable String amount, @Nullable String ownerId) {
        checked(year);
        if (departments.find(departmentId).isEmpty()) {
            throw ExpenseRules.refused("department", "expense:department-unknown");
        }
        var sum = Money.parse(amount);
        if (sum == null || sum.signum() < 0 || sum.compareTo(Money.MOST_BUDGET) > 0) {
            throw ExpenseRules.refused("amount", "expense:budget-form");
        }
        var owner = blankToNull(ownerId);
        if (owner != null && !people.present(owner)) {
            throw ExpenseRules.refused("owner", "expense:owner-gone");
        }
        budgetRows.put(
                departmentId, year, sum, owner, actor.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    Budget budget(String departmentId, int year) {
        return Objects.requireNonNull(budgetRows.find(departmentId, year));
    }

    LocalDate today() {
        return rules.today();
    }

    private int checked(int year) {
        if (Math.abs(year - rules.today().getYear()) > 2) {
            throw Problem.refused("kernel:invalid").field("year", "expense:year-too-far");
        }
        return year;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
