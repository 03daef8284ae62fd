package io.tongban.expense;

import io.tongban.expense.BudgetMapper.Budget;
import io.tongban.expense.BudgetMapper.Charge;
import io.tongban.org.Departments;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Budgets of departments and years: held when a claim is handed in, used when it is paid, given back otherwise. A
 * department without a budget of its own draws on the next one above that has one. Whoever changes a budget locks its row
 * first, several always in the same order.
 */
@Component
class ExpenseBudgets {

    /** How the budgets stand with a claim in them; {@code over} is the worst of them. */
    record Standing(
            List<Budget> budgets,
            BigDecimal over,
            double overPercent,
            @Nullable String ownerId) {

        static final Standing NONE = new Standing(List.of(), Money.ZERO, 0, null);

        /** In one word, as the decision table reads it. */
        String word() {
            return budgets.isEmpty() ? "none" : over.signum() > 0 ? "over" : "within";
        }
    }

    private record Key(int year, String department) {}

    private static final Comparator<Key> ORDER =
            Comparator.comparingInt(Key::year).thenComparing(Key::department);

    private final BudgetMapper rows;
    private final Departments departments;

    ExpenseBudgets(BudgetMapper rows, Departments departments) {
        this.rows = rows;
        this.departments = departments;
    }

    /** Ids of the department and those above it, the company last. */
    List<String> upwards(String department) {
        var chain = new ArrayList<String>();
        for (@Nullable String id = department; id != null && !chain.contains(id); ) {
            chain.add(id);
            id = departments.parent(id).orElse(null);
        }
        return chain;
    }

    /** The budget of a year that a department draws on. */
    @Nullable
    Budget drawnOn(List<String> upwards, int year) {
        return rows.among(upwards, year).stream()
                .min(Comparator.comparing(budget -> upwards.indexOf(budget.departmentId())))
                .orElse(null);
    }

    /** Makes a claim hold exactly these amounts per year, in place of what it held before. */
    @Transactional(propagation = Propagation.MANDATORY)
    Standing hold(String requestId, String department, Map<Integer, BigDecimal> perYear) {
        var upwards = upwards(department);
        var changes = new TreeMap<Key, BigDecimal>(ORDER);
        var wanted = new TreeMap<Key, BigDecimal>(ORDER);
        perYear.forEach((year, amount) -> {
            var budget = drawnOn(upwards, year);
            if (budget != null) {
                wanted.put(new Key(year, budget.departmentId()), amount);
            }
        });
        var known = rows.charges(requestId);
        known.forEach(charge -> changes.put(key(charge), charge.amount().negate()));
        wanted.forEach((key, amount) -> changes.merge(key, amount, BigDecimal::add));
        changes.keySet().forEach(key -> rows.lock(key.department(), key.year()));
        changes.forEach((key, change) -> rows.change(key.department(), key.year(), change, Money.ZERO));
        known.stream().filter(charge -> !wanted.containsKey(key(charge))).forEach(rows::removeCharge);
        wanted.forEach(
                (key, amount) -> rows.putCharge(new Charge(requestId, key.department(), key.year(), amount, false)));
        return standing(wanted.keySet().stream()
                .map(key -> rows.find(key.department(), key.year()))
                .toList());
    }

    /** How these budgets stand. */
    static Standing standing(List<@Nullable Budget> budgets) {
        var standing = Standing.NONE;
        for (var budget : budgets) {
            if (budget != null) {
                standing = worse(standing, budget);
            }
        }
        return standing;
    }

    private static Standing worse(Standing before, Budget budget) {
        var all = new ArrayList<>(before.budgets());
        all.add(budget);
        var over = budget.left().negate().max(Money.ZERO);
        var percent = budget.amount().signum() == 0
                ? (over.signum() == 0 ? 0 : 100)
                : over.multiply(BigDecimal.valueOf(100))
                        .divide(budget.amount(), 4, RoundingMode.HALF_UP)
                        .doubleValue();
        return before.budgets().isEmpty() || percent > before.overPercent()
                ? new Standing(List.copyOf(all), over, percent, budget.ownerId())
                : new Standing(List.copyOf(all), before.over(), before.overPercent(), before.ownerId());
    }

    /** Turns everything that a claim holds into use. */
    @Transactional(propagation = Propagation.MANDATORY)
    void use(String requestId) {
        for (var charge : locked(requestId)) {
            if (!charge.paid()) {
                rows.change(
                        charge.departmentId(), charge.ofYear(), charge.amount().negate(), charge.amount());
                rows.putCharge(new Charge(requestId, charge.departmentId(), charge.ofYear(), charge.amount(), true));
            }
        }
    }

    /** Gives back everything that a claim holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    void release(String requestId) {
        for (var charge : locked(requestId)) {
            var back = charge.amount().negate();
            rows.change(
                    charge.departmentId(),
                    charge.ofYear(),
                    charge.paid() ? Money.ZERO : back,
                    charge.paid() ? back : Money.ZERO);
            rows.removeCharge(charge);
        }
    }

    private List<Charge> locked(String requestId) {
        var charges = rows.charges(requestId);
        charges.stream().map(ExpenseBudgets::key).sorted(ORDER).forEach(key -> rows.lock(key.department(), key.year()));
        return charges;
    }

    /** The budgets that a claim is charged to. */
    List<Budget> of(String requestId) {
        return rows.charges(requestId).stream()
                .map(charge -> rows.find(charge.departmentId(), charge.ofYear()))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static Key key(Charge charge) {
        return new Key(charge.ofYear(), charge.departmentId());
    }
}
