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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What of earlier answers still goes into a form. What is merely unfinished stays, too long or too small as it may be;
 * only what the form could not show any more goes, and is named.
 */
@Component
class DraftFit {

    /** {@code dropped} holds paths such as {@code lines.amount}. */
    record Fit(Map<String, Object> answers, Set<String> dropped) {}

    private final People people;
    private final Departments departments;
    private final Answers answers;

    DraftFit(People people, Departments departments, Answers answers) {
        this.people = people;
        this.departments = departments;
        this.answers = answers;
    }

    /** {@code files} are the attachments that are still there. */
    Fit of(Actor actor, FormSchema form, Map<String, Object> stored, Set<String> files) {
        var dropped = new LinkedHashSet<String>();
        return new Fit(new Pass(actor, files, dropped).row("", form.fields(), stored), dropped);
    }

    /** One look through all answers. */
    private final class Pass {

        private final Actor actor;
        private final Set<String> files;
        private final Set<String> dropped;

        Pass(Actor actor, Set<String> files, Set<String> dropped) {
            this.actor = actor;
            this.files = files;
            this.dropped = dropped;
        }

        Map<String, Object> row(String prefix, Map<String, Field> fields, Map<?, ?> values) {
            var fitting = new LinkedHashMap<String, Object>();
            values.forEach((name, value) -> {
                var path = prefix + name;
                var field = fields.get(String.valueOf(name));
                var reckoned = field != null && field.reckoned();
                if (reckoned || value == null || value instanceof String text && text.isEmpty()) {
                    return;
                }
                var kept = field == null ? null : value(path, field, value);
                if (kept == null) {
                    dropped.add(path);
                } else {
                    fitting.put(String.valueOf(name), kept);
                }
            });
            return fitting;
        }

        private @Nullable Object value(String path, Field field, Object value) {
            return switch (field.type()) {
                case "textfield", "textarea" -> text(path, field, value);
                case "number" -> isNumber(value) ? value : null;
                case "checkbox" -> value instanceof Boolean ? value : null;
                case "select", "radio" -> choices(field).contains(value) ? value : null;
                case "checklist", "taglist" -> some(path, value, choices(field)::contains);
                case "datetime" -> isTime(field, value) ? value : null;
                case "filepicker" -> some(path, value, files::contains);
                case "dynamiclist" -> rows(path, field, value);
                case "group" -> value instanceof Map<?, ?> group ? row(path + ".", field.children(), group) : null;
                default -> null;
            };
        }

        private @Nullable Object text(String path, Field field, Object value) {
            if ("person".equals(field.component())) {
                return field.multiple()
                        ? some(path, value, one -> people.present(String.valueOf(one)))
                        : value instanceof String person && people.present(person) ? value : null;
            }
            if ("department".equals(field.component())) {
                return value instanceof String id && departments.find(id).isPresent() ? value : null;
            }
            return value instanceof String ? value : null;
        }

        /** Those of a list that fit; when none does, the whole is left out. */
        private @Nullable Object some(String path, Object value, java.util.function.Predicate<Object> fits) {
            if (!(value instanceof List<?> list)) {
                return null;
            }
            var kept = new ArrayList<Object>();
            for (var one : list) {
                if (one != null && fits.test(one)) {
                    kept.add(one);
                }
            }
            if (kept.size() < list.size()) {
                dropped.add(path);
            }
            return kept.isEmpty() && !list.isEmpty() ? null : kept;
        }

        private @Nullable Object rows(String path, Field field, Object value) {
            if (!(value instanceof List<?> list)) {
                return null;
            }
            var rows = new ArrayList<Object>();
            for (var one : list) {
                if (one instanceof Map<?, ?> row) {
                    rows.add(row(path + ".", field.children(), row));
                } else {
                    dropped.add(path);
                }
            }
            return rows;
        }

        private Set<Object> choices(Field field) {
            var source = field.source() == null ? null : answers.source(field.source());
            return source == null
                    ? Set.copyOf(field.values().keySet())
                    : source.options(actor).stream()
                            .<Object>map(FieldSource.Option::value)
                            .collect(java.util.stream.Collectors.toSet());
        }
    }

    private static boolean isNumber(Object value) {
        try {
            return value instanceof Number || value instanceof String text && new BigDecimal(text).precision() <= 30;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isTime(Field field, Object value) {
        var text = String.valueOf(value);
        try {
            switch (field.subtype() == null ? "datetime" : field.subtype()) {
                case "date" -> LocalDate.parse(text);
                case "time" -> LocalTime.parse(text);
                default -> LocalDateTime.parse(text);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
