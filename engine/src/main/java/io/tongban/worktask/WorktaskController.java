package io.tongban.worktask;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.worktask.WorktaskLists.Counts;
import io.tongban.worktask.WorktaskViews.Detail;
import io.tongban.worktask.WorktaskViews.Line;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/worktasks")
class WorktaskController {

    private static final int MOST = 100;
    private static final Set<String> ROLES = Set.of("owner", "creator", "participant", "acceptor");

    record ReportBody(
            @Nullable Integer progress,
            @Nullable String words,
            @Nullable String day) {}

    record DelayBody(@Nullable String remedy, @Nullable String end) {}

    record OwnerBody(@Nullable String owner, @Nullable String reason) {}

    record EndBody(@Nullable String end, @Nullable String reason) {}

    record AcceptorsBody(
            @Nullable List<String> acceptors, @Nullable String reason) {}

    private final Worktasks worktasks;
    private final WorktaskLists lists;
    private final WorktaskViews views;
    private final WorktaskDates dates;

    WorktaskController(Worktasks worktasks, WorktaskLists lists, WorktaskViews views, WorktaskDates dates) {
        this.worktasks = worktasks;
        this.lists = lists;
        this.views = views;
        this.dates = dates;
    }

    /** My tasks; {@code stage} is one stage, {@code open} (by default) or {@code ended}. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Page<WorktaskItem> mine(
            Actor actor,
            @RequestParam(defaultValue = "open") String stage,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (role != null && !role.isEmpty() && !ROLES.contains(role)) {
            throw Problem.malformed("kernel:malformed");
        }
        return lists.mine(actor, stages(stage), role, q, Cursor.parse(cursor), limit(limit));
    }

    /** What those whom I lead work on; {@code late} leaves out what is not late. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/team")
    Page<WorktaskItem> team(
            Actor actor,
            @RequestParam(defaultValue = "true") boolean late,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return lists.team(actor, late, Cursor.parse(cursor), limit(limit));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/counts")
    Counts counts(Actor actor) {
        return lists.counts(actor);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/{id}")
    Detail one(Actor actor, @PathVariable String id) {
        return views.detail(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/{id}/log")
    Page<Line> log(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return views.log(actor, id, cursor == null || cursor.isEmpty() ? null : cursor, limit(limit));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/begin")
    Detail begin(Actor actor, @PathVariable String id) {
        worktasks.begin(actor, id);
        return views.detail(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/log")
    Detail report(Actor actor, @PathVariable String id, @RequestBody ReportBody body) {
        worktasks.report(actor, id, body.progress(), body.words(), dates.day(body.day(), "day"));
        return views.detail(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/delay")
    Detail explain(Actor actor, @PathVariable String id, @RequestBody DelayBody body) {
        worktasks.explain(actor, id, body.remedy() == null ? "" : body.remedy(), dates.day(body.end(), "end"));
        return views.detail(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PutMapping("/{id}/owner")
    Detail handOver(Actor actor, @PathVariable String id, @RequestBody OwnerBody body) {
        worktasks.handOver(actor, id, body.owner(), body.reason());
        return views.detail(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PutMapping("/{id}/end")
    Detail moveEnd(Actor actor, @PathVariable String id, @RequestBody EndBody body) {
        worktasks.moveEnd(actor, id, dates.day(body.end(), "end"), body.reason());
        return views.detail(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PutMapping("/{id}/acceptors")
    Detail replaceAcceptors(Actor actor, @PathVariable String id, @RequestBody AcceptorsBody body) {
        var acceptors = body.acceptors() == null ? List.<String>of() : body.acceptors();
        worktasks.replaceAcceptors(actor, id, acceptors, body.reason());
        return views.detail(actor, id);
    }

    private static List<Stage> stages(String asked) {
        return switch (asked) {
            case "open" -> List.of(Stage.PLANNED, Stage.DOING, Stage.ACCEPTING);
            case "ended" -> List.of(Stage.CLOSED, Stage.CANCELLED);
            default -> {
                for (var stage : Stage.values()) {
                    if (stage.key().equals(asked)) {
                        yield List.of(stage);
                    }
                }
                throw Problem.malformed("kernel:malformed");
            }
        };
    }

    private static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Problem.malformed("kernel:malformed");
        }
        return asked;
    }
}
