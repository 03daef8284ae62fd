package io.tongban.process.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How facts are kept by the engine: an instant as a date, a list as JSON, everything else as it is. */
final class FactValues {

    private FactValues() {}

    static @Nullable Object value(@Nullable Object value) {
        return value instanceof Instant instant ? Date.from(instant) : value;
    }

    /** As modules know it. */
    static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Date date ? date.toInstant() : value;
    }

    static Map<String, @Nullable Object> values(Map<String, ? extends @Nullable Object> facts) {
        return declared(facts, facts.keySet());
    }

    static Map<String, @Nullable Object> declared(Map<String, ? extends @Nullable Object> facts, Set<String> names) {
        var kept = new LinkedHashMap<String, @Nullable Object>();
        facts.forEach((name, value) -> {
            if (names.contains(name)) {
                kept.put(name, value(value));
            }
        });
        return kept;
    }

    /** Lists differ in class, not in what they say. */
    static boolean same(Object value, @Nullable Object other) {
        return value instanceof Collection<?> many
                ? other instanceof Collection<?> others
                        && java.util.List.copyOf(many).equals(java.util.List.copyOf(others))
                : value.equals(other);
    }
}
