package io.tongban.kernel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Days and times as people say them; the year is said when it is another one than this. */
public final class DateWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private DateWords() {}

    /** {@code 11月27日}, {@code 2027年1月4日}; {@code 27 Nov}, {@code 4 Jan 2027}. */
    public static String day(Locale locale, LocalDate day, int thisYear) {
        var near = day.getYear() == thisYear;
        return english(locale)
                ? format(near ? "d MMM" : "d MMM yyyy", Locale.ENGLISH, day)
                : format(near ? "M月d日" : "yyyy年M月d日", Locale.SIMPLIFIED_CHINESE, day);
    }

    /** {@code 12月7日 周一}; {@code Mon 7 Dec}. */
    public static String weekday(Locale locale, LocalDate day, int thisYear) {
        return english(locale)
                ? format("EEE", Locale.ENGLISH, day) + " " + day(locale, day, thisYear)
                : day(locale, day, thisYear) + " " + format("E", Locale.SIMPLIFIED_CHINESE, day);
    }

    /** {@code 12月7日 周一 14:00}; {@code Mon 7 Dec 14:00}. */
    public static String time(Locale locale, LocalDateTime at, int thisYear) {
        return weekday(locale, at.toLocalDate(), thisYear) + " " + at.format(CLOCK);
    }

    /** {@code 12月7日 周一 14:00–15:00}; {@code 12月7日 周一 09:00 – 12月8日 周二 18:00}. */
    public static String span(Locale locale, Span span, int thisYear) {
        var sameDay = span.from().toLocalDate().equals(span.to().toLocalDate());
        return time(locale, span.from(), thisYear)
                + (sameDay ? "–" + span.to().format(CLOCK) : " – " + time(locale, span.to(), thisYear));
    }

    /** An argument of a sentence in words; what is no date stays as it is. */
    static Object words(Locale locale, Object arg, int thisYear) {
        if (arg instanceof LocalDate day) {
            return day(locale, day, thisYear);
        }
        if (arg instanceof LocalDateTime at) {
            return time(locale, at, thisYear);
        }
        if (arg instanceof Span span) {
            return span(locale, span, thisYear);
        }
        if (arg instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> String.valueOf(words(locale, one, thisYear)))
                    .collect(Collectors.joining(english(locale) ? ", " : "、"));
        }
        return arg;
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private static String format(String pattern, Locale locale, LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(pattern, locale));
    }
}
