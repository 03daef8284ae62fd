package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A postal address in one line: more than the name of a town, and no number alone. */
@Component
class AddressField implements OfficeField {

    private static final int SHORTEST = 5;
    private static final int SEEN = 6;

    @Override
    public String component() {
        return "address";
    }

    @Override
    public @Nullable String fault(Field field, Object value) {
        var text = String.valueOf(value).strip();
        return text.codePointCount(0, text.length()) < SHORTEST || text.matches("[\\d\\p{P}\\s]+")
                ? "process:not-an-address"
                : null;
    }

    @Override
    public String masked(Field field, Object value) {
        return Masked.middle(String.valueOf(value).strip(), SEEN, 0);
    }
}
