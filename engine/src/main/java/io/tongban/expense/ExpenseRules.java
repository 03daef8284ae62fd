package io.tongban.expense;

import io.tongban.kernel.Problem;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is refused, and the sentences that say why and what to do. */
@Component
class ExpenseRules {

    private static final int MOST_LINES = 100;
    private static final int MOST_NUMBER = 40;
    private static final int DAYS_BACK = 366;
    private static final int DAYS_AHEAD = 31;

    /** A line as somebody filled it in. */
    record Line(
            @Nullable String category,
            @Nullable String date,
            @Nullable Object amount,
            @Nullable Object tax,
            @Nullable String invoiceNumber,
            @Nullable String note) {}

    private final ClaimMapper rows;
    private final Clock clock;
    private final ZoneId zone;

    ExpenseRules(ClaimMapper rows, Clock clock, ZoneId zone) {
        this.rows = rows;
        this.clock = clock;
        this.zone = zone;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    List<Category> categoryList() {
        return rows.categories();
    }

    Map<String, Category> categories() {
        return rows.categories().stream().collect(Collectors.toMap(Category::categoryKey, Function.identity()));
    }

    /** The lines of a claim, all faults at once. */
    List<LineRow> lines(String requestId, @Nullable List<Line> given) {
        if (given == null || given.isEmpty()) {
            throw refused("answers.lines", "expense:no-lines");
        }
        if (given.size() > MOST_LINES) {
            throw refused("answers.lines", "expense:too-many-lines", MOST_LINES);
        }
        var faults = Problem.refused("kernel:invalid");
        var lines = new ArrayList<LineRow>();
        var known = categories();
        var invoices = new HashMap<String, Integer>();
        for (int i = 0; i < given.size(); i++) {
            var line = given.get(i);
            var at = "answers.lines[" + i + "].";
            if (line.category() == null || !known.containsKey(line.category())) {
                faults.field(at + "category", "expense:category-unknown");
            }
            var invoice = invoice(line.invoiceNumber());
            if (invoice.isEmpty() || invoice.length() > MOST_NUMBER) {
                faults.field(at + "invoiceNumber", "expense:invoice-number");
            } else if (invoices.containsKey(invoice)) {
                faults.field(at + "invoiceNumber", "expense:invoice-twice", invoice, invoices.get(invoice));
            } else {
                invoices.put(invoice, i + 1);
            }
            var date = date(line.date(), at + "date", faults);
            var amount = amount(line.amount(), at + "amount", faults);
            var tax = tax(line.tax(), amount, at + "tax", faults);
            if (faults.errors().isEmpty() && date != null && amount != null && tax != null) {
                lines.add(new LineRow(
                        requestId,
                        i + 1,
                        String.valueOf(line.category()),
                        date,
                        amount,
                        tax,
                        amount,
                        tax,
                        invoice,
                        line.note()));
            }
        }
        if (!faults.errors().isEmpty()) {
            throw faults;
        }
        return lines;
    }

    /** The lines of a half-filled form that can already be counted. */
    List<LineRow> countable(@Nullable List<Line> given) {
        var lines = new ArrayList<LineRow>();
        for (int i = 0; given != null && i < Math.min(given.size(), MOST_LINES); i++) {
            var ignored = Problem.refused("kernel:invalid");
            var line = given.get(i);
            if (line == null) {
                continue;
            }
            var amount = amount(line.amount(), "", ignored);
            var tax = tax(line.tax(), amount, "", ignored);
            var date = date(line.date(), "", ignored);
            if (amount != null && tax != null) {
                var on = date == null ? today() : date;
                var number = invoice(line.invoiceNumber());
                lines.add(new LineRow("", i + 1, "", on, amount, tax, amount, tax, number, null));
            }
        }
        return lines;
    }

    /**
     * The lines as finance leaves them: category and amounts may change, amounts only downwards; everything else stays
     * as it was handed in.
     */
    List<LineRow> reviewed(List<LineRow> standing, @Nullable List<Line> given) {
        if (given == null || given.size() != standing.size()) {
            throw refused("answers.lines", "expense:lines-fixed");
        }
        var faults = Problem.refused("kernel:invalid");
        var known = categories();
        var lines = new ArrayList<LineRow>();
        for (int i = 0; i < given.size(); i++) {
            var line = given.get(i);
            var stands = standing.get(i);
            var at = "answers.lines[" + i + "].";
            if (!invoice(line.invoiceNumber()).equals(stands.invoiceNumber())) {
                faults.field(at + "invoiceNumber", "expense:line-fixed");
            }
            if (!stands.spentOn().toString().equals(line.date())) {
                faults.field(at + "date", "expense:line-fixed");
            }
            if (line.category() == null || !known.containsKey(line.category())) {
                faults.field(at + "category", "expense:category-unknown");
            }
            var amount = lower(line.amount(), stands.amount(), at + "amount", faults);
            var tax = lower(line.tax() == null ? "0" : line.tax(), stands.tax(), at + "tax", faults);
            if (amount != null && tax != null) {
                lines.add(stands.corrected(String.valueOf(line.category()), amount, tax));
            }
        }
        if (!faults.errors().isEmpty()) {
            throw faults;
        }
        return lines;
    }

    private static @Nullable BigDecimal lower(@Nullable Object given, BigDecimal stands, String field, Problem faults) {
        var amount = Money.parse(given);
        if (amount == null || amount.signum() < 0) {
            faults.field(field, "expense:amount-form");
            return null;
        }
        if (amount.compareTo(stands) > 0) {
            faults.field(field, "expense:only-downwards", Money.words(stands));
            return null;
        }
        return amount;
    }

    private @Nullable LocalDate date(@Nullable String text, String field, Problem faults) {
        try {
            var date = LocalDate.parse(text == null ? "" : text);
            if (date.isBefore(today().minusDays(DAYS_BACK))) {
                faults.field(field, "expense:too-old");
                return null;
            }
            if (date.isAfter(today().plusDays(DAYS_AHEAD))) {
                faults.field(field, "expense:too-far-ahead", DAYS_AHEAD);
                return null;
            }
            return date;
        } catch (DateTimeException e) {
            faults.field(field, "expense:date-form");
            return null;
        }
    }

    private static @Nullable BigDecimal amount(@Nullable Object given, String field, Problem faults) {
        var amount = Money.parse(given);
        if (amount == null || amount.signum() <= 0 || amount.compareTo(Money.MOST) > 0) {
            faults.field(field, "expense:amount-form");
            return null;
        }
        return amount;
    }

    private static @Nullable BigDecimal tax(
            @Nullable Object given, @Nullable BigDecimal amount, String field, Problem faults) {
        var tax = given == null || given.toString().isBlank() ? Money.ZERO : Money.parse(given);
        if (tax == null || tax.signum() < 0) {
            faults.field(field, "expense:tax-form");
            return null;
        }
        if (amount != null && tax.compareTo(amount) > 0) {
            faults.field(field, "expense:tax-above-amount");
            return null;
        }
        return tax;
    }

    /** The same invoice, however it was typed: full-width digits, spaces, hyphens, unseen signs, small letters. */
    static String invoice(@Nullable String number) {
        return number == null
                ? ""
                : Normalizer.normalize(number, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Cf}\\p{Cc}]", "")
                        .toUpperCase(Locale.ROOT);
    }

    static Problem refused(String field, String code, Object... args) {
        return Problem.refused(code, args).field(field, code, args);
    }
}
