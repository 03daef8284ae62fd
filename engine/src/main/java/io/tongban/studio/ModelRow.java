package io.tongban.studio;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model as it is stored; in lists without its source.
 *
 * @param kind {@code bpmn}, {@code dmn} or {@code form}
 * @param modelKey id of the process, decision or form in it, null when there is none
 */
record ModelRow(
        String id,
        String name,
        String kind,
        @Nullable String modelKey,
        String source,
        String digest,
        int revision,
        String changedBy,
        Instant changedAt) {

    byte[] bytes() {
        return source.getBytes(StandardCharsets.UTF_8);
    }

    /** Name of its file in a deployment; null when it has no key. */
    @Nullable
    String file() {
        return modelKey == null ? null : modelKey + "." + kind;
    }
}
