package io.tongban.expense;

import io.tongban.kernel.Texts;
import io.tongban.org.Departments;
import io.tongban.org.People;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Claims as a table that spreadsheets open: UTF-8 with its mark, and no cell that a spreadsheet would compute. Read and
 * written page by page, so that a table is complete however long it is.
 */
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
    private static final Pattern COMPUTED = Pattern.compile("^\\s*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);
    private static final String MARK = "\uFEFF";
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
        head(out);
        if (among.isEmpty()) {
            @Nullable String after = null;
            do {
                var page = rows.page(new ClaimMapper.Query(ClaimRow.State.PAYABLE, null, null, after, true, PAGE));
                write(page, out);
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
                    out);
        }
    }

    /** What was paid between two days, in the order of payment. */
    void paid(LocalDate first, LocalDate last, OutputStream out) throws IOException {
        head(out);
        @Nullable ClaimRow after = null;
        do {
            var page = rows.paid(first, last, after, PAGE);
            write(page, out);
            after = page.size() < PAGE ? null : page.get(PAGE - 1);
        } while (after != null);
    }

    private void head(OutputStream out) throws IOException {
        out.write((MARK + line(COLUMNS.stream().map(column -> cell(texts.get("expense.export." + column)))))
                .getBytes(StandardCharsets.UTF_8));
    }

    private void write(List<ClaimRow> claims, OutputStream out) throws IOException {
        var persons = people.byIds(claims.stream().map(ClaimRow::personId).collect(Collectors.toSet()));
        var names = departments.all().stream()
                .collect(Collectors.toMap(io.tongban.org.Department::id, io.tongban.org.Department::name));
        for (var claim : claims) {
            var person = persons.get(claim.personId());
            var line = line(Stream.of(
                    cell(claim.number()),
                    cell(person == null ? claim.personName() : person.name()),
                    cell(person == null ? "" : person.number()),
                    cell(Objects.requireNonNullElse(names.get(claim.departmentId()), "")),
                    cell(claim.title()),
                    Money.text(claim.amount()),
                    Money.text(claim.tax()),
                    Money.text(claim.total()),
                    claim.paidOn() == null ? "" : claim.paidOn().toString(),
                    cell(claim.paymentReference())));
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Text as text: what looks like a formula gets an apostrophe in front, as spreadsheets do themselves. */
    static String cell(@Nullable String text) {
        var plain = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
        var safe = text != null && COMPUTED.matcher(text).matches() ? "'" + plain : plain;
        return safe.matches("(?s).*[\",;\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
