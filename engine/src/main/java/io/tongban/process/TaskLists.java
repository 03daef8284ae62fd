package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
    private final TaskItems items;
    private final Clock clock;
    private final ZoneId zone;

    TaskLists(InboxMapper inbox, RequestMapper requests, TaskItems items, Clock clock, ZoneId zone) {
        this.inbox = inbox;
        this.requests = requests;
        this.items = items;
        this.clock = clock;
        this.zone = zone;
    }

    Page<TaskItems.TaskItem> page(Actor actor, Asked asked, @Nullable String cursor, int size) {
        var after = Place.of(cursor, asked.sort());
        return asked.requests() ? started(actor, asked, after, size) : tasks(actor, asked, after, size);
    }

    private Page<TaskItems.TaskItem> started(Actor actor, Asked asked, @Nullable Place after, int size) {
        var rows = requests.startedBy(
                new RequestMapper.Started(actor.id(), asked.process(), asked.like(), asked.sort(), after, size + 1));
        var page = Page.of(
                rows,
                size,
                row -> new Place(row.id(), row.applicantId(), row.createdAt(), null, row.processKey())
                        .cursor(asked.sort()));
        return new Page<>(items.started(page.items()), page.next());
    }

    private Page<TaskItems.TaskItem> tasks(Actor actor, Asked asked, @Nullable Place after, int size) {
        var owners = asked.owners(actor);
        var places = new LinkedHashMap<String, Place>();
        inbox
                .page(new InboxMapper.Query(
                        owners, asked.view(), asked.process(), asked.like(), due(asked), asked.sort(), after, size + 1))
                .stream()
                .sorted(Place.order(asked.sort()))
                .forEach(place -> places.putIfAbsent(place.id(), place));
        var page = Page.of(List.copyOf(places.values()), size, place -> place.cursor(asked.sort()));
        return new Page<>(items.items(rows(page.items(), owners, asked.view())), page.next());
    }

    private InboxMapper.@Nullable DueTime due(Asked asked) {
        var now = clock.instant();
        return asked.due() == null
                ? null
                : asked.due().equals("overdue")
                        ? new InboxMapper.DueTime(Instant.EPOCH, now)
                        : new InboxMapper.DueTime(
                                now,
                                LocalDate.ofInstant(now, zone)
                                        .plusDays(1)
                                        .atStartOfDay(zone)
                                        .toInstant());
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
        var due = due(asked);
        var seen = due != null
                ? inbox.countDue(owners, asked.view(), asked.process(), due, MOST_COUNTED)
                : asked.process() == null
                        ? inbox.count(owners, asked.view(), MOST_COUNTED)
                        : inbox.countOf(owners, asked.view(), asked.process(), MOST_COUNTED);
        return like == null || seen == 0
                ? new Count(seen, seen == MOST_COUNTED)
                : new Count(
                        inbox.countFound(owners, asked.view(), asked.process(), due, like, MOST_COUNTED),
                        seen == MOST_COUNTED);
    }
}
