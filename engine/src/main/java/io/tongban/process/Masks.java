package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import io.tongban.process.engine.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers that most people see with their middle left out, such as the number of an identity card: where the form says
 * {@code mask}, only the applicant, whoever writes them, and steps that name them in {@code unmasked} see the whole.
 */
@Component
class Masks {

    private final Forms forms;
    private final FieldChecks checks;

    Masks(Forms forms, FieldChecks checks) {
        this.forms = forms;
        this.checks = checks;
    }

    Map<String, Object> of(Model model, Map<String, Object> answers, Sight.Seen seen) {
        var shown = answers;
        for (var form : forms.all(model)) {
            shown = of(form.fields(), shown, seen);
        }
        return shown;
    }

    Map<String, Object> of(Map<String, Field> fields, Map<String, Object> answers, Sight.Seen seen) {
        var shown = new LinkedHashMap<>(answers);
        for (var field : fields.values()) {
            var value = answers.get(field.key());
            if (value != null && field.isMasked() && !seen.plain().test(field.key())) {
                shown.put(field.key(), masked(field, value));
            } else if (value instanceof List<?> rows && field.isTable()) {
                var columns = field.children().values().stream()
                        .filter(child -> child.isMasked() && !seen.plain().test(field.key() + "." + child.key()))
                        .toList();
                if (!columns.isEmpty()) {
                    shown.put(field.key(), rows(rows, columns));
                }
            }
        }
        return shown;
    }

    private List<Object> rows(List<?> rows, List<Field> columns) {
        var shown = new ArrayList<Object>();
        for (var row : rows) {
            if (row instanceof Map<?, ?> cells) {
                var own = new LinkedHashMap<Object, @Nullable Object>(cells);
                columns.forEach(column ->
                        own.computeIfPresent(column.key(), (name, cell) -> cell == null ? null : masked(column, cell)));
                shown.add(own);
            } else {
                shown.add(row);
            }
        }
        return shown;
    }

    /** The answer as most people see it. */
    Object masked(Field field, Object value) {
        var office = field.isMasked() ? checks.office(field) : null;
        var masked = office == null ? null : office.masked(field, value);
        return masked == null ? value : masked;
    }
}
