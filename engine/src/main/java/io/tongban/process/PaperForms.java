package io.tongban.process;

import io.tongban.file.Files;
import io.tongban.file.StoredFile;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Texts;
import io.tongban.org.Department;
import io.tongban.org.Departments;
import io.tongban.process.FormSchema.Field;
import io.tongban.process.Paper.Item;
import io.tongban.process.Paper.Table;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers of a form in words, in the order of the form; what was not answered is left out. */
@Component
class PaperForms {

    private final Titles titles;
    private final Departments departments;
    private final Answers answers;
    private final Files files;
    private final Texts texts;

    PaperForms(Titles titles, Departments departments, Answers answers, Files files, Texts texts) {
        this.titles = titles;
        this.departments = departments;
        this.answers = answers;
        this.files = files;
        this.texts = texts;
    }

    List<Item> items(Actor reader, FormSchema form, Map<String, Object> given, Locale locale) {
        return new Reading(reader, form, given, locale).items();
    }

    /** The same by the keys of the fields; tables inside the form are left out. */
    Map<String, String> words(Actor reader, FormSchema form, Map<String, Object> given, Locale locale) {
        return new Reading(reader, form, given, locale).words();
    }

    /** The files among these answers. */
    List<StoredFile> files(FormSchema form, Map<String, Object> given) {
        var ids = form.files(given).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        var known = files.byIds(ids);
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private final class Reading {

        private final Actor reader;
        private final FormSchema form;
        private final Map<String, Object> given;
        private final Locale locale;
        private final Map<String, String> labels;
        private final Map<String, StoredFile> attached;
        private final Map<String, Map<String, String>> options = new HashMap<>();

        private Reading(Actor reader, FormSchema form, Map<String, Object> given, Locale locale) {
            this.reader = reader;
            this.form = form;
            this.given = given;
            this.locale = locale;
            this.labels = FieldLabels.of(form, locale);
            this.attached = files.byIds(
                    form.files(given).values().stream().flatMap(List::stream).toList());
        }

        private List<Item> items() {
            var items = new ArrayList<Item>();
            read(form.json(), items);
            return items;
        }

        private Map<String, String> words() {
            var words = new HashMap<String, String>();
            form.fields().values().stream()
                    .filter(field -> field.children().isEmpty())
                    .forEach(field -> words.put(field.key(), words(field, given.get(field.key()))));
            return words;
        }

        private void read(JsonNode parent, List<Item> items) {
            for (JsonNode node : parent.path("components")) {
                var key = node.path("key").asString(node.path("path").asString(""));
                var field = form.fields().get(key);
                if (field == null && node.path("components").isArray()) {
                    group(node, items);
                } else if (field != null && given.get(key) != null) {
                    field(field, given.get(key), items);
                }
            }
        }

        private void group(JsonNode node, List<Item> items) {
            var inside = new ArrayList<Item>();
            read(node, inside);
            if (!inside.isEmpty()) {
                var english = locale.getLanguage().equals("en")
                        ? node.path("properties").path("labelEn").asString("")
                        : "";
                var label = english.isEmpty() ? node.path("label").asString("") : english;
                if (!label.isBlank()) {
                    items.add(new Item(label, null, null));
                }
                items.addAll(inside);
            }
        }

        private void field(Field field, @Nullable Object value, List<Item> items) {
            var label = labels.getOrDefault(field.key(), field.label());
            if (!field.children().isEmpty() && value instanceof List<?> rows) {
                items.add(new Item(label, null, table(field, rows)));
            } else if (!field.children().isEmpty() && value instanceof Map<?, ?> cells) {
                items.add(new Item(label, null, table(field, List.of(cells))));
            } else {
                var text = words(field, value);
                if (!text.isBlank()) {
                    items.add(new Item(label, text, null));
                }
            }
        }

        private Table table(Field field, List<?> rows) {
            var columns = field.children().values().stream()
                    .filter(child -> rows.stream()
                            .anyMatch(row -> row instanceof Map<?, ?> cells && cells.get(child.key()) != null))
                    .toList();
            var own = labels.getOrDefault(field.key(), field.label()) + " · ";
            return new Table(
                    columns.stream()
                            .map(child -> labels.getOrDefault(field.key() + "." + child.key(), child.label()))
                            .map(label -> label.startsWith(own) ? label.substring(own.length()) : label)
                            .toList(),
                    rows.stream()
                            .map(row -> columns.stream()
                                    .map(child ->
                                            row instanceof Map<?, ?> cells ? words(child, cells.get(child.key())) : "")
                                    .toList())
                            .toList());
        }

        private String words(Field field, @Nullable Object value) {
            if (value instanceof List<?> list) {
                return list.stream().map(one -> words(field, one)).collect(Collectors.joining("、"));
            }
            if (value == null) {
                return "";
            }
            if (value instanceof Boolean ticked) {
                return texts.get(locale, ticked ? "paper.yes" : "paper.no");
            }
            var text = value.toString();
            if (field.type().equals("filepicker")) {
                var file = attached.get(text);
                return file == null ? "" : file.name();
            }
            if (field.type().equals("datetime")) {
                return moment(text);
            }
            if ("department".equals(field.component())) {
                return departments.find(text).map(Department::name).orElse(text);
            }
            return field.source() == null ? titles.words(field, value, english()) : chosen(field.source(), text);
        }

        /** What a list of a module called it; what is no longer on it says what was stored. */
        private String chosen(String source, String value) {
            return Objects.requireNonNull(options.computeIfAbsent(source, key -> {
                        var known = answers.source(key);
                        return known == null
                                ? Map.of()
                                : known.options(reader).stream()
                                        .collect(Collectors.toMap(
                                                FieldSource.Option::value,
                                                FieldSource.Option::label,
                                                (one, other) -> one));
                    }))
                    .getOrDefault(value, value);
        }

        private boolean english() {
            return locale.getLanguage().equals("en");
        }

        private String moment(String text) {
            var day = DateTimeFormatter.ofPattern(english() ? "d MMM yyyy" : "yyyy年M月d日", locale);
            try {
                return text.contains("T")
                        ? LocalDateTime.parse(text.substring(0, Math.min(16, text.length())))
                                .format(DateTimeFormatter.ofPattern(
                                        english() ? "d MMM yyyy HH:mm" : "yyyy年M月d日 HH:mm", locale))
                        : LocalDate.parse(text).format(day);
            } catch (DateTimeException e) {
                return text;
            }
        }
    }
}
