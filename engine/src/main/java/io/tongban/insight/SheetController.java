package io.tongban.insight;

import io.tongban.file.Sheet;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tables of the pages as files. */
@RestController
@RequestMapping("/api/insight")
class SheetController {

    private static final double HOUR = 3600.0;

    private final Scopes scopes;
    private final Insights insights;
    private final Texts texts;

    SheetController(Scopes scopes, Insights insights, Texts texts) {
        this.scopes = scopes;
        this.insights = insights;
        this.texts = texts;
    }

    /** {@code part} is {@code processes}, or of a process {@code trend}, {@code steps}, {@code people}, {@code deciding}, {@code asking}. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping(path = "/sheet", produces = "*/*")
    void sheet(
            Actor actor,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(defaultValue = "processes") String part,
            @RequestParam(defaultValue = "xlsx") String kind,
            HttpServletResponse response)
            throws IOException {
        var scope = scopes.required(actor);
        var range = new Range(from, to);
        var rows = new ArrayList<List<@Nullable Object>>();
        if (part.equals("processes")) {
            rows.add(head("name"));
            insights.processes(scope, range, department).forEach(line -> rows.add(row(line.figures(), line.name())));
        } else {
            var all = insights.process(scope, process == null ? "" : process, range, department);
            switch (part) {
                case "trend" -> {
                    rows.add(head("from", "to"));
                    all.trend()
                            .forEach(point -> rows.add(row(
                                    point.figures(),
                                    point.from().toString(),
                                    point.to().toString())));
                }
                case "steps" -> lines(rows, all.steps());
                case "people" -> {
                    rows.add(head("name", "department"));
                    all.people().forEach(line -> rows.add(row(line.figures(), line.name(), line.department())));
                }
                case "deciding" -> lines(rows, all.deciding());
                case "asking" -> lines(rows, all.asking());
                default -> throw Problem.malformed("kernel:malformed");
            }
        }
        write(rows, part + "-" + from + "-" + to, kind(kind), response);
    }

    private void lines(List<List<@Nullable Object>> rows, List<Insights.Line> lines) {
        rows.add(head("name"));
        lines.forEach(line -> rows.add(row(line.figures(), line.name())));
    }

    private static Sheet.Kind kind(String ending) {
        return Stream.of(Sheet.Kind.values())
                .filter(known -> known.ending().equals(ending))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("kernel:malformed"));
    }

    private static void write(
            List<List<@Nullable Object>> rows, String name, Sheet.Kind kind, HttpServletResponse response)
            throws IOException {
        response.setContentType(kind.type());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + kind.ending())
                        .build()
                        .toString());
        try (var sheet = kind.open(response.getOutputStream(), "Tongban")) {
            for (var row : rows) {
                sheet.row(row.toArray());
            }
        }
    }

    private List<@Nullable Object> head(String... first) {
        return Stream.concat(
                        Stream.of(first),
                        Stream.of(
                                "finished",
                                "started",
                                "dropped",
                                "returned",
                                "met",
                                "missed",
                                "median",
                                "p90",
                                "working-median",
                                "working-p90",
                                "open",
                                "overdue"))
                .map(column -> (@Nullable Object) texts.get("insight.column." + column))
                .toList();
    }

    private static List<@Nullable Object> row(Figures figures, @Nullable Object... first) {
        var cells = new ArrayList<@Nullable Object>(java.util.Arrays.asList(first));
        cells.addAll(List.of(
                figures.finished(),
                figures.started(),
                figures.dropped(),
                figures.returned(),
                figures.met(),
                figures.missed()));
        cells.add(hours(figures.median()));
        cells.add(hours(figures.p90()));
        cells.add(hours(figures.workingMedian()));
        cells.add(hours(figures.workingP90()));
        cells.add(figures.open());
        cells.add(figures.overdue());
        return cells;
    }

    private static @Nullable Double hours(@Nullable Long seconds) {
        return seconds == null ? null : Math.round(seconds / HOUR * 100) / 100.0;
    }
}
