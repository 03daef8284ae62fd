package io.tongban.expense;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What finance says of a payment. */
final class Payment {

    private static final int MOST = 64;

    private Payment() {}

    static String reference(@Nullable String text, String field) {
        var reference = text == null ? "" : text.strip();
        if (reference.isEmpty() || reference.codePointCount(0, reference.length()) > MOST) {
            throw ExpenseRules.refused(field, "expense:reference-form", MOST);
        }
        return reference;
    }

    /** The day of payment: today unless another is named, never a day to come. */
    static LocalDate day(@Nullable String text, String field, LocalDate today) {
        if (text == null || text.isBlank()) {
            return today;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.isAfter(today) || day.isBefore(today.minusYears(1))) {
                throw ExpenseRules.refused(field, "expense:paid-on-wrong");
            }
            return day;
        } catch (DateTimeException e) {
            throw ExpenseRules.refused(field, "expense:date-form");
        }
    }
}
