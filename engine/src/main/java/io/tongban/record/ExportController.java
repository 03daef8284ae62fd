package io.tongban.record;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.RequestTables.Filter;
import io.tongban.record.ExportMapper.ExportRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Administrators of processes take requests out as tables. */
@RestController
@RequestMapping("/api/admin/record/exports")
class ExportController {

    private static final int LATEST = 30;

    /** The filter of the list, and {@code csv} or {@code xlsx}. */
    record Wish(
            @Nullable String state,
            @Nullable String process,
            @Nullable String q,
            @Nullable String applicant,
            @Nullable String kind) {}

    /**
     * An export.
     *
     * @param done how many of {@code total} have been written
     * @param over whether it was written to its end
     */
    record ExportView(
            String id,
            @Nullable String person,
            Instant at,
            String kind,
            @Nullable String state,
            @Nullable String process,
            @Nullable String q,
            long total,
            long done,
            boolean over) {}

    private final Exports exports;
    private final People people;

    ExportController(Exports exports, People people) {
        this.exports = exports;
        this.people = people;
    }

    /** Who took what, the latest first. */
    @Endpoint("process.administer")
    @GetMapping
    Page<ExportView> latest() {
        var rows = exports.latest(LATEST);
        var known = people.byIds(rows.stream().map(ExportRow::personId).collect(Collectors.toSet()));
        return Page.all(rows.stream().map(row -> view(row, known)).toList());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping
    ResponseEntity<ExportView> ask(Actor actor, @RequestBody Wish wish) {
        var filter = new Filter(wish.state(), wish.process(), wish.q(), wish.applicant());
        var export = exports.ask(actor, filter, wish.kind());
        return ResponseEntity.created(URI.create("/api/admin/record/exports/" + export.id()))
                .body(view(export, Map.of()));
    }

    /** How far it is. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/{id}")
    ExportView export(Actor actor, @PathVariable String id) {
        return view(exports.own(actor, id), Map.of());
    }

    /** The table, written while it is read; once. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping(path = "/{id}/file", produces = "*/*")
    void file(Actor actor, @PathVariable String id, HttpServletResponse response) throws IOException {
        var export = exports.take(actor, id);
        var kind = Exports.kind(export.kind());
        var name = "requests-" + export.at().toString().substring(0, 10) + "." + kind.ending();
        response.setContentType(kind.type());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        exports.write(actor, export, response.getOutputStream());
    }

    private ExportView view(ExportRow row, Map<String, Person> known) {
        var filter = exports.filter(row);
        var person = known.get(row.personId());
        return new ExportView(
                row.id(),
                person == null ? null : person.name(),
                row.at(),
                row.kind(),
                filter.state(),
                filter.process(),
                filter.q(),
                row.total(),
                row.done(),
                row.endedAt() != null);
    }
}
