package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import io.tongban.process.engine.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers that were changed, before and after, in words. */
@Component
class Changes {

    private static final int LONGEST = 500;

    /**
     * One of them; empty words where there was or is no answer.
     *
     * @param label what the form calls the field
     */
    record Changed(String field, String label, String before, String after) {}

    private final Forms forms;
    private final Titles titles;
    private final Masks masks;

    Changes(Forms forms, Titles titles, Masks masks) {
        this.forms = forms;
        this.titles = titles;
        this.masks = masks;
    }

    /** Those of a line of the trail that the reader may see. */
    List<Changed> of(EntryRow entry, Model model, Sight.Seen seen, Locale locale) {
        var changes = entry.details().changes();
        if (changes == null || changes.isEmpty()) {
            return List.of();
        }
        var schemas = forms.all(model);
        var english = locale.getLanguage().equals("en");
        var words = new ArrayList<Changed>();
        for (var change : changes) {
            if (!Unseen.hides(seen.hidden(), change.field())) {
                words.add(changed(change, schemas, seen, english));
            }
        }
        return words;
    }

    private Changed changed(EntryDetail.Change change, Set<FormSchema> schemas, Sight.Seen reader, boolean english) {
        var path = change.field();
        var table = path.split("\\[", 2)[0];
        var form = schemas.stream()
                .filter(schema -> schema.fields().containsKey(table))
                .findFirst();
        var field = form.map(schema -> schema.fields().get(table)).orElse(null);
        var cell = field == null ? null : field.children().get(path.substring(path.indexOf('.') + 1));
        var of = cell != null && path.contains(".") ? cell : field;
        return new Changed(
                path,
                form.map(schema -> schema.labelOf(path, english)).orElse(path),
                words(of, seen(field, of, change.before(), reader), english),
                words(of, seen(field, of, change.after(), reader), english));
    }

    /** Without what is not to be seen, also in a row that came or went. */
    private @Nullable Object seen(
            @Nullable Field field, @Nullable Field of, @Nullable Object value, Sight.Seen reader) {
        if (field == null || of == null || value == null) {
            return value;
        }
        if (of != field || !of.isTable()) {
            var name = of == field ? of.key() : field.key() + "." + of.key();
            return reader.plain().test(name) ? value : masks.masked(of, value);
        }
        var rows =
                Unseen.without(Map.of(of.key(), value instanceof Map<?, ?> ? List.of(value) : value), reader.hidden());
        var shown = masks.of(Map.of(of.key(), of), rows, reader).getOrDefault(of.key(), List.of());
        return value instanceof Map<?, ?> && shown instanceof List<?> list ? list.get(0) : shown;
    }

    private String words(@Nullable Field field, @Nullable Object value, boolean english) {
        var text = brief(field, value, english);
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }

    private String brief(@Nullable Field field, @Nullable Object value, boolean english) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> brief(field, one, english))
                    .collect(
                            Collectors.joining(field != null && field.children().isEmpty() ? ", " : "\n"));
        }
        if (value instanceof Map<?, ?> row) {
            return row.entrySet().stream()
                    .map(cell -> {
                        var child = field == null ? null : field.children().get(String.valueOf(cell.getKey()));
                        return (child == null ? String.valueOf(cell.getKey()) : child.label()) + " "
                                + brief(child, cell.getValue(), english);
                    })
                    .collect(Collectors.joining(", "));
        }
        return value instanceof Boolean ticked ? (ticked ? "✓" : "✗") : titles.words(field, value, english);
    }
}
