package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The task list over HTTP. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

    /**
     * How much there is to see; a badge says no more than 999+, so nobody counts further than {@link #MOST_COUNTED}.
     *
     * @param waiting tasks that come to the person after others
     * @param copied copies that were not read yet
     */
    record Counts(int todo, int waiting, int copied, int started) {}

    private static final int MOST_COUNTED = 1_000;

    /** Where the next page begins. */
    private record Cursor(Instant at, String id) {

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at.toEpochMilli() + "|" + id).getBytes(StandardCharsets.UTF_8));
        }

        static @Nullable Cursor of(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|");
                return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
                throw Problem.malformed("kernel:malformed");
            }
        }
    }

    private final Tasks tasks;
    private final Requests requests;
    private final Access access;
    private final TaskViews views;
    private final InboxMapper inbox;
    private final RequestMapper started;

    TaskController(
            Tasks tasks, Requests requests, Access access, TaskViews views, InboxMapper inbox, RequestMapper started) {
        this.tasks = tasks;
        this.requests = requests;
        this.access = access;
        this.views = views;
        this.inbox = inbox;
        this.started = started;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Page<TaskViews.TaskItem> list(
            Actor actor,
            @RequestParam(defaultValue = "todo") String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        var from = Cursor.of(cursor);
        var at = from == null ? null : from.at();
        var id = from == null ? null : from.id();
        var size = Math.max(1, Math.min(limit, 100));
        var like = q == null || q.isBlank() ? null : "%" + escaped(q.strip()) + "%";
        var key = process == null || process.isBlank() ? null : process;
        return switch (view) {
            case "started" -> {
                var rows = started.startedBy(actor.id(), key, false, like, at, id, size + 1);
                var page = Page.of(rows, size, r -> new Cursor(r.createdAt(), r.id()).text());
                yield new Page<>(views.started(page.items()), page.next());
            }
            case "todo" -> page(Access.owners(actor), "todo", key, like, at, id, size);
            case "done", "waiting", "copied" -> page(List.of(actor.id()), view, key, like, at, id, size);
            default -> throw Problem.malformed("kernel:malformed");
        };
    }

    private Page<TaskViews.TaskItem> page(
            List<String> owners,
            String state,
            @Nullable String process,
            @Nullable String q,
            @Nullable Instant at,
            @Nullable String id,
            int size) {
        var newest = Comparator.comparing(InboxMapper.Place::at)
                .thenComparing(InboxMapper.Place::id)
                .reversed();
        var places = new LinkedHashMap<String, InboxMapper.Place>();
        inbox.page(new InboxMapper.Query(owners, state, process, q, at, id, size + 1)).stream()
                .sorted(newest)
                .forEach(place -> places.putIfAbsent(place.id(), place));
        var page = Page.of(List.copyOf(places.values()), size, place -> new Cursor(place.at(), place.id()).text());
        return new Page<>(views.items(rows(page.items(), owners, state)), page.next());
    }

    private List<InboxRow> rows(List<InboxMapper.Place> places, List<String> owners, String state) {
        if (places.isEmpty()) {
            return List.of();
        }
        var ids = places.stream().map(InboxMapper.Place::id).toList();
        var held = inbox.rows(ids, owners, state).stream()
                .collect(Collectors.toMap(row -> row.id() + row.owner(), row -> row));
        // Whatever was decided between the two reads is no longer there.
        return places.stream()
                .map(place -> held.get(place.id() + place.owner()))
                .filter(Objects::nonNull)
                .toList();
    }

    static String escaped(String q) {
        return q.toLowerCase(java.util.Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/counts")
    Counts counts(Actor actor) {
        return new Counts(
                inbox.count(Access.owners(actor), "todo", MOST_COUNTED),
                inbox.count(List.of(actor.id()), "waiting", MOST_COUNTED),
                inbox.unread(actor.id()),
                started.countRunning(actor.id(), MOST_COUNTED));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/{id}")
    TaskViews.TaskView task(Actor actor, @PathVariable String id) {
        var row = tasks.visible(actor, id);
        var request = requests.row(row.requestId());
        access.check(actor, request);
        return views.task(actor, row, request);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/{action}")
    Tasks.Result act(
            Actor actor,
            @PathVariable String id,
            @PathVariable String action,
            @RequestBody(required = false) Tasks.@Nullable Input body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return tasks.act(actor, id, action, body == null ? Tasks.Input.empty() : body, key);
    }
}
