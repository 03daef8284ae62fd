package io.tongban.notify;

import io.tongban.kernel.Span;
import io.tongban.kernel.Texts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The sentence of a notice: arguments are stored, words are chosen when it is read. */
@Component
class NoticeText {

    static final int MOST_ARGS = 10;
    private static final int LONGEST_ARG = 200;
    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};

    private final Texts texts;
    private final JsonMapper json;

    NoticeText(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    String store(List<Object> args) {
        return json.writeValueAsString(
                shorten(args).stream().map(NoticeText::stored).toList());
    }

    /** Bounded, so that a notice always fits its row. */
    List<Object> shorten(List<Object> args) {
        if (args.size() > MOST_ARGS) {
            throw new IllegalArgumentException("more than " + MOST_ARGS + " arguments");
        }
        return args.stream().map(NoticeText::shorten).toList();
    }

    String read(String kind, String stored, Locale locale) {
        return render(
                kind,
                json.readValue(stored, LIST).stream()
                        .map(NoticeText::remembered)
                        .toList(),
                locale);
    }

    String render(String kind, List<Object> args, Locale locale) {
        return texts.get(locale, "notice." + kind, args.toArray());
    }

    /** Dates keep being dates, so that each reader gets them in words. */
    private static Object stored(Object arg) {
        if (arg instanceof LocalDate day) {
            return Map.of("day", day.toString());
        }
        if (arg instanceof LocalDateTime at) {
            return Map.of("time", at.toString());
        }
        if (arg instanceof Span span) {
            return Map.of("from", span.from().toString(), "to", span.to().toString());
        }
        return arg instanceof List<?> several
                ? several.stream().map(NoticeText::stored).toList()
                : arg;
    }

    private static Object remembered(Object stored) {
        if (stored instanceof List<?> several) {
            return several.stream().map(NoticeText::remembered).toList();
        }
        if (!(stored instanceof Map<?, ?> parts)) {
            return stored;
        }
        if (parts.containsKey("day")) {
            return LocalDate.parse(String.valueOf(parts.get("day")));
        }
        return parts.containsKey("time")
                ? LocalDateTime.parse(String.valueOf(parts.get("time")))
                : new Span(
                        LocalDateTime.parse(String.valueOf(parts.get("from"))),
                        LocalDateTime.parse(String.valueOf(parts.get("to"))));
    }

    private static Object shorten(Object arg) {
        if (arg instanceof Number
                || arg instanceof Boolean
                || arg instanceof LocalDate
                || arg instanceof LocalDateTime
                || arg instanceof Span) {
            return arg;
        }
        if (arg instanceof List<?> several) {
            return several.stream().map(NoticeText::shorten).toList();
        }
        var text = arg.toString().replaceAll("\\p{Cntrl}+", " ");
        return text.codePointCount(0, text.length()) <= LONGEST_ARG
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_ARG)) + "…";
    }
}
