package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import io.tongban.process.engine.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    Changes(Forms forms, Titles titles) {
        this.forms = forms;
        this.titles = titles;
    }

    /** Those of a line of the trail that the reader may see. */
    List<Changed> of(EntryRow entry, Model model, Set<String> hidden, Locale locale) {
        var changes = entry.details().changes();
        if (changes == null || changes.isEmpty()) {
            return List.of();
        }
        var fields = fields(model);
        var english = locale.getLanguage().equals("en");
        var words = new ArrayList<Changed>();
        for (var change : changes) {
            if (!hidden.contains(change.field())) {
                var field = fields.get(change.field());
                words.add(new Changed(
                        change.field(),
                        field == null ? change.field() : field.label(),
                        words(field, change.before(), english),
                        words(field, change.after(), english)));
            }
        }
        return words;
    }

    private Map<String, Field> fields(Model model) {
        var fields = new LinkedHashMap<>(forms.of(model).fields());
        model.steps().values().stream()
                .filter(step -> step.form() != null)
                .forEach(step -> forms.of(model, step).fields().forEach(fields::putIfAbsent));
        return fields;
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
