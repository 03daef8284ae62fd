package io.tongban.expense;

import io.tongban.file.Sheet;
import io.tongban.kernel.Texts;
import io.tongban.org.Departments;
import io.tongban.org.People;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims as a table that spreadsheets open, read and written page by page, so that it is complete however long it is. */
@Component
class PaymentExport {

    private static final List<String> COLUMNS = List.of(
            "number",
            "person",
            "person-number",
            "department",
            "title",
            "amount",
            "tax",
            "total",
            "paid-on",
            "reference");
    private static final int PAGE = 500;

    private final ClaimMapper rows;
    private final People people;
    private final Departments departments;
    private final Texts texts;

    PaymentExport(ClaimMapper rows, People people, Departments departments, Texts texts) {
        this.rows = rows;
        this.people = people;
        this.departments = departments;
        this.texts = texts;
    }

    /** What waits for payment, oldest first; among these only, if any are named. */
    void payable(List<String> among, OutputStream out) throws IOException {
        var table = table(out);
        if (among.isEmpty()) {
            @Nullable String after = null;
            do {
                var page = rows.page(new ClaimMapper.Query(ClaimRow.State.PAYABLE, null, null, after, true, PAGE));
                write(page, table);
                after = page.size() < PAGE ? null : page.get(PAGE - 1).requestId();
            } while (after != null);
            return;
        }
        var ids = among.stream().distinct().sorted().toList();
        for (int from = 0; from < ids.size(); from += PAGE) {
            var page = rows.byIds(ids.subList(from, Math.min(from + PAGE, ids.size())));
            write(
                    page.stream()
                            .filter(claim -> claim.state() == ClaimRow.State.PAYABLE)
                            .toList(),
                    table);
        }
    }

    /** What was paid between two days, in the order of payment. */
    void paid(LocalDate first, LocalDate last, OutputStream out) throws IOException {
        var table = table(out);
        @Nullable ClaimRow after = null;
        do {
            var page = rows.paid(first, last, after, PAGE);
            write(page, table);
            after = page.size() < PAGE ? null : page.get(PAGE - 1);
        } while (after != null);
    }

    private Sheet table(OutputStream out) throws IOException {
        var table = Sheet.csv(out);
        table.row(COLUMNS.stream()
                .map(column -> texts.get("expense.export." + column))
                .toArray());
        return table;
    }

    private void write(List<ClaimRow> claims, Sheet table) throws IOException {
        var persons = people.byIds(claims.stream().map(ClaimRow::personId).collect(Collectors.toSet()));
        var names = departments.all().stream()
                .collect(Collectors.toMap(io.tongban.org.Department::id, io.tongban.org.Department::name));
        for (var claim : claims) {
            var person = persons.get(claim.personId());
            table.row(
                    claim.number(),
                    person == null ? claim.personName() : person.name(),
                    person == null ? "" : person.number(),
                    Objects.requireNonNullElse(names.get(claim.departmentId()), ""),
                    claim.title(),
                    new BigDecimal(Money.text(claim.amount())),
                    new BigDecimal(Money.text(claim.tax())),
                    new BigDecimal(Money.text(claim.total())),
                    claim.paidOn() == null ? "" : claim.paidOn().toString(),
                    claim.paymentReference());
        }
        table.flush();
    }
}
