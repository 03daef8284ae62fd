package io.tongban.process;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has in a module's books: shown to whoever hands over everything of that person. The module itself says
 * what becomes of it when the person leaves.
 */
public interface Belongings {

    /**
     * One thing.
     *
     * @param kind words of the module for what it is, in the language of the call
     * @param title which one
     * @param link page of the web application where it can be given to somebody else, null when there is none
     */
    record Belonging(String kind, String title, @Nullable String link) {}

    List<Belonging> of(String personId, Locale locale);

    /** Who holds tasks on the person's behalf now. */
    default List<String> deputies(String personId) {
        return List.of();
    }
}
