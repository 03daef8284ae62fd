package io.tongban.calendar;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A length of working time: so many working days of the calendar, and minutes beside them. Written as ISO 8601 writes
 * durations, {@code P2D}, {@code PT8H}, {@code P1DT4H}.
 *
 * @param days working days, each as long as the office hours of a day
 * @param minutes working minutes
 */
public record WorkingSpan(int days, int minutes) {

    /** What a timer of a model puts in front of it, {@code working:PT8H}: without it a duration is time that passes. */
    public static final String MARK = "working:";

    private static final Pattern TEXT =
            Pattern.compile("P(?:(\\d{1,6})D)?(?:T(?=\\d)(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?)?");
    private static final int MOST_DAYS = 250;
    private static final int MOST_MINUTES = 2_000 * 60;

    /** Whether a text says that it is meant in working time. */
    public static boolean isMarked(String text) {
        return text.startsWith(MARK);
    }

    /** The length in a text that begins with {@link #MARK}. */
    public static WorkingSpan marked(String text) {
        return of(text.substring(MARK.length()));
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with it */
    public static WorkingSpan of(String text) {
        var found = TEXT.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("“" + text + "” " + wrong(text));
        }
        var span = new WorkingSpan(number(found.group(1)), number(found.group(2)) * 60 + number(found.group(3)));
        if (span.days == 0 && span.minutes == 0) {
            throw new IllegalArgumentException("“" + text + "” is no time at all");
        }
        if (span.days > MOST_DAYS || span.minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("“" + text + "” is longer than a year of work");
        }
        return span;
    }

    private static String wrong(String text) {
        var days = text.contains("T") ? text.substring(0, text.indexOf('T')) : text;
        if (text.contains("-")) {
            return "is less than no time";
        }
        if (days.matches("P[\\dYMWD.,]*[YM][\\dYMWD.,]*")) {
            return "is in years or months, which are no working time: say working days, as in P5D";
        }
        if (days.contains("W")) {
            return "is in weeks: say working days, as in P5D";
        }
        if (text.matches("P.*T.*\\dS")) {
            return "is in seconds: working time is counted in minutes, as in PT30M";
        }
        return "is no working time such as PT8H (eight working hours) or P2D (two working days)";
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** So many times as long. */
    public WorkingSpan times(int factor) {
        return new WorkingSpan(days * factor, minutes * factor);
    }

    /** Working minutes with days of this length. */
    public int minutes(int minutesPerDay) {
        return days * minutesPerDay + minutes;
    }
}
