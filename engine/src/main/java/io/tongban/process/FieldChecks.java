package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.process.FormSchema.Field;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether one answer is of the kind that its field takes. */
@Component
class FieldChecks {

    private static final int TEXT = 4_000;
    private static final int FILES = 20;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,19}");
    private static final Pattern WRITTEN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private final People people;
    private final Departments departments;
    private final Map<String, OfficeField> office;

    FieldChecks(People people, Departments departments, List<OfficeField> office) {
        this.people = people;
        this.departments = departments;
        this.office = office.stream().collect(Collectors.toMap(OfficeField::component, f -> f));
    }

    @Nullable
    OfficeField office(Field field) {
        return field.component() == null ? null : office.get(field.component());
    }

    void check(Actor actor, Field field, Object value, String path, @Nullable FieldSource source, List<Fault> faults) {
        var before = faults.size();
        switch (field.type()) {
            case "textfield", "textarea" -> text(field, value, path, faults);
            case "number" -> number(field, value, path, faults);
            case "checkbox" -> {
                if (!(value instanceof Boolean ticked)) {
                    faults.add(Fault.wrong(field, path));
                } else if (!ticked && field.validate().path("required").asBoolean(false)) {
                    faults.add(Fault.of(path, "process:required", field.label()));
                }
            }
            case "select", "radio" -> choice(actor, field, value, path, source, faults);
            case "checklist", "taglist" -> {
                if (value instanceof List<?> list && list.size() <= Answers.ROWS) {
                    list.forEach(one -> choice(actor, field, one, path, source, faults));
                } else {
                    faults.add(Fault.wrong(field, path));
                }
            }
            case "datetime" -> time(field, value, path, faults);
            case "filepicker" -> {
                if (!(value instanceof List<?> list)
                        || list.size() > (field.multiple() ? FILES : 1)
                        || !list.stream().allMatch(String.class::isInstance)) {
                    faults.add(Fault.wrong(field, path));
                }
            }
            default -> faults.add(Fault.of(path, "process:unknown-field", field.key()));
        }
        var own = office(field);
        var fault = own == null || faults.size() > before ? null : own.fault(field, value);
        if (fault != null) {
            faults.add(Fault.of(path, fault, field.label()));
        }
    }

    private void text(Field field, Object value, String path, List<Fault> faults) {
        if ("person".equals(field.component()) && field.multiple()) {
            several(field, value, path, faults);
            return;
        }
        if (!(value instanceof String text) || text.indexOf('\0') >= 0) {
            faults.add(Fault.wrong(field, path));
            return;
        }
        if ("person".equals(field.component())) {
            if (!people.present(text)) {
                faults.add(Fault.of(path, "process:no-such-person", field.label()));
            }
            return;
        }
        if ("department".equals(field.component())) {
            if (departments.find(text).isEmpty()) {
                faults.add(Fault.of(path, "process:no-such-department", field.label()));
            }
            return;
        }
        int max = Math.min(TEXT, field.validate().path("maxLength").asInt(TEXT));
        int min = field.validate().path("minLength").asInt(0);
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            faults.add(Fault.of(path, "process:too-long", field.label(), max));
        } else if (length < min) {
            faults.add(Fault.of(path, "process:too-short", field.label(), min));
        } else if (is(field, "email") && !EMAIL.matcher(text).matches()) {
            faults.add(Fault.of(path, "process:not-an-email", field.label()));
        } else if (is(field, "phone") && !PHONE.matcher(text).matches()) {
            faults.add(Fault.of(path, "process:not-a-phone", field.label()));
        } else if (field.validate().hasNonNull("pattern")
                && !Pattern.compile(field.validate().get("pattern").asString())
                        .matcher(text)
                        .matches()) {
            faults.add(Fault.wrong(field, path));
        }
    }

    private static boolean is(Field field, String type) {
        return field.validate().path("validationType").asString("").equals(type);
    }

    /** Everybody is somebody who is here, and nobody is named twice. */
    private void several(Field field, Object value, String path, List<Fault> faults) {
        if (!(value instanceof List<?> list)
                || list.size() > Answers.ROWS
                || !list.stream().allMatch(String.class::isInstance)
                || list.stream().distinct().count() < list.size()) {
            faults.add(Fault.wrong(field, path));
            return;
        }
        var ids = list.stream().map(String.class::cast).toList();
        if (people.present(ids).size() < ids.size()) {
            faults.add(Fault.of(path, "process:no-such-person", field.label()));
        }
    }

    private static void number(Field field, Object value, String path, List<Fault> faults) {
        var number = Formulas.number(value);
        if (number == null
                || value instanceof String text
                        && !WRITTEN.matcher(text.strip()).matches()
                || number.precision() > 30
                || Math.abs(number.scale()) > 30) {
            faults.add(Fault.wrong(field, path));
            return;
        }
        var digits = field.node().path("decimalDigits").asInt(30);
        if (number.stripTrailingZeros().scale() > digits) {
            faults.add(
                    digits == 0
                            ? Fault.of(path, "process:not-whole", field.label())
                            : Fault.of(path, "process:too-many-digits", field.label(), digits));
            return;
        }
        bound(field, "min", number, path, faults);
        bound(field, "max", number, path, faults);
    }

    private static void bound(Field field, String name, BigDecimal number, String path, List<Fault> faults) {
        var bound = Formulas.number(field.validate().path(name).asString(""));
        var sign = bound == null ? 0 : number.compareTo(bound);
        if (name.equals("min") ? sign < 0 : sign > 0) {
            faults.add(Fault.of(
                    path,
                    name.equals("min") ? "process:too-small" : "process:too-big",
                    field.label(),
                    field.validate().path(name).asString("")));
        }
    }

    private static void choice(
            Actor actor, Field field, Object value, String path, @Nullable FieldSource source, List<Fault> faults) {
        boolean known = source == null
                ? value instanceof String text && field.values().containsKey(text)
                : source.options(actor).stream().anyMatch(o -> o.value().equals(value));
        if (!known) {
            faults.add(Fault.of(path, "process:no-such-choice", field.label()));
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
            faults.add(Fault.of(path, "process:not-a-time", field.label()));
        }
    }
}
