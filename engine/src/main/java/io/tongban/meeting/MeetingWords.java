package io.tongban.meeting;

import io.tongban.kernel.Texts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times, places and rooms as people say them. */
@Component
class MeetingWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** A free or taken stretch of a day. */
    record Span(LocalTime start, LocalTime end) {}

    private final Texts texts;

    MeetingWords(Texts texts) {
        this.texts = texts;
    }

    /** The same in every language, for notices. */
    static String neutral(LocalDateTime start, LocalDateTime end) {
        var day = start.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
        return day
                + (start.toLocalDate().equals(end.toLocalDate())
                        ? "–" + end.format(CLOCK)
                        : " – " + end.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")));
    }

    static String place(@Nullable Room room, @Nullable String online) {
        return room != null ? room.name() : online == null ? "" : online;
    }

    /** {@code 12月7日 周一 14:00–15:00} in the language of the call. */
    String period(LocalDateTime start, LocalDateTime end) {
        return period(LocaleContextHolder.getLocale(), start, end);
    }

    String period(Locale locale, LocalDateTime start, LocalDateTime end) {
        var from = day(locale, start.toLocalDate()) + " " + start.format(CLOCK);
        return start.toLocalDate().equals(end.toLocalDate())
                ? from + "–" + end.format(CLOCK)
                : from + " – " + day(locale, end.toLocalDate()) + " " + end.format(CLOCK);
    }

    String day(LocalDate date) {
        return day(LocaleContextHolder.getLocale(), date);
    }

    private static String day(Locale locale, LocalDate date) {
        var english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return date.format(DateTimeFormatter.ofPattern(
                english ? "EEE d MMM" : "M月d日 E", english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE));
    }

    String seats(Locale locale, Room room) {
        return texts.get(locale, "meeting.room-option", room.name(locale), room.seats());
    }

    String names(List<Room> rooms) {
        var locale = LocaleContextHolder.getLocale();
        return rooms.stream().map(room -> seats(locale, room)).collect(Collectors.joining(comma()));
    }

    String spans(List<Span> spans) {
        return spans.stream()
                .map(span -> span.start().format(CLOCK) + "–" + span.end().format(CLOCK))
                .collect(Collectors.joining(comma()));
    }

    String comma() {
        return texts.get("meeting.comma");
    }

    String say(String key, Object... args) {
        return texts.get(key, args);
    }
}
