package io.tongban.leave;

import io.tongban.calendar.DayKind;
import io.tongban.calendar.WorkingHours;
import io.tongban.kernel.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Amounts, days and periods as people say them, in the language of the call. */
@Component
class LeaveWords {

    private final Texts texts;

    LeaveWords(Texts texts) {
        this.texts = texts;
    }

    String type(LeaveType type) {
        return type.name(LocaleContextHolder.getLocale());
    }

    /** Such as {@code 2 天}, {@code 0.5 天}, {@code 3 小时}, {@code 1 天 3 小时}. */
    String amount(int minutes, int perDay) {
        return amount(LocaleContextHolder.getLocale(), minutes, perDay);
    }

    String amount(Locale locale, int minutes, int perDay) {
        if (minutes % (perDay / 2) == 0) {
            var days = BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(perDay), 1, RoundingMode.HALF_UP);
            return counted(locale, "leave.days", days);
        }
        int days = minutes / perDay;
        var hours = BigDecimal.valueOf(minutes % perDay).divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
        var rest = counted(locale, "leave.hours", hours);
        return days == 0 ? rest : counted(locale, "leave.days", BigDecimal.valueOf(days)) + " " + rest;
    }

    String period(LocalDateTime start, LocalDateTime end) {
        if (start.toLocalDate().equals(end.toLocalDate())) {
            return day(start.toLocalDate()) + " " + time(start) + "–" + time(end);
        }
        if (end.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return day(start.toLocalDate()) + " " + time(start) + " – "
                    + day(end.toLocalDate().minusDays(1)) + " 24:00";
        }
        return day(start.toLocalDate()) + " " + time(start) + " – " + day(end.toLocalDate()) + " " + time(end);
    }

    /**
     * For a title: whole days without the time, {@code 12月4日–7日}, {@code Dec 4–7}; otherwise
     * {@code 11月25日 13:00–18:00}.
     */
    String shortPeriod(Locale locale, LocalDateTime start, LocalDateTime end, WorkingHours hours) {
        var first = start.toLocalDate();
        var untilMidnight = end.toLocalTime().equals(LocalTime.MIDNIGHT);
        var last = untilMidnight ? end.toLocalDate().minusDays(1) : end.toLocalDate();
        var whole = !start.toLocalTime().isAfter(hours.morning().start())
                && (untilMidnight
                        || !end.toLocalTime().isBefore(hours.afternoon().end()));
        var english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        var from = shortDay(locale, first);
        if (!whole) {
            var space = english ? ", " : " ";
            var until = untilMidnight ? "24:00" : time(end);
            return from
                    + space
                    + time(start)
                    + (first.equals(last) ? "–" + until : " – " + shortDay(locale, last) + space + until);
        }
        if (first.equals(last)) {
            return from;
        }
        if (YearMonth.from(first).equals(YearMonth.from(last))) {
            return from + "–" + last.getDayOfMonth() + (english ? "" : "日");
        }
        return from + (english ? " – " : "–") + shortDay(locale, last);
    }

    private static String shortDay(Locale locale, LocalDate date) {
        var english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return date.format(DateTimeFormatter.ofPattern(english ? "MMM d" : "M月d日", locale));
    }

    /** Days as a plain number. */
    static String days(int minutes, int perDay) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(perDay), 3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The make-up days that cost something, or no words at all; such as {@code 2月14日是调休上班日。} */
    String makeUpDays(LeaveCount count) {
        var days = count.days().stream()
                .filter(day -> day.day().kind() == DayKind.MAKEUP && day.minutes() > 0)
                .map(day -> day(day.day().date()))
                .collect(Collectors.joining(texts.get("leave.comma")));
        return days.isEmpty() ? "" : texts.get("leave.make-up-days", days);
    }

    private String day(LocalDate date) {
        var locale = LocaleContextHolder.getLocale();
        var pattern = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "d MMM" : "M月d日";
        return date.format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    private static String time(LocalDateTime at) {
        return at.format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    private String counted(Locale locale, String key, BigDecimal number) {
        var plain = number.stripTrailingZeros().toPlainString();
        return texts.get(locale, key, plain, number);
    }
}
