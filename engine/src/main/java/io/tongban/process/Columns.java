package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Tables of which a step may write some columns, {@code lines.amount}, while the rows stay. */
final class Columns {

    private Columns() {}

    /** Whether only some columns of this field may be written. */
    static boolean some(Field field, Set<String> write) {
        return !write.contains(field.key())
                && field.children().keySet().stream().anyMatch(child -> write.contains(field.key() + "." + child));
    }

    /**
     * The rows that stand, with the cells that may be written as they were given; rows neither come nor go.
     *
     * @param refused told path and label of what was changed and may not be
     */
    static Object merge(
            Field field,
            @Nullable Object standing,
            @Nullable Object given,
            Set<String> write,
            BiConsumer<String, String> refused) {
        List<?> stands = standing instanceof List<?> list ? list : List.of();
        if (!(given instanceof List<?> rows) || rows.size() != stands.size()) {
            refused.accept(field.key(), field.label());
            return stands;
        }
        var merged = new ArrayList<Object>();
        for (int i = 0; i < rows.size(); i++) {
            var row = new LinkedHashMap<Object, @Nullable Object>();
            if (stands.get(i) instanceof Map<?, ?> before) {
                row.putAll(before);
            }
            if (rows.get(i) instanceof Map<?, ?> cells) {
                var path = field.key() + "[" + i + "].";
                cells.forEach((name, value) -> {
                    if (write.contains(field.key() + "." + name)) {
                        row.put(name, value);
                    } else if (!Objects.equals(row.get(name), value)) {
                        var child = field.children().get(String.valueOf(name));
                        refused.accept(path + name, child == null ? String.valueOf(name) : child.label());
                    }
                });
            }
            merged.add(row);
        }
        return merged;
    }
}
