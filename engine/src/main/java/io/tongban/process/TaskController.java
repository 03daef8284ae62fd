package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
     * How much there is to see; a badge says no more than 999+, so nobody counts further than that.
     *
     * @param waiting tasks that come to the person after others
     * @param copied copies that were not read yet
     */
    record Counts(int todo, int waiting, int copied, int started) {}

    record KeptFilters(
            @Nullable List<TaskFilters.@Nullable TaskFilter> items,
            @Nullable Integer revision) {}

    private final Tasks tasks;
    private final Batches batches;
    private final Requests requests;
    private final Access access;
    private final TaskViews views;
    private final TaskLists lists;
    private final TaskFilters filters;
    private final InboxMapper inbox;
    private final RequestMapper started;

    TaskController(
            Tasks tasks,
            Batches batches,
            Requests requests,
            Access access,
            TaskViews views,
            TaskLists lists,
            TaskFilters filters,
            InboxMapper inbox,
            RequestMapper started) {
        this.tasks = tasks;
        this.batches = batches;
        this.requests = requests;
        this.access = access;
        this.views = views;
        this.lists = lists;
        this.filters = filters;
        this.inbox = inbox;
        this.started = started;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Page<TaskItems.TaskItem> list(
            Actor actor,
            @RequestParam(defaultValue = "todo") String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return lists.page(actor, Asked.of(view, q, process, due, sort), cursor, Math.max(1, Math.min(limit, 100)));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/counts")
    Counts counts(Actor actor) {
        return new Counts(
                inbox.count(Access.owners(actor), "todo", TaskLists.MOST_COUNTED),
                inbox.count(List.of(actor.id()), "waiting", TaskLists.MOST_COUNTED),
                inbox.unread(actor.id()),
                started.countRunning(actor.id(), TaskLists.MOST_COUNTED));
    }

    /** With how much each holds now. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/filters")
    TaskFilters.OwnFilters filters(Actor actor) {
        return filters.of(actor);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PutMapping("/filters")
    TaskFilters.OwnFilters keepFilters(Actor actor, @RequestBody KeptFilters body) {
        if (body.items() == null || body.revision() == null) {
            throw Problem.malformed("kernel:malformed");
        }
        filters.keep(actor, body.items(), body.revision());
        return filters.of(actor);
    }

    /** One decision on many tasks; each has its own answer. */
    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/batch")
    Batches.BatchResult decideTogether(
            Actor actor,
            @RequestBody Batches.Batch body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return batches.decide(actor, body, key);
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
