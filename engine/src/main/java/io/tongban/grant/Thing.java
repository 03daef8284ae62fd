package io.tongban.grant;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be asked for.
 *
 * @param kind {@code app}, {@code role}, {@code folder}, {@code data} or {@code special}
 * @param ownerId who grants it, null for the heads of its department
 * @param effect {@code role:KEY} or {@code permission:KEY} of the product, null when IT opens and closes it
 * @param longestDays null when it may be held without end
 * @param offered may be asked for now
 */
record Thing(
        String id,
        String kind,
        String name,
        String nameEn,
        String description,
        String descriptionEn,
        @Nullable String ownerId,
        String departmentId,
        @Nullable String effect,
        @Nullable Integer longestDays,
        boolean offered,
        int revision,
        Instant createdAt,
        Instant updatedAt) {

    boolean external() {
        return effect == null;
    }

    String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : name;
    }

    String description(Locale locale) {
        return locale.getLanguage().equals("en") ? descriptionEn : description;
    }
}
