package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.process.Passage.Pause;
import io.tongban.process.PassageMapper.Line;
import io.tongban.process.engine.Flows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** How requests went through their processes, for whoever counts. */
@Service
public class Passages {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A request as a line of a list. */
    public record Brief(String id, String number, String process, String title, String applicantId, String status) {}

    private final PassageMapper rows;
    private final Deciding deciding;
    private final Flows flows;
    private final Access access;

    Passages(PassageMapper rows, Deciding deciding, Flows flows, Access access) {
        this.rows = rows;
        this.deciding = deciding;
        this.flows = flows;
        this.access = access;
    }

    /** Of these requests; unknown ids are left out. */
    public List<Passage> of(Collection<String> requestIds) {
        if (requestIds.isEmpty()) {
            return List.of();
        }
        var lines = rows.lines(requestIds).stream().collect(Collectors.groupingBy(Line::requestId));
        var tasks = rows.tasks(requestIds).stream().collect(Collectors.groupingBy(InboxRow::requestId));
        var seats = rows.seats(requestIds).stream().collect(Collectors.groupingBy(SeatRow::requestId));
        var deadlines = rows.deadlines(requestIds).stream().collect(Collectors.groupingBy(DeadlineRow::requestId));
        // Read last: what the request says is never older than what its lines say.
        return rows.requests(requestIds).stream()
                .map(request -> passage(
                        request,
                        lines.getOrDefault(request.id(), List.of()),
                        tasks.getOrDefault(request.id(), List.of()),
                        seats.getOrDefault(request.id(), List.of()),
                        deadlines.getOrDefault(request.id(), List.of())))
                .toList();
    }

    private Passage passage(
            RequestRow request,
            List<Line> lines,
            List<InboxRow> tasks,
            List<SeatRow> seats,
            List<DeadlineRow> deadlines) {
        var stays = Stays.of(lines, tasks, seats, deadlines, deciding::inOrder);
        return new Passage(
                request.id(),
                lines.stream()
                        .map(Line::seq)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0),
                request.processKey(),
                request.version(),
                request.applicantId(),
                request.departmentId(),
                request.status(),
                request.createdAt(),
                request.endedAt(),
                request.suspended(),
                pauses(lines, request.endedAt()),
                (int) lines.stream()
                        .filter(line -> line.action().equals("return"))
                        .count(),
                deadlines.stream()
                        .filter(row -> row.step() == null && row.met() != null)
                        .map(DeadlineRow::met)
                        .findFirst()
                        .orElse(null),
                deadlines.stream()
                        .noneMatch(row ->
                                row.endedAt() != null && Objects.equals(row.calendarVersion(), DeadlineRow.OVER)),
                stays.stays,
                stays.hands,
                request.running() ? Map.of() : taken(request, lines));
    }

    private static List<Pause> pauses(List<Line> lines, @Nullable Instant ended) {
        var pauses = new ArrayList<Pause>();
        @Nullable Instant since = null;
        for (var line : lines) {
            if (line.action().equals("suspend") && since == null) {
                since = line.at();
            } else if (line.action().equals("resume") && since != null) {
                pauses.add(new Pause(since, line.at()));
                since = null;
            }
        }
        if (since != null) {
            pauses.add(new Pause(since, ended));
        }
        return List.copyOf(pauses);
    }

    private Map<String, Integer> taken(RequestRow request, List<Line> lines) {
        var chosen = new LinkedHashMap<String, Integer>();
        for (var line : lines) {
            var path = line.detail() == null || !line.detail().startsWith("{")
                    ? null
                    : JSON.readValue(line.detail(), EntryDetail.class).path();
            if (path != null) {
                path.stream()
                        .filter(part -> !part.flow().isEmpty())
                        .forEach(part -> chosen.merge(part.flow(), 1, Integer::sum));
            }
        }
        return flows.taken(request.definitionId(), request.instanceId(), chosen);
    }

    /** Those of these requests that somebody may read, in the order in which they were asked for. */
    public List<Brief> readable(Actor reader, List<String> requestIds) {
        if (requestIds.isEmpty()) {
            return List.of();
        }
        var found = rows.requests(requestIds).stream().collect(Collectors.toMap(RequestRow::id, Function.identity()));
        var locale = LocaleContextHolder.getLocale();
        return requestIds.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(row -> access.mayRead(reader, row))
                .map(row -> new Brief(
                        row.id(),
                        row.number(),
                        row.processKey(),
                        Names.title(row, locale),
                        row.applicantId(),
                        row.status()))
                .toList();
    }
}
