package io.tongban.expense;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Amounts of yuan and cents. */
final class Money {

    static final BigDecimal ZERO = new BigDecimal("0.00");
    static final BigDecimal MOST = new BigDecimal("9999999.99");
    static final BigDecimal MOST_BUDGET = new BigDecimal("9999999999.99");

    private Money() {}

    /** The amount to the cent; null when it is no number or says fractions of a cent. */
    static @Nullable BigDecimal parse(@Nullable Object value) {
        if (!(value instanceof Number) && !(value instanceof String)) {
            return null;
        }
        var text = value.toString().strip();
        try {
            var number = text.length() > 40 ? null : new BigDecimal(text);
            return number == null || Math.abs(number.scale()) > 20
                    ? null
                    : number.setScale(2, RoundingMode.UNNECESSARY);
        } catch (NumberFormatException | ArithmeticException wrong) {
            return null;
        }
    }

    /** For programs, {@code 1234.50}. */
    static String text(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** For people, {@code 1,234.50}. */
    static String words(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }
}
