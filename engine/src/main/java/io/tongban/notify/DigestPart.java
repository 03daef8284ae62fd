package io.tongban.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Feeds the daily digest of a person; for modules that know what waits for people or what became of their things. */
public interface DigestPart {

    /**
     * Who reads it, and what it tells of: what happened after {@code since} and not after {@code until}.
     *
     * @param zone in which times are said
     */
    record Reader(String personId, Instant since, Instant until, Locale locale, ZoneId zone) {}

    /**
     * A heading with its lines.
     *
     * @param kind a kind of notice about the same: whoever wants no mail about its group does not get the section
     * @param total how many there are; the lines may be the first of them only
     * @param link page of the web application that shows them all
     */
    record Section(String kind, String title, List<Line> lines, int total, String link) {}

    /**
     * One thing.
     *
     * @param note what else is good to know, in a few words
     * @param late words that say it is overdue; null while it is not
     */
    record Line(String text, String note, @Nullable String late, String link) {}

    /** In the order in which they are read; none where there is nothing to tell. */
    List<Section> sections(Reader reader);

    /** Whether the sections already tell what notices of this kind told. */
    boolean covers(String kind);
}
