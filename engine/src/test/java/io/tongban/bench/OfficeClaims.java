package io.tongban.bench;

import io.tongban.kernel.Ids;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Claims of three years: most are paid, those of the last days are on their way. */
final class OfficeClaims {

    private static final String PROCESS = "expense-claim";
    private static final List<String> CATEGORIES =
            List.of("travel", "lodging", "transport", "meals", "entertainment", "office", "communication");
    private static final String CLAIM = "expense_claim (request_id, number, person_id, person_name, department_id,"
            + " title, amount, tax, total, claimed, state, payment_reference, paid_on, paid_by, created_at, updated_at)";
    private static final String LINE = "expense_line (request_id, line_no, category_key, spent_on, amount, tax,"
            + " claimed_amount, claimed_tax, invoice_number)";

    private final Office office;
    private final Rows rows;
    private int invoices;
    private int year;
    private int inYear;

    private OfficeClaims(Office office) {
        this.office = office;
        this.rows = office.rows();
    }

    static void fill(Office office, int count) throws SQLException {
        var claims = new OfficeClaims(office);
        claims.budgets();
        var definition = office.definition(PROCESS);
        for (int n = 0; n < count; n++) {
            claims.claim(definition, office.made(n, count));
        }
        office.rows().flush();
    }

    private void budgets() throws SQLException {
        int current = office.now.getYear();
        for (int number = 1; number <= office.size(); number++) {
            if (Company.leads(number)) {
                for (int of = current - 2; of <= current; of++) {
                    rows.add(
                            "expense_budget (department_id, of_year, amount, held, used, owner_id, changed_by, changed_at)",
                            office.person(number).department(),
                            of,
                            new BigDecimal("800000.00"),
                            new BigDecimal("12000.00"),
                            new BigDecimal("430000.00"),
                            office.person(number).id(),
                            office.person(1).id(),
                            office.now);
                }
            }
        }
    }

    private void claim(String definition, LocalDateTime at) throws SQLException {
        var person = office.anybody();
        var id = Ids.next();
        var state = state(Duration.between(at, office.now).toDays());
        var number = number(at);
        var amount = BigDecimal.ZERO.setScale(2);
        var tax = amount;
        int lines = 1 + office.random.nextInt(5);
        for (int line = 1; line <= lines; line++) {
            var spent = BigDecimal.valueOf(1_000 + office.random.nextInt(90_000), 2);
            var taxed = BigDecimal.valueOf(office.random.nextInt(900), 2);
            line(id, line, number, person.id(), at.toLocalDate().minusDays(line), spent, taxed);
            amount = amount.add(spent);
            tax = tax.add(taxed);
        }
        var total = amount.add(tax);
        var paid = state.equals("PAID");
        rows.add(
                CLAIM,
                id,
                number,
                person.id(),
                person.name(),
                person.department(),
                "出差报销 " + at.toLocalDate(),
                amount,
                tax,
                total,
                total,
                state,
                paid ? "FK" + number : null,
                paid ? at.toLocalDate().plusDays(12) : null,
                paid ? office.person(Office.FINANCE).id() : null,
                at,
                at);
        rows.add(
                "expense_charge (request_id, department_id, of_year, amount, paid)",
                id,
                person.department(),
                at.getYear(),
                total,
                paid);
        office.request(id, number, PROCESS, definition, "报销 ¥" + total, person, status(state), at);
        office.inbox(id, PROCESS, "Task_Leader", office.leader(person).id(), state.equals("RUNNING"), at);
        if (state.equals("REVIEW") || state.equals("PAYABLE")) {
            office.inbox(id, PROCESS, "Task_" + state, "role:finance", true, at);
        }
    }

    private void line(
            String claim, int line, String number, String person, LocalDate day, BigDecimal spent, BigDecimal tax)
            throws SQLException {
        var invoice = "%020d".formatted(++invoices);
        var category = CATEGORIES.get(office.random.nextInt(CATEGORIES.size()));
        rows.add(LINE, claim, line, category, day, spent, tax, spent, tax, invoice);
        rows.add("expense_invoice (invoice_key, request_id, number, person_id)", invoice, claim, number, person);
    }

    private String state(long days) {
        if (days < 5) {
            return office.random.nextInt(5) == 0 ? "RETURNED" : "RUNNING";
        }
        if (days < 15) {
            return days < 9 ? "REVIEW" : "PAYABLE";
        }
        int chance = office.random.nextInt(100);
        return chance < 92 ? "PAID" : chance < 98 ? "RELEASED" : "STOPPED";
    }

    private static String status(String state) {
        return switch (state) {
            case "PAID" -> "completed";
            case "RELEASED" -> "rejected";
            case "STOPPED" -> "cancelled";
            default -> "running";
        };
    }

    private String number(LocalDateTime at) {
        if (at.getYear() != year) {
            year = at.getYear();
            inYear = 0;
        }
        return "BX%d-%05d".formatted(year, ++inYear);
    }
}
