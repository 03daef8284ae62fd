package io.tongban.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands behind a line.
 *
 * @param ran keys of steps of modules that ran
 * @param path the way that was taken
 * @param undone keys of steps that were undone
 * @param to element id of the step that the request was put to
 * @param changes answers that were changed
 * @param again element ids of what was computed again
 * @param kept element ids of what stays as it was, though answers have changed
 * @param seal digest of the protected fields that were decided on
 */
record EntryDetail(
        @Nullable List<String> ran,
        @Nullable List<PathLine> path,
        @Nullable List<String> undone,
        @Nullable String to,
        @Nullable List<Change> changes,
        @Nullable List<String> again,
        @Nullable List<String> kept,
        @Nullable String seal) {

    /**
     * An answer that was changed.
     *
     * @param field key in the form
     * @param before null when there was none
     * @param after null when it was taken out
     */
    record Change(
            String field, @Nullable Object before, @Nullable Object after) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    static final EntryDetail NONE = new EntryDetail(null, null, null, null, null, null, null, null);

    static EntryDetail undone(List<String> steps) {
        return new EntryDetail(null, null, steps, null, null, null, null, null);
    }

    static EntryDetail corrected(List<Change> changes, List<String> again, List<String> kept) {
        return new EntryDetail(null, null, null, null, changes, again, kept, null);
    }

    /** Earlier steps are asked again because of these changes. */
    static EntryDetail protect(List<Change> changes, List<String> steps) {
        return new EntryDetail(null, null, null, null, changes, steps, null, null);
    }

    String text() {
        return JSON.writeValueAsString(this);
    }
}
