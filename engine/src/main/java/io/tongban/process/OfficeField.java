package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import org.jspecify.annotations.Nullable;

/**
 * What an office component takes beyond the form-js type that it is drawn over; a form names it in
 * {@code properties.component}. The browser has a component of the same name, and both pass the same cases.
 */
interface OfficeField {

    String component();

    /** Code of what is wrong with an answer, null when nothing is; its sentence begins with the field's label. */
    @Nullable
    String fault(Field field, Object value);

    /** The answer with its middle left out, for those who need not know it; null where there is nothing to hide. */
    default @Nullable String masked(Field field, Object value) {
        return null;
    }
}
