package io.tongban.process;

import io.tongban.process.FormSchema.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A few of the answers in words, so that drafts of one process can be told apart. */
@Component
class DraftSummary {

    private static final int PARTS = 3;
    private static final int LONGEST = 24;
    private static final Set<String> TOLD = Set.of("textfield", "textarea", "number", "select", "radio", "datetime");

    private final Titles titles;

    DraftSummary(Titles titles) {
        this.titles = titles;
    }

    String of(FormSchema form, Map<String, Object> answers, boolean english) {
        var parts = form.fields().values().stream()
                .filter(DraftSummary::isTold)
                .filter(field -> answers.get(field.key()) instanceof String text && !text.isBlank()
                        || answers.get(field.key()) instanceof Number)
                .limit(PARTS)
                .map(field -> shorten(titles.words(field, answers.get(field.key()), english)))
                .filter(words -> !words.isEmpty())
                .toList();
        return String.join(" · ", parts);
    }

    /** What is kept as an id, people aside, says nothing. */
    private static boolean isTold(Field field) {
        return TOLD.contains(field.type())
                && field.source() == null
                && (field.component() == null || field.component().equals("person"));
    }

    private static String shorten(String words) {
        var line = List.of(words.strip().split("\\R", 2)).get(0).strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
