package io.tongban.meeting;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A meeting room.
 *
 * @param place where it is, such as {@code 3 楼东侧}
 * @param equipment keys such as {@code projector} and {@code video}
 * @param bookable false while it can not be used; what was booked before stays
 */
public record Room(
        String id,
        String name,
        @Nullable String nameEn,
        String place,
        int seats,
        List<String> equipment,
        @Nullable String note,
        boolean bookable) {

    String name(Locale locale) {
        return nameEn != null && locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? nameEn : name;
    }
}
