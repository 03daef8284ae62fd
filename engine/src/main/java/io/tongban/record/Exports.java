package io.tongban.record;

import io.tongban.access.Origin;
import io.tongban.file.Sheet;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.process.RequestTables;
import io.tongban.process.RequestTables.Filter;
import io.tongban.record.ExportMapper.ExportRow;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Requests as tables for spreadsheets, page by page; who takes what, and how much of it, is kept. */
@Service
class Exports {

    private static final int PAGE = 500;

    private final RequestTables tables;
    private final ExportMapper rows;
    private final JsonMapper json;
    private final Clock clock;

    Exports(RequestTables tables, ExportMapper rows, JsonMapper json, Clock clock) {
        this.tables = tables;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /** It is written when its file is fetched. */
    ExportRow ask(Actor actor, Filter filter, @Nullable String kind) {
        var export = new ExportRow(
                Ids.next(),
                actor.id(),
                now(),
                kind(kind).ending(),
                LocaleContextHolder.getLocale().getLanguage(),
                json.writeValueAsString(filter),
                Origin.current(),
                tables.count(actor, filter),
                0,
                null,
                null);
        rows.insert(export);
        return export;
    }

    /** Only whoever asked for it, and once: a second time is another export. */
    ExportRow take(Actor actor, String id) {
        var export = own(actor, id);
        if (rows.begin(id, now()) == 0) {
            throw Problem.conflict("record:export-taken");
        }
        return export;
    }

    ExportRow own(Actor actor, String id) {
        var export = rows.find(id);
        if (export == null || !export.personId().equals(actor.id())) {
            throw Problem.notFound();
        }
        return export;
    }

    List<ExportRow> latest(int limit) {
        return rows.latest(limit);
    }

    void write(Actor actor, ExportRow export, OutputStream out) throws IOException {
        LocaleContextHolder.setLocale(export.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        var filter = filter(export);
        var done = 0L;
        try (var sheet = kind(export.kind()).open(out, "Tongban")) {
            sheet.row(tables.head(filter).toArray());
            @Nullable String cursor = null;
            do {
                var page = tables.page(actor, filter, cursor, PAGE);
                for (var row : page.items()) {
                    sheet.row(row.toArray());
                }
                sheet.flush();
                done += page.items().size();
                rows.written(export.id(), done, null);
                cursor = page.next();
            } while (cursor != null);
        }
        rows.written(export.id(), done, now());
    }

    Filter filter(ExportRow export) {
        return json.readValue(export.filter(), Filter.class);
    }

    static Sheet.Kind kind(@Nullable String kind) {
        for (var known : Sheet.Kind.values()) {
            if (known.ending().equals(kind)) {
                return known;
            }
        }
        throw Problem.malformed("kernel:malformed");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
