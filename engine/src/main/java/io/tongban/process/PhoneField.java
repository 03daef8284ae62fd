package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A telephone number: a mobile of mainland China, or a number with its area or country code. */
@Component
class PhoneField implements OfficeField {

    private static final Pattern MOBILE = Pattern.compile("(\\+86 ?)?1[3-9]\\d(?:[ -]?\\d{4}){2}");
    private static final Pattern FIXED = Pattern.compile("0\\d{2,3}[- ]?[2-9]\\d{6,7}(-\\d{1,6})?");
    private static final Pattern FOREIGN = Pattern.compile("\\+(?!86)[1-9][0-9 -]{5,18}");

    @Override
    public String component() {
        return "phone";
    }

    @Override
    public @Nullable String fault(Field field, Object value) {
        var text = String.valueOf(value);
        return MOBILE.matcher(text).matches()
                        || FIXED.matcher(text).matches()
                        || FOREIGN.matcher(text).matches()
                ? null
                : "process:not-a-phone";
    }

    @Override
    public String masked(Field field, Object value) {
        return Masked.middle(String.valueOf(value), 3, 4);
    }
}
