package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Number of a resident identity card: 17 digits with a day of birth, and a check character (GB 11643). */
@Component
class IdNumberField implements OfficeField {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    @Override
    public String component() {
        return "id-number";
    }

    @Override
    public @Nullable String fault(Field field, Object value) {
        var text = String.valueOf(value);
        if (!text.matches("[1-9]\\d{16}[\\dXx]") || !isDay(text.substring(6, 14))) {
            return "process:not-an-id-number";
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11) == Character.toUpperCase(text.charAt(17)) ? null : "process:id-number-slip";
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return digits.matches("(18|19|20).*");
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public String masked(Field field, Object value) {
        return Masked.middle(String.valueOf(value), 3, 4);
    }
}
