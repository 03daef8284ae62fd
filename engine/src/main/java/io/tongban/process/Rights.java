package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import io.tongban.process.engine.Model.UserStep;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What whoever fills in a form may do with its fields; {@code lines.amount} is one column of a table.
 *
 * @param write what may be written, null for everything that is not hidden
 * @param hidden what is neither seen nor written
 * @param required what has to be filled in, beyond the form's own rules
 */
record Rights(@Nullable Set<String> write, Set<String> hidden, Set<String> required) {

    static final Rights ALL = new Rights(null, Set.of(), Set.of());

    static Rights writing(Set<String> fields) {
        return new Rights(fields, Set.of(), Set.of());
    }

    /**
     * Those of a step.
     *
     * @param whole whether the form is its holder's to fill in as far as the step says nothing else
     */
    static Rights of(FormSchema form, UserStep step, boolean whole) {
        if (whole && step.write().isEmpty()) {
            return new Rights(null, step.hidden(), step.required());
        }
        var write = new LinkedHashSet<String>();
        for (var name : step.write()) {
            var field = form.fields().get(name);
            var columns = field == null ? Set.<String>of() : field.children().keySet();
            if (columns.stream().anyMatch(column -> step.hidden().contains(name + "." + column))) {
                // Whoever does not see a whole row can not say which row is which.
                columns.forEach(column -> write.add(name + "." + column));
            } else {
                write.add(name);
            }
        }
        write.removeAll(step.hidden());
        return new Rights(write, step.hidden(), step.required());
    }

    boolean hides(String name) {
        return hidden.contains(name);
    }

    /** Whether the field may be written as a whole. */
    boolean writes(String name) {
        return !hides(name) && (write == null || write.contains(name));
    }

    /** Whether only some columns of this table may be written, while its rows stay. */
    boolean writesSome(Field field) {
        return write != null
                && !write.contains(field.key())
                && field.children().keySet().stream().anyMatch(column -> write.contains(field.key() + "." + column));
    }

    /** Whether there is something in the rows of a table that is not seen. */
    boolean hidesCells(Field table, @Nullable Object rows) {
        return rows instanceof List<?> list && list.stream().anyMatch(row -> hiddenCell(table, row) != null);
    }

    /** The first cell of a row that is not seen. */
    @Nullable
    String hiddenCell(Field table, @Nullable Object row) {
        return row instanceof Map<?, ?> cells
                ? cells.keySet().stream()
                        .map(String::valueOf)
                        .filter(column -> hides(table.key() + "." + column))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    boolean requires(String name) {
        return required.contains(name);
    }

    /** The right to one name, as the browser reads it. */
    String of(String name) {
        return hides(name) ? "hidden" : writes(name) ? requires(name) ? "required" : "write" : "read";
    }

    /** By field, and by column of a table where it is another one. */
    Map<String, String> named(FormSchema form, boolean open) {
        var named = new LinkedHashMap<String, String>();
        for (var field : form.fields().values()) {
            var right = field.reckoned() && !hides(field.key()) ? "read" : of(field.key());
            named.put(field.key(), open || right.equals("hidden") ? right : "read");
            for (var column : field.isTable() ? field.children().keySet() : Set.<String>of()) {
                var name = field.key() + "." + column;
                var own = writes(field.key()) && !hides(name) ? requires(name) ? "required" : right : of(name);
                if (open && !own.equals("read") && !own.equals(right) || own.equals("hidden")) {
                    named.put(name, own);
                }
            }
        }
        return named;
    }
}
