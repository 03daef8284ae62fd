package io.tongban.process;

import io.tongban.file.StoredFile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request in words, as its reader may see it: for whoever prints it.
 *
 * @param step where it is now, empty when it has ended
 * @param entries how many lines its trail has
 * @param head link of the latest of them
 */
public record Paper(
        String id,
        String number,
        String processKey,
        String process,
        String title,
        String status,
        String step,
        String applicant,
        @Nullable String department,
        Instant createdAt,
        @Nullable Instant endedAt,
        List<Section> sections,
        List<Deed> trail,
        List<StoredFile> files,
        int entries,
        String head) {

    /** A form. */
    public record Section(String title, List<Item> items) {}

    /**
     * A field, a table, or the heading of a group.
     *
     * @param text null for a table and a heading
     * @param table null for a field and a heading
     */
    public record Item(
            String label, @Nullable String text, @Nullable Table table) {}

    /** Answers with rows. */
    public record Table(List<String> columns, List<List<String>> rows) {}

    /**
     * A line of the trail.
     *
     * @param action key of what was done
     * @param word the step's own word for it, null for the usual one
     * @param notes what else came of it
     * @param signature file of a drawn signature
     */
    public record Deed(
            Instant at,
            @Nullable String person,
            @Nullable String onBehalfOf,
            String action,
            @Nullable String word,
            @Nullable String step,
            @Nullable String comment,
            List<String> notes,
            List<String> files,
            @Nullable String signature) {}
}
