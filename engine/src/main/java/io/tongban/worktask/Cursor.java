package io.tongban.worktask;

import io.tongban.kernel.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a list goes on. */
record Cursor(Instant at, String id) {

    static String of(Instant at, String id) {
        return at.toEpochMilli() + "_" + id;
    }

    static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var parts = text.split("_", 2);
        try {
            return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts.length > 1 ? parts[1] : "");
        } catch (NumberFormatException wrong) {
            throw Problem.malformed("kernel:malformed");
        }
    }
}
