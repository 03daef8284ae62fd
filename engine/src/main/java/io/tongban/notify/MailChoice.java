package io.tongban.notify;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When notices of a group come by mail; in the product they are always listed. */
enum MailChoice {
    ONCE,
    DIGEST,
    NEVER;

    static @Nullable MailChoice byKey(String key) {
        return Arrays.stream(values())
                .filter(c -> c.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
