package io.tongban.process;

import io.tongban.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a list, as the list's index knows it; the last one of a page says where the next begins.
 *
 * @param dueAt only where the order is by it
 * @param processKey only where the order is by it
 */
record Place(
        String id,
        String owner,
        Instant at,
        @Nullable Instant dueAt,
        @Nullable String processKey) {

    private static final Comparator<Place> OLDEST =
            Comparator.comparing(Place::at).thenComparing(Place::id);
    private static final Comparator<Place> NEWEST = OLDEST.reversed();

    /** The order that the index gives; what has no deadline comes after everything that has one. */
    static Comparator<Place> order(String sort) {
        return switch (sort) {
            case "oldest" -> OLDEST;
            case "due" ->
                Comparator.comparing(Place::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                        .thenComparing(OLDEST);
            case "process" ->
                Comparator.comparing((Place place) -> String.valueOf(place.processKey()))
                        .thenComparing(NEWEST);
            default -> NEWEST;
        };
    }

    /** The cursor of the page after this one; it belongs to its order. */
    String cursor(String sort) {
        var text = String.join(
                "|",
                sort,
                String.valueOf(at.toEpochMilli()),
                id,
                dueAt == null ? "" : String.valueOf(dueAt.toEpochMilli()),
                processKey == null ? "" : processKey);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Place of(@Nullable String cursor, String sort) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
            if (!parts[0].equals(sort)) {
                throw Problem.malformed("kernel:malformed");
            }
            return new Place(parts[2], "", moment(parts[1]), parts[3].isEmpty() ? null : moment(parts[3]), parts[4]);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw Problem.malformed("kernel:malformed");
        }
    }

    private static Instant moment(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
