package io.tongban.process;

import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.FormSchema.Field;
import io.tongban.process.engine.Model;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills a model's title, {@code {type} {days} 天}, with the labels of answers and facts. */
@Component
class Titles {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)\\}");
    private static final int MAX = 300;

    private final Forms forms;
    private final People people;

    Titles(Forms forms, People people) {
        this.forms = forms;
        this.people = people;
    }

    /** Whether all that the title names is at hand; what only an earlier step knew stays as it was said then. */
    boolean known(Model model, Work work) {
        return PLACE.matcher(model.title().zh())
                .results()
                .allMatch(place -> work.value(place.group(1), name -> null) != null);
    }

    String render(Model model, Work work, boolean english) {
        var template = english ? model.title().en() : model.title().zh();
        var fields = model.form() == null
                ? java.util.Map.<String, Field>of()
                : forms.of(model).fields();
        var text = PLACE.matcher(template)
                .replaceAll(place -> java.util.regex.Matcher.quoteReplacement(
                        words(fields.get(place.group(1)), work.value(place.group(1), name -> null), english)))
                .strip();
        return text.length() <= MAX ? text : text.substring(0, text.offsetByCodePoints(0, 140)) + "…";
    }

    String nameOf(String personId) {
        return people.find(personId).map(Person::name).orElse("");
    }

    String words(@Nullable Field field, @Nullable Object value, boolean english) {
        if (value == null) {
            return "";
        }
        var option = field == null ? null : field.values().get(value.toString());
        if (option != null) {
            return english ? option.en() : option.zh();
        }
        if (field != null && field.type().equals("datetime")) {
            return date(value.toString(), english);
        }
        if (field != null && "person".equals(field.component())) {
            return nameOf(value.toString());
        }
        return value instanceof Number
                ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private static String date(String text, boolean english) {
        var day = english
                ? DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH)
                : DateTimeFormatter.ofPattern("M月d日", Locale.SIMPLIFIED_CHINESE);
        try {
            return text.contains("T")
                    ? LocalDateTime.parse(text).format(day)
                    : LocalDate.parse(text).format(day);
        } catch (DateTimeException e) {
            return text;
        }
    }
}
