package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.process.FormSchema.Field;
import io.tongban.process.engine.Feel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks answers against a form; the browser checks the same schema, but only this counts. */
@Component
class Answers {

    static final int ROWS = 500;

    private final Feel feel;
    private final FieldChecks checks;
    private final Formulas formulas;
    private final Map<String, FieldSource> sources;

    Answers(Feel feel, FieldChecks checks, Formulas formulas, List<FieldSource> sources) {
        this.feel = feel;
        this.checks = checks;
        this.formulas = formulas;
        this.sources = sources.stream().collect(Collectors.toMap(FieldSource::key, s -> s));
    }

    @Nullable
    FieldSource source(String key) {
        return sources.get(key);
    }

    Set<String> sources() {
        return sources.keySet();
    }

    /** Merges what a person wrote into what stands, or throws 422 with every fault at once. */
    Map<String, Object> merge(
            Actor actor, FormSchema form, Map<String, Object> standing, Map<String, Object> given, Rights rights) {
        var faults = new ArrayList<Fault>();
        var merged = new LinkedHashMap<String, Object>(standing);
        given.forEach((key, value) -> put(form.fields().get(key), key, value, standing, merged, rights, faults));
        formulas.reckon(form, merged);
        var reckoned = new LinkedHashMap<>(merged);
        form.hidden(merged, feel).forEach(merged::remove);
        form.fields().values().stream()
                .filter(field -> field.isTable() && rights.writes(field.key()))
                .forEach(field -> withoutHiddenCells(field, merged));
        if (!reckoned.equals(merged)) {
            formulas.reckon(form, merged);
        }
        var hidden = form.hidden(merged, feel);
        for (var field : form.fields().values()) {
            var written = rights.writes(field.key()) || rights.writesSome(field);
            if (!hidden.contains(field.key()) && written && !field.reckoned()) {
                var value = merged.get(field.key());
                if (value != null) {
                    check(actor, field, value, merged, rights, faults);
                } else if (field.validate().path("required").asBoolean(false) || rights.requires(field.key())) {
                    faults.add(Fault.of(field.key(), "process:required", field.label()));
                }
            }
        }
        formulas.faults(form, merged, hidden, rights, faults);
        if (!faults.isEmpty()) {
            var problem = Problem.refused("kernel:invalid");
            faults.forEach(f -> problem.field("answers." + f.path(), f.code(), f.args()));
            throw problem;
        }
        return merged;
    }

    private static void put(
            @Nullable Field field,
            String key,
            @Nullable Object value,
            Map<String, Object> standing,
            Map<String, Object> merged,
            Rights rights,
            List<Fault> faults) {
        if (field == null) {
            faults.add(Fault.of(key, "process:unknown-field", key));
        } else if (rights.hides(key)) {
            // Also where it is the same: nobody finds out by trying.
            faults.add(Fault.of(key, "process:hidden-field", key));
        } else if (field.reckoned()) {
            return;
        } else if (rights.writesSome(field) || rights.writes(key) && rights.hidesCells(field, standing.get(key))) {
            merged.put(key, Columns.merge(field, standing.get(key), value, rights, faults));
        } else if (!rights.writes(key)) {
            if (!Objects.equals(standing.get(key), value)) {
                faults.add(Fault.of(key, "process:read-only", field.label()));
            }
        } else if (value == null || isEmpty(value)) {
            merged.remove(key);
        } else if (field.isTable() && rights.hidesCells(field, value)) {
            faults.add(Fault.of(key, "process:hidden-field", field.label()));
        } else {
            merged.put(key, value);
        }
    }

    private void check(
            Actor actor, Field field, Object value, Map<String, Object> merged, Rights rights, List<Fault> faults) {
        var source = field.source() == null ? null : sources.get(field.source());
        if (field.isTable() || field.type().equals("group")) {
            rows(actor, field, value, merged, rights, faults);
        } else {
            checks.check(actor, field, value, field.key(), source, faults);
        }
    }

    private void rows(
            Actor actor, Field field, Object value, Map<String, Object> merged, Rights rights, List<Fault> faults) {
        boolean list = field.isTable();
        var path = field.key();
        if (!(list ? value instanceof List<?> : value instanceof Map<?, ?>)) {
            faults.add(Fault.wrong(field, path));
            return;
        }
        List<?> rows = list ? (List<?>) value : List.of(value);
        if (rows.size() > ROWS) {
            faults.add(Fault.of(path, "process:too-many-rows", field.label(), ROWS));
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            var at = list ? path + "[" + i + "]" : path;
            if (rows.get(i) instanceof Map<?, ?> row) {
                row(actor, field, row, at, merged, rights, faults);
            } else {
                faults.add(Fault.wrong(field, at));
            }
        }
    }

    private void row(
            Actor actor,
            Field table,
            Map<?, ?> row,
            String at,
            Map<String, Object> merged,
            Rights rights,
            List<Fault> faults) {
        row.keySet().stream()
                .filter(key -> !table.children().containsKey(String.valueOf(key)))
                .forEach(key -> faults.add(Fault.of(at + "." + key, "process:unknown-field", key)));
        for (var child : table.children().values()) {
            var name = table.key() + "." + child.key();
            var cell = row.get(child.key());
            if (child.reckoned() || rights.hides(name)) {
                continue;
            }
            if (cell != null && !isEmpty(cell)) {
                var source = child.source() == null ? null : sources.get(child.source());
                checks.check(actor, child, cell, at + "." + child.key(), source, faults);
            } else if ((child.validate().path("required").asBoolean(false) || rights.requires(name))
                    && !hides(child, table, row, merged)) {
                faults.add(Fault.of(at + "." + child.key(), "process:required", child.label()));
            }
        }
    }

    /** A cell that its condition hides is no answer, as a field that is hidden is none. */
    private void withoutHiddenCells(Field table, Map<String, Object> merged) {
        if (table.children().values().stream().allMatch(child -> child.hide() == null)
                || !(merged.get(table.key()) instanceof List<?> rows)) {
            return;
        }
        var left = new ArrayList<Object>();
        for (var row : rows) {
            if (row instanceof Map<?, ?> cells) {
                var seen = new LinkedHashMap<Object, Object>(cells);
                table.children().values().stream()
                        .filter(child -> hides(child, table, cells, merged))
                        .forEach(child -> seen.remove(child.key()));
                left.add(seen);
            } else {
                left.add(row);
            }
        }
        merged.put(table.key(), left);
    }

    private boolean hides(Field child, Field table, Map<?, ?> row, Map<String, Object> merged) {
        return child.hide() != null && feel.holds(child.hide(), formulas.scope(table, row, merged));
    }

    static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof List<?> list && list.isEmpty();
    }
}
