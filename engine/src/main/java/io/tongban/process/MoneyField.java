package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A sum of money: to the cent, and no more than can be written in capitals. */
@Component
class MoneyField implements OfficeField {

    private static final BigDecimal MOST = new BigDecimal("999999999999.99");

    @Override
    public String component() {
        return "money";
    }

    @Override
    public @Nullable String fault(Field field, Object value) {
        var sum = Formulas.number(value);
        return sum == null || sum.stripTrailingZeros().scale() > 2 || sum.abs().compareTo(MOST) > 0
                ? "process:not-money"
                : null;
    }
}
