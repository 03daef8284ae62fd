package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import io.tongban.process.engine.Feel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fields of the type {@code expression}: reckoned in FEEL out of the other answers, in each row of a table first. What a
 * browser reckoned is never taken. A formula without a result, such as a division by zero, is no answer.
 */
@Component
class Formulas {

    private static final int DIGITS = 10;

    private final Feel feel;
    private final WorkingDays workingDays;

    Formulas(Feel feel, WorkingDays workingDays) {
        this.feel = feel;
        this.workingDays = workingDays;
    }

    void reckon(FormSchema form, Map<String, Object> answers) {
        var own = form.fields().values().stream().filter(Field::reckoned).toList();
        var tables = form.fields().values().stream()
                .filter(field ->
                        field.isTable() && field.children().values().stream().anyMatch(Field::reckoned))
                .toList();
        tables.forEach(table -> rows(table, answers));
        if (own.isEmpty()) {
            return;
        }
        for (var field : own) {
            put(answers, field, scope(form, answers));
        }
    }

    private void rows(Field table, Map<String, Object> answers) {
        if (!(answers.get(table.key()) instanceof List<?> rows)
                || rows.size() > Answers.ROWS
                || !rows.stream().allMatch(Map.class::isInstance)) {
            return;
        }
        var own = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var cells = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) row).forEach((name, value) -> cells.put(String.valueOf(name), value));
            own.add(cells);
        }
        table.children().values().stream().filter(Field::reckoned).forEach(child -> column(table, child, own, answers));
        answers.put(table.key(), own);
    }

    private void column(Field table, Field child, List<Map<String, Object>> rows, Map<String, Object> answers) {
        var results = WorkingDays.COMPONENT.equals(child.component())
                ? null
                : feel.each(
                        child.node().path("expression").asString(""),
                        table.children().keySet(),
                        rows.stream().map(row -> cells(table, row)).toList(),
                        answers);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (results == null) {
                put(row, child, scope(table, row, answers));
            } else {
                keep(row, child, results.get(i));
            }
        }
    }

    private static Map<String, Object> cells(Field table, Map<?, ?> row) {
        var cells = new LinkedHashMap<String, Object>();
        table.children().values().forEach(child -> cells.put(child.key(), value(child, row.get(child.key()))));
        return cells;
    }

    private void put(Map<String, Object> answers, Field field, Map<String, Object> scope) {
        keep(
                answers,
                field,
                WorkingDays.COMPONENT.equals(field.component())
                        ? workingDays.between(scope.get(field.property("from")), scope.get(field.property("to")))
                        : feel.value(field.node().path("expression").asString(""), scope));
    }

    private static void keep(Map<String, Object> answers, Field field, @Nullable Object reckoned) {
        var result = rounded(field, reckoned);
        if (result == null) {
            answers.remove(field.key());
        } else {
            answers.put(field.key(), result);
        }
    }

    /** A formula that has to have a result and has none, though everything that it needs was answered. */
    void faults(FormSchema form, Map<String, Object> answers, Set<String> hidden, Rights rights, List<Fault> faults) {
        for (var field : form.fields().values()) {
            if (hidden.contains(field.key()) || rights.hides(field.key())) {
                continue;
            }
            if (field.reckoned()) {
                fault(field, answers.get(field.key()), field.key(), faults);
            } else if (field.isTable() && answers.get(field.key()) instanceof List<?> rows) {
                for (int i = 0; i < rows.size(); i++) {
                    if (rows.get(i) instanceof Map<?, ?> row) {
                        var at = field.key() + "[" + i + "].";
                        field.children().values().stream()
                                .filter(Field::reckoned)
                                .forEach(child -> fault(child, row.get(child.key()), at + child.key(), faults));
                    }
                }
            }
        }
    }

    private static void fault(Field field, @Nullable Object value, String path, List<Fault> faults) {
        if (value == null && isRequired(field)) {
            faults.add(Fault.of(path, "process:no-result", field.label()));
        }
    }

    private static boolean isRequired(Field field) {
        return field.property("required").equals("true");
    }

    private static @Nullable Object rounded(Field field, @Nullable Object result) {
        var number = result instanceof Number ? number(result) : null;
        if (number == null) {
            return result instanceof String || result instanceof Boolean ? result : null;
        }
        var digits = field.property("decimals");
        var most = digits.matches("\\d") ? Integer.parseInt(digits) : "money".equals(field.component()) ? 2 : DIGITS;
        var round = number.setScale(most, RoundingMode.HALF_UP).stripTrailingZeros();
        // As whole numbers and others come out of the browser's answers.
        return round.scale() > 0 || round.precision() - round.scale() > 18
                ? (Object) round.doubleValue()
                : round.longValueExact() == round.intValue() ? (Object) round.intValue() : (Object) round.longValue();
    }

    private static Map<String, Object> scope(FormSchema form, Map<String, Object> answers) {
        var scope = new LinkedHashMap<String, Object>();
        form.fields().values().forEach(field -> scope.put(field.key(), value(field, answers.get(field.key()))));
        return scope;
    }

    /** What a cell's condition or formula sees: the row, and around it the answers. */
    Map<String, Object> scope(Field table, Map<?, ?> row, Map<String, Object> answers) {
        var scope = new LinkedHashMap<String, Object>(answers);
        scope.putAll(cells(table, row));
        return scope;
    }

    /** Numbers that were kept as text are reckoned as numbers. */
    private static @Nullable Object value(Field field, @Nullable Object value) {
        if (field.isTable() && value instanceof List<?> rows) {
            var known = new ArrayList<Object>();
            for (var row : rows) {
                known.add(cells(field, row instanceof Map<?, ?> given ? given : Map.of()));
            }
            return known;
        }
        return field.type().equals("number") && value instanceof String ? number(value) : value;
    }

    static @Nullable BigDecimal number(@Nullable Object value) {
        try {
            return value instanceof Number || value instanceof String text && text.length() <= 60
                    ? new BigDecimal(value.toString().strip())
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
