package io.tongban.kernel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Sentences in the reader's language, from the modules' {@code messages.properties} (Chinese) and
 * {@code messages_en.properties}. Days, times and spans among the arguments are put into words.
 */
@Component
public class Texts {

    private final MessageSource messages;
    private final Clock clock;

    Texts(MessageSource messages, Clock clock, ZoneId zone) {
        this.messages = messages;
        this.clock = clock.withZone(zone);
    }

    /** In the language of the current call. */
    public String get(String key, Object... args) {
        return get(LocaleContextHolder.getLocale(), key, args);
    }

    public String get(Locale locale, String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, words(locale, args), key, locale));
    }

    private Object[] words(Locale locale, Object[] args) {
        if (args.length == 0) {
            return args;
        }
        var thisYear = LocalDate.now(clock).getYear();
        return Arrays.stream(args)
                .map(arg -> DateWords.words(locale, arg, thisYear))
                .toArray();
    }
}
