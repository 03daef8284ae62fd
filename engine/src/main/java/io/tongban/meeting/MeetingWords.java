package io.tongban.meeting;

import io.tongban.kernel.DateWords;
import io.tongban.kernel.Span;
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
    record Gap(LocalTime start, LocalTime end) {}

    private final Texts texts;

    MeetingWords(Texts texts) {
        this.texts = texts;
    }

    static String place(@Nullable Room room, @Nullable String online) {
        return room != null ? room.name() : online == null ? "" : online;
    }

    /** {@code 12月7日 周一 14:00–15:00} in the language of the call. */
    String period(LocalDateTime start, LocalDateTime end) {
        return period(LocaleContextHolder.getLocale(), start, end);
    }

    String period(Locale locale, LocalDateTime start, LocalDateTime end) {
        return DateWords.span(locale, new Span(start, end), start.getYear());
    }

    String day(LocalDate date) {
        return DateWords.weekday(LocaleContextHolder.getLocale(), date, date.getYear());
    }

    String seats(Locale locale, Room room) {
        return texts.get(locale, "meeting.room-option", room.name(locale), room.seats());
    }

    String names(List<Room> rooms) {
        var locale = LocaleContextHolder.getLocale();
        return rooms.stream().map(room -> seats(locale, room)).collect(Collectors.joining(comma()));
    }

    String gaps(List<Gap> gaps) {
        return gaps.stream()
                .map(gap -> gap.start().format(CLOCK) + "–" + gap.end().format(CLOCK))
                .collect(Collectors.joining(comma()));
    }

    String comma() {
        return texts.get("meeting.comma");
    }

    String say(String key, Object... args) {
        return texts.get(key, args);
    }
}
