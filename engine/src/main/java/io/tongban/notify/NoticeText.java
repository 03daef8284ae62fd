package io.tongban.notify;

import io.tongban.kernel.Texts;
import java.util.List;
import java.util.Locale;
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
        return json.writeValueAsString(shorten(args));
    }

    /** Bounded, so that a notice always fits its row. */
    List<Object> shorten(List<Object> args) {
        if (args.size() > MOST_ARGS) {
            throw new IllegalArgumentException("more than " + MOST_ARGS + " arguments");
        }
        return args.stream().map(NoticeText::shorten).toList();
    }

    String read(String kind, String stored, Locale locale) {
        return render(kind, json.readValue(stored, LIST), locale);
    }

    String render(String kind, List<Object> args, Locale locale) {
        return texts.get(locale, "notice." + kind, args.toArray());
    }

    private static Object shorten(Object arg) {
        if (arg instanceof Number || arg instanceof Boolean) {
            return arg;
        }
        var text = arg.toString().replaceAll("\\p{Cntrl}+", " ");
        return text.codePointCount(0, text.length()) <= LONGEST_ARG
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_ARG)) + "…";
    }
}
