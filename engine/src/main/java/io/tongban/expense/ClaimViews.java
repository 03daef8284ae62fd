package io.tongban.expense;

import io.tongban.expense.BudgetMapper.Budget;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Decimal;
import io.tongban.kernel.Page;
import io.tongban.org.Department;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.org.Person;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What callers see of claims and budgets, in their language. */
@Component
class ClaimViews {

    record Named(String id, String name) {}

    record PersonRef(String id, String name, @Nullable String portrait) {}

    record Item(
            String id,
            String requestId,
            String number,
            PersonRef person,
            Named department,
            String title,
            @Decimal String amount,
            @Decimal String tax,
            @Decimal String total,
            @Decimal String claimed,
            String state,
            Instant createdAt,
            @Nullable LocalDate paidOn,
            @Nullable String paymentReference) {}

    /** {@code claimed} is what was handed in, where finance corrected it. */
    record LineItem(
            int line,
            String category,
            String name,
            LocalDate date,
            @Decimal String amount,
            @Decimal String tax,
            @Decimal String total,
            @Decimal String claimed,
            boolean corrected,
            String invoiceNumber,
            @Nullable String note) {}

    record BudgetItem(
            Named department,
            int year,
            @Decimal String amount,
            @Decimal String used,
            @Decimal String held,
            @Decimal String left,
            boolean over,
            @Nullable PersonRef owner) {}

    /** {@code stoppable} by the reader, now. */
    record Claim(
            Item item,
            List<LineItem> lines,
            List<BudgetItem> budgets,
            @Nullable PersonRef paidBy,
            boolean stoppable) {}

    record Total(String state, int claims, @Decimal String total) {}

    private final Expenses expenses;
    private final ExpenseRules rules;
    private final People people;
    private final Departments departments;

    ClaimViews(Expenses expenses, ExpenseRules rules, People people, Departments departments) {
        this.expenses = expenses;
        this.rules = rules;
        this.people = people;
        this.departments = departments;
    }

    Page<Item> items(Page<ClaimRow> page) {
        var persons = people.byIds(page.items().stream().map(ClaimRow::personId).collect(Collectors.toSet()));
        var names = departmentNames();
        return page.map(claim -> item(claim, persons, names));
    }

    Claim claim(Actor reader, ClaimRow claim) {
        var persons = people.byIds(Stream.of(claim.personId(), claim.paidBy())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toSet()));
        var categories = rules.categories();
        var locale = LocaleContextHolder.getLocale();
        var decides = !claim.personId().equals(reader.id()) || reader.may(FinanceRole.MANAGE);
        return new Claim(
                item(claim, persons, departmentNames()),
                expenses.lines(claim.requestId()).stream()
                        .map(line -> line(line, categories, locale))
                        .toList(),
                decides ? budgets(expenses.budgetsOf(claim.requestId())) : List.of(),
                claim.paidBy() == null ? null : person(persons, claim.paidBy(), ""),
                claim.state() == ClaimRow.State.PAYABLE && Payments.mayStop(reader, claim));
    }

    List<BudgetItem> budgets(List<Budget> budgets) {
        var names = departmentNames();
        var owners = people.byIds(budgets.stream()
                .map(Budget::ownerId)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toSet()));
        return budgets.stream()
                .map(budget -> new BudgetItem(
                        named(names, budget.departmentId()),
                        budget.ofYear(),
                        Money.text(budget.amount()),
                        Money.text(budget.used()),
                        Money.text(budget.held()),
                        Money.text(budget.left()),
                        budget.left().signum() < 0,
                        budget.ownerId() == null ? null : person(owners, budget.ownerId(), "")))
                .toList();
    }

    static Total total(ClaimMapper.Total total) {
        var sum = total.total();
        return new Total(
                total.state().name().toLowerCase(Locale.ROOT),
                total.claims(),
                Money.text(sum == null ? BigDecimal.ZERO : sum));
    }

    private Map<String, String> departmentNames() {
        return departments.all().stream().collect(Collectors.toMap(Department::id, Department::name));
    }

    private static Item item(ClaimRow claim, Map<String, Person> persons, Map<String, String> names) {
        return new Item(
                claim.requestId(),
                claim.requestId(),
                claim.number(),
                person(persons, claim.personId(), claim.personName()),
                named(names, claim.departmentId()),
                claim.title(),
                Money.text(claim.amount()),
                Money.text(claim.tax()),
                Money.text(claim.total()),
                Money.text(claim.claimed()),
                claim.state().name().toLowerCase(Locale.ROOT),
                claim.createdAt(),
                claim.paidOn(),
                claim.paymentReference());
    }

    private static LineItem line(LineRow line, Map<String, Category> categories, Locale locale) {
        var category = categories.get(line.categoryKey());
        var claimed = line.claimedAmount().add(line.claimedTax());
        return new LineItem(
                line.lineNo(),
                line.categoryKey(),
                category == null ? line.categoryKey() : category.name(locale),
                line.spentOn(),
                Money.text(line.amount()),
                Money.text(line.tax()),
                Money.text(line.total()),
                Money.text(claimed),
                claimed.compareTo(line.total()) != 0,
                line.invoiceNumber(),
                line.note());
    }

    private static Named named(Map<String, String> names, String id) {
        return new Named(id, Objects.requireNonNullElse(names.get(id), ""));
    }

    private static PersonRef person(Map<String, Person> persons, String id, String known) {
        var person = persons.get(id);
        return person == null ? new PersonRef(id, known, null) : new PersonRef(id, person.name(), person.portrait());
    }
}
