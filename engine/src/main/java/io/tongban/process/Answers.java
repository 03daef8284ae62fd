package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.process.FormSchema.Field;
import io.tongban.process.engine.Feel;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks answers against a form; the browser checks the same schema, but only this counts. */
@Component
class Answers {

    private static final int TEXT = 4_000;
    private static final int ROWS = 500;
    private static final int FILES = 20;

    /** One refused answer: path inside {@code answers}, problem code, arguments. */
    private record Fault(String path, String code, Object[] args) {}

    private final Feel feel;
    private final People people;
    private final Departments departments;
    private final Map<String, FieldSource> sources;

    Answers(Feel feel, People people, Departments departments, List<FieldSource> sources) {
        this.feel = feel;
        this.people = people;
        this.departments = departments;
        this.sources = sources.stream().collect(Collectors.toMap(FieldSource::key, s -> s));
    }

    @Nullable
    FieldSource source(String key) {
        return sources.get(key);
    }

    Set<String> sources() {
        return sources.keySet();
    }

    /**
     * Merges what a person wrote into what stands, or throws 422 with every fault at once.
     *
     * @param write keys the person may write, null for all
     * @param required keys that the step requires beyond the form's own rules
     */
    Map<String, Object> merge(
            Actor actor,
            FormSchema form,
            Map<String, Object> standing,
            Map<String, Object> given,
            @Nullable Set<String> write,
            Set<String> required) {
        var faults = new ArrayList<Fault>();
        var merged = new LinkedHashMap<String, Object>(standing);
        given.forEach((key, value) -> {
            var field = form.fields().get(key);
            if (field == null) {
                faults.add(fault(key, "process:unknown-field", key));
            } else if (write != null && Columns.some(field, write)) {
                merged.put(
                        key,
                        Columns.merge(
                                field,
                                standing.get(key),
                                value,
                                write,
                                (path, label) -> faults.add(fault(path, "process:read-only", label))));
            } else if (write != null && !write.contains(key)) {
                if (!java.util.Objects.equals(standing.get(key), value)) {
                    faults.add(fault(key, "process:read-only", field.label()));
                }
            } else if (isEmpty(value)) {
                merged.remove(key);
            } else {
                merged.put(key, value);
            }
        });
        form.hidden(merged, feel).forEach(merged::remove);
        var hidden = form.hidden(merged, feel);
        for (var field : form.fields().values()) {
            var written = write == null || write.contains(field.key()) || Columns.some(field, write);
            if (!hidden.contains(field.key()) && written) {
                var value = merged.get(field.key());
                if (value == null) {
                    if (field.validate().path("required").asBoolean(false) || required.contains(field.key())) {
                        faults.add(fault(field.key(), "process:required", field.label()));
                    }
                } else {
                    check(actor, field, value, field.key(), faults);
                }
            }
        }
        if (!faults.isEmpty()) {
            var problem = Problem.refused("kernel:invalid");
            faults.forEach(f -> problem.field("answers." + f.path(), f.code(), f.args()));
            throw problem;
        }
        return merged;
    }

    private void check(Actor actor, Field field, Object value, String path, List<Fault> faults) {
        switch (field.type()) {
            case "textfield", "textarea" -> text(field, value, path, faults);
            case "number" -> number(field, value, path, faults);
            case "checkbox" -> {
                if (!(value instanceof Boolean ticked)) {
                    faults.add(wrong(field, path));
                } else if (!ticked && field.validate().path("required").asBoolean(false)) {
                    faults.add(fault(path, "process:required", field.label()));
                }
            }
            case "select", "radio" -> choice(actor, field, value, path, faults);
            case "checklist", "taglist" -> {
                if (value instanceof List<?> list && list.size() <= ROWS) {
                    list.forEach(one -> choice(actor, field, one, path, faults));
                } else {
                    faults.add(wrong(field, path));
                }
            }
            case "datetime" -> time(field, value, path, faults);
            case "filepicker" -> {
                if (!(value instanceof List<?> list)
                        || list.size() > (field.multiple() ? FILES : 1)
                        || !list.stream().allMatch(String.class::isInstance)) {
                    faults.add(wrong(field, path));
                }
            }
            case "dynamiclist", "group" -> rows(actor, field, value, path, faults);
            default -> faults.add(fault(path, "process:unknown-field", field.key()));
        }
    }

    private void text(Field field, Object value, String path, List<Fault> faults) {
        if ("person".equals(field.component()) && field.multiple()) {
            several(field, value, path, faults);
            return;
        }
        if (!(value instanceof String text) || text.indexOf('\0') >= 0) {
            faults.add(wrong(field, path));
            return;
        }
        if ("person".equals(field.component())) {
            if (!people.present(text)) {
                faults.add(fault(path, "process:no-such-person", field.label()));
            }
            return;
        }
        if ("department".equals(field.component())) {
            if (departments.find(text).isEmpty()) {
                faults.add(fault(path, "process:no-such-department", field.label()));
            }
            return;
        }
        int max = Math.min(TEXT, field.validate().path("maxLength").asInt(TEXT));
        int min = field.validate().path("minLength").asInt(0);
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            faults.add(fault(path, "process:too-long", field.label(), max));
        } else if (length < min) {
            faults.add(fault(path, "process:too-short", field.label(), min));
        } else if (field.validate().hasNonNull("pattern")
                && !Pattern.compile(field.validate().get("pattern").asString())
                        .matcher(text)
                        .matches()) {
            faults.add(wrong(field, path));
        }
    }

    /** Everybody is somebody who is here, and nobody is named twice. */
    private void several(Field field, Object value, String path, List<Fault> faults) {
        if (!(value instanceof List<?> list)
                || list.size() > ROWS
                || !list.stream().allMatch(String.class::isInstance)
                || list.stream().distinct().count() < list.size()) {
            faults.add(wrong(field, path));
            return;
        }
        var ids = list.stream().map(String.class::cast).toList();
        if (people.present(ids).size() < ids.size()) {
            faults.add(fault(path, "process:no-such-person", field.label()));
        }
    }

    private static void number(Field field, Object value, String path, List<Fault> faults) {
        BigDecimal number;
        try {
            number = new BigDecimal(value instanceof Number || value instanceof String ? value.toString() : "-");
        } catch (NumberFormatException e) {
            faults.add(wrong(field, path));
            return;
        }
        if (number.precision() > 30 || Math.abs(number.scale()) > 30) {
            faults.add(wrong(field, path));
        } else if (field.validate().hasNonNull("min")
                && number.compareTo(field.validate().get("min").asDecimal()) < 0) {
            faults.add(fault(
                    path,
                    "process:too-small",
                    field.label(),
                    field.validate().get("min").asString()));
        } else if (field.validate().hasNonNull("max")
                && number.compareTo(field.validate().get("max").asDecimal()) > 0) {
            faults.add(fault(
                    path,
                    "process:too-big",
                    field.label(),
                    field.validate().get("max").asString()));
        }
    }

    private void choice(Actor actor, Field field, Object value, String path, List<Fault> faults) {
        var source = field.source() == null ? null : sources.get(field.source());
        boolean known = source == null
                ? value instanceof String text && field.values().containsKey(text)
                : source.options(actor).stream().anyMatch(o -> o.value().equals(value));
        if (!known) {
            faults.add(fault(path, "process:no-such-choice", field.label()));
        }
    }

    private static void time(Field field, Object value, String path, List<Fault> faults) {
        var text = String.valueOf(value);
        try {
            switch (field.subtype() == null ? "datetime" : field.subtype()) {
                case "date" -> LocalDate.parse(text);
                case "time" -> LocalTime.parse(text);
                default -> LocalDateTime.parse(text);
            }
        } catch (DateTimeException e) {
            faults.add(fault(path, "process:not-a-time", field.label()));
        }
    }

    private void rows(Actor actor, Field field, Object value, String path, List<Fault> faults) {
        boolean list = field.type().equals("dynamiclist");
        if (!(list ? value instanceof List<?> : value instanceof Map<?, ?>)) {
            faults.add(wrong(field, path));
            return;
        }
        List<?> rows = list ? (List<?>) value : List.of(value);
        if (rows.size() > ROWS) {
            faults.add(fault(path, "process:too-many-rows", field.label(), ROWS));
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            var at = list ? path + "[" + i + "]" : path;
            if (!(rows.get(i) instanceof Map<?, ?> row)) {
                faults.add(wrong(field, at));
                continue;
            }
            row.keySet().stream()
                    .filter(key -> !field.children().containsKey(String.valueOf(key)))
                    .forEach(key -> faults.add(fault(at + "." + key, "process:unknown-field", key)));
            for (var child : field.children().values()) {
                var cell = row.get(child.key());
                if (cell != null && !isEmpty(cell)) {
                    check(actor, child, cell, at + "." + child.key(), faults);
                } else if (child.validate().path("required").asBoolean(false)) {
                    faults.add(fault(at + "." + child.key(), "process:required", child.label()));
                }
            }
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof List<?> list && list.isEmpty();
    }

    private static Fault wrong(Field field, String path) {
        return fault(path, "process:wrong-type", field.label());
    }

    private static Fault fault(String path, String code, Object... args) {
        return new Fault(path, code, args);
    }
}
