package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.process.TrailMapper.ChainRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Trails of requests as digests, for whoever seals and verifies them. */
@Service
public class Trails {

    /** Whether what people wrote in a line is as it was written. */
    public enum State {
        INTACT,
        ERASED,
        CHANGED
    }

    /**
     * A line.
     *
     * @param seq its number; 0 when it never was written as a line
     * @param body digest of what it says now
     * @param link what binds it to the line before
     * @param erases id of the line whose words it erased
     */
    public record Line(
            int seq,
            String id,
            String action,
            String body,
            String link,
            State state,
            @Nullable String erases) {}

    /**
     * All lines of a request in the order of their numbers.
     *
     * @param stands whether the request is as its latest line has left it
     */
    public record Lines(String requestId, String number, List<Line> lines, boolean stands) {}

    /** A line that was written after another one, anywhere. */
    public record Tail(String id, String requestId, int seq, String link) {}

    private final TrailMapper rows;
    private final RequestMapper requests;
    private final Erasures erasures;

    Trails(TrailMapper rows, RequestMapper requests, Erasures erasures) {
        this.rows = rows;
        this.requests = requests;
        this.erasures = erasures;
    }

    /** Lines whose id is after this one, in the order of their ids. */
    public List<Tail> tail(String after, int limit) {
        return rows.tail(after, limit).stream()
                .map(row -> new Tail(row.id(), row.requestId(), row.seq(), row.link()))
                .toList();
    }

    public long count() {
        return rows.countRequests();
    }

    /** Trails of the requests after this one, in the order of their ids. */
    public List<Lines> after(String requestId, int limit) {
        var page = rows.requests(requestId, limit);
        if (page.isEmpty()) {
            return List.of();
        }
        var lines = rows.lines(page.stream().map(RequestRow::id).toList()).stream()
                .collect(Collectors.groupingBy(ChainRow::requestId));
        return page.stream()
                .map(request -> lines(request, lines.getOrDefault(request.id(), List.of())))
                .toList();
    }

    public Optional<Lines> of(String requestId) {
        return Optional.ofNullable(requests.find(requestId))
                .map(request -> lines(request, rows.lines(List.of(requestId))));
    }

    private static Lines lines(RequestRow request, List<ChainRow> found) {
        var ordered = found.stream()
                .sorted(Comparator.comparingInt(Trails::seq).thenComparing(ChainRow::id))
                .toList();
        var latest = ordered.isEmpty() ? null : ordered.get(ordered.size() - 1);
        return new Lines(
                request.id(),
                request.number(),
                ordered.stream().map(Trails::line).toList(),
                latest == null
                        || latest.salt() == null
                        || latest.stands() == null
                        || latest.stands().equals(request.standing(latest.salt())));
    }

    private static int seq(ChainRow row) {
        return row.seq() == null ? 0 : row.seq();
    }

    private static Line line(ChainRow row) {
        return new Line(
                seq(row),
                row.id(),
                row.action(),
                Trail.body(row),
                Objects.requireNonNullElse(row.link(), ""),
                Trail.state(row),
                row.action().equals(Erasures.ACTION) ? row.detail() : null);
    }

    /**
     * Takes what somebody wrote out of a line; that it was there, when and by whom stays, and that it was erased is a line
     * of its own.
     *
     * @throws Problem 403 not an administrator of the process, 404 no such line, 409 erased already, 422 no reason
     */
    public void erase(Actor actor, String requestId, String lineId, @Nullable String reason, @Nullable String key) {
        erasures.erase(actor, requestId, lineId, reason, key);
    }

    /** Everything that is known of the lines of a request, by its id or its number. */
    public Optional<Told> told(String idOrNumber) {
        return Optional.ofNullable(requests.find(idOrNumber))
                .or(() -> Optional.ofNullable(rows.numbered(idOrNumber)))
                .map(request -> new Told(
                        request.id(),
                        request.number(),
                        Names.title(request, LocaleContextHolder.getLocale()),
                        rows.lines(List.of(request.id())).stream()
                                .sorted(Comparator.comparingInt(Trails::seq))
                                .map(row -> new Deed(
                                        seq(row),
                                        row.id(),
                                        row.at(),
                                        row.personId(),
                                        row.behalfId(),
                                        row.action(),
                                        row.text(),
                                        row.origin(),
                                        Objects.requireNonNullElse(row.link(), ""),
                                        Trail.state(row)))
                                .toList()));
    }

    public record Told(String id, String number, String title, List<Deed> deeds) {}

    /**
     * What a line tells.
     *
     * @param origin from where, as {@code kind|address|session}
     */
    public record Deed(
            int seq,
            String id,
            Instant at,
            String personId,
            @Nullable String behalfId,
            String action,
            @Nullable String text,
            @Nullable String origin,
            String link,
            State state) {}
}
