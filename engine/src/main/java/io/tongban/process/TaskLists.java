package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of the task list in the order asked for, and how much there is. */
@Component
class TaskLists {

    /** A badge says no more than 999+, so nobody counts further than this. */
    static final int MOST_COUNTED = 1_000;

    /** How much there is; {@code more} when there may be more than were looked at. */
    record Count(int count, boolean more) {}

    private final InboxMapper inbox;
    private final RequestMapper requests;
    private final TaskViews views;

    TaskLists(InboxMapper inbox, RequestMapper requests, TaskViews views) {
        this.inbox = inbox;
        this.requests = requests;
        this.views = views;
    }

    Page<TaskViews.TaskItem> page(Actor actor, Asked asked, @Nullable String cursor, int size) {
        var after = Place.of(cursor, asked.sort());
        return asked.requests() ? started(actor, asked, after, size) : tasks(actor, asked, after, size);
    }

    private Page<TaskViews.TaskItem> started(Actor actor, Asked asked, @Nullable Place after, int size) {
        var rows = requests.startedBy(
                new RequestMapper.Started(actor.id(), asked.process(), asked.like(), asked.sort(), after, size + 1));
        var page = Page.of(
                rows,
                size,
                row -> new Place(row.id(), row.applicantId(), row.createdAt(), null, row.processKey())
                        .cursor(asked.sort()));
        return new Page<>(views.started(page.items()), page.next());
    }

    private Page<TaskViews.TaskItem> tasks(Actor actor, Asked asked, @Nullable Place after, int size) {
        var owners = asked.owners(actor);
        var places = new LinkedHashMap<String, Place>();
        inbox
                .page(new InboxMapper.Query(
                        owners, asked.view(), asked.process(), asked.like(), asked.sort(), after, size + 1))
                .stream()
                .sorted(Place.order(asked.sort()))
                .forEach(place -> places.putIfAbsent(place.id(), place));
        var page = Page.of(List.copyOf(places.values()), size, place -> place.cursor(asked.sort()));
        return new Page<>(views.items(rows(page.items(), owners, asked.view())), page.next());
    }

    private List<InboxRow> rows(List<Place> places, List<String> owners, String state) {
        if (places.isEmpty()) {
            return List.of();
        }
        var ids = places.stream().map(Place::id).toList();
        var held = inbox.rows(ids, owners, state).stream()
                .collect(Collectors.toMap(row -> row.id() + row.owner(), row -> row));
        // Whatever was decided between the two reads is no longer there.
        return places.stream()
                .map(place -> held.get(place.id() + place.owner()))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * How much a list holds. Words are looked for among the newest {@link #MOST_COUNTED} of each owner only, so that a
     * count costs the same however much there is.
     */
    Count count(Actor actor, Asked asked) {
        var like = asked.like();
        if (asked.requests()) {
            var all = requests.countStarted(actor.id(), null, null, MOST_COUNTED);
            return new Count(
                    requests.countStarted(actor.id(), asked.process(), like, MOST_COUNTED), all == MOST_COUNTED);
        }
        var owners = asked.owners(actor);
        var seen = asked.process() == null
                ? inbox.count(owners, asked.view(), MOST_COUNTED)
                : inbox.countOf(owners, asked.view(), asked.process(), MOST_COUNTED);
        return like == null || seen == 0
                ? new Count(seen, seen == MOST_COUNTED)
                : new Count(
                        inbox.countFound(owners, asked.view(), asked.process(), like, MOST_COUNTED),
                        seen == MOST_COUNTED);
    }
}
