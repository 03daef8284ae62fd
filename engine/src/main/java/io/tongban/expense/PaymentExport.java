package io.tongban.expense;

import io.tongban.kernel.Texts;
import io.tongban.org.Departments;
import io.tongban.org.People;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims as a table that spreadsheets open: UTF-8 with its mark, and no cell that a spreadsheet would compute. */
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

    private final People people;
    private final Departments departments;
    private final Texts texts;

    PaymentExport(People people, Departments departments, Texts texts) {
        this.people = people;
        this.departments = departments;
        this.texts = texts;
    }

    byte[] of(List<ClaimRow> claims) {
        var persons = people.byIds(claims.stream().map(ClaimRow::personId).collect(Collectors.toSet()));
        var names = departments.all().stream()
                .collect(Collectors.toMap(io.tongban.org.Department::id, io.tongban.org.Department::name));
        var lines = new ArrayList<String>();
        lines.add(line(COLUMNS.stream().map(column -> cell(texts.get("expense.export." + column)))));
        for (var claim : claims) {
            var person = persons.get(claim.personId());
            lines.add(line(Stream.of(
                    cell(claim.number()),
                    cell(person == null ? claim.personName() : person.name()),
                    cell(person == null ? "" : person.number()),
                    cell(Objects.requireNonNullElse(names.get(claim.departmentId()), "")),
                    cell(claim.title()),
                    Money.text(claim.amount()),
                    Money.text(claim.tax()),
                    Money.text(claim.total()),
                    claim.paidOn() == null ? "" : claim.paidOn().toString(),
                    cell(claim.paymentReference()))));
        }
        return (MARK + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(","));
    }

    /** Text as text: what looks like a formula gets an apostrophe in front, as spreadsheets do themselves. */
    static String cell(@Nullable String text) {
        var plain = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
        var safe = text != null && COMPUTED.matcher(text).matches() ? "'" + plain : plain;
        return safe.matches("(?s).*[\",;\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
