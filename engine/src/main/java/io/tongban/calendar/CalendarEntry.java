package io.tongban.calendar;

import io.tongban.kernel.BusinessRef;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands in a person's calendar.
 *
 * @param about the thing it stands for; a person has at most one entry for it
 * @param kind such as {@code leave}
 * @param title in Chinese; only the person reads it
 * @param titleEn in English
 * @param away whether colleagues see the person as away meanwhile
 * @param link page to open
 */
public record CalendarEntry(
        BusinessRef about,
        String personId,
        String kind,
        String title,
        String titleEn,
        LocalDateTime start,
        LocalDateTime end,
        boolean away,
        @Nullable String link) {}
