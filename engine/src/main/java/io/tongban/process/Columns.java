package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables of which a step may write some columns, {@code lines.amount}, while the rows stay. */
final class Columns {

    private Columns() {}

    /**
     * The rows that stand, with the cells that may be written as they were given; rows neither come nor go.
     */
    static Object merge(
            Field field, @Nullable Object standing, @Nullable Object given, Rights rights, List<Fault> faults) {
        List<?> stands = standing instanceof List<?> list ? list : List.of();
        if (!(given instanceof List<?> rows) || rows.size() != stands.size()) {
            faults.add(Fault.of(field.key(), "process:read-only", field.label()));
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
                    var child = field.children().get(String.valueOf(name));
                    var column = field.key() + "." + name;
                    if (rights.hides(column)) {
                        faults.add(Fault.of(path + name, "process:hidden-field", String.valueOf(name)));
                    } else if (child != null && child.reckoned()) {
                        return;
                    } else if (rights.writes(column)) {
                        row.put(name, value);
                    } else if (!Objects.equals(row.get(name), value)) {
                        faults.add(Fault.of(
                                path + name,
                                "process:read-only",
                                child == null ? String.valueOf(name) : child.label()));
                    }
                });
            }
            merged.add(row);
        }
        return merged;
    }
}
