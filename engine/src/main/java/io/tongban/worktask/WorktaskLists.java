package io.tongban.worktask;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import io.tongban.org.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of tasks; a page of a list reads everything at once, never row by row. */
@Component
@Transactional(readOnly = true)
class WorktaskLists {

    /** {@code team} is how many people the reader leads. */
    record Counts(int planned, int doing, int accepting, int closed, int late, int team, int teamLate) {}

    private static final List<Stage> WORKING = List.of(Stage.PLANNED, Stage.DOING);

    /** From so many people on, what everybody works on is read in its order. */
    private static final int MANY = 100;

    /** Owners whose tasks are read with one statement. */
    private static final int TOGETHER = 25;

    private static final int PAGE = 500;
    private static final Comparator<WorktaskMapper.Due> FIRST_DUE =
            Comparator.comparing(WorktaskMapper.Due::dueAt).thenComparing(WorktaskMapper.Due::requestId);

    private final WorktaskMapper rows;
    private final WorktaskDates dates;
    private final People people;

    WorktaskLists(WorktaskMapper rows, WorktaskDates dates, People people) {
        this.rows = rows;
        this.dates = dates;
        this.people = people;
    }

    /** The reader's tasks in these stages: what is due first, or what ended last. */
    Page<WorktaskItem> mine(
            Actor actor,
            Collection<Stage> stages,
            @Nullable String role,
            @Nullable String q,
            @Nullable Cursor from,
            int limit) {
        var newestFirst = stages.stream().allMatch(Stage::ended);
        var like = q == null || q.isBlank()
                ? null
                : "%" + q.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
        var query = new WorktaskMapper.Query(
                actor.id(),
                stages,
                role,
                like,
                newestFirst,
                from == null ? null : from.at(),
                from == null ? null : from.id(),
                limit + 1);
        var order = Comparator.comparing(WorktaskLists::sortAt).thenComparing(WorktaskRow::requestId);
        var found = rows.page(query).stream()
                .sorted(newestFirst ? order.reversed() : order)
                .limit(limit + 1L)
                .toList();
        return items(actor, Page.of(found, limit, task -> Cursor.of(sortAt(task), task.requestId())));
    }

    /** What is worked on by those whom the reader leads, what is due first. */
    Page<WorktaskItem> team(Actor actor, boolean late, @Nullable Cursor from, int limit) {
        var led = people.led(actor.id());
        if (led.isEmpty()) {
            return Page.all(List.of());
        }
        var until = late ? dates.now() : null;
        var due = led.size() > MANY
                ? ofMany(Set.copyOf(led), until, from, limit + 1)
                : ofFew(led, until, from, limit + 1);
        var known = due.isEmpty()
                ? Map.<String, WorktaskRow>of()
                : rows.byIds(due).stream().collect(Collectors.toMap(WorktaskRow::requestId, Function.identity()));
        var found = due.stream().filter(known::containsKey).map(known::get).toList();
        return items(actor, Page.of(found, limit, task -> Cursor.of(task.dueAt(), task.requestId())));
    }

    private List<String> ofFew(List<String> owners, @Nullable Instant until, @Nullable Cursor from, int most) {
        var found = new ArrayList<WorktaskMapper.Due>();
        for (int first = 0; first < owners.size(); first += TOGETHER) {
            var some = owners.subList(first, Math.min(first + TOGETHER, owners.size()));
            found.addAll(rows.ofOwners(some, WORKING, until, at(from), id(from), most));
        }
        return found.stream()
                .sorted(FIRST_DUE)
                .limit(most)
                .map(WorktaskMapper.Due::requestId)
                .toList();
    }

    /** Of so many people that what everybody works on is read in its order, and what others own is passed over. */
    private List<String> ofMany(Set<String> owners, @Nullable Instant until, @Nullable Cursor from, int most) {
        var found = new ArrayList<String>();
        var next = from;
        List<WorktaskMapper.Due> page;
        do {
            page = rows.ofEverybody(WORKING, until, at(next), id(next), PAGE).stream()
                    .sorted(FIRST_DUE)
                    .limit(PAGE)
                    .toList();
            page.stream()
                    .filter(due -> owners.contains(due.ownerId()))
                    .limit(most - found.size())
                    .forEach(due -> found.add(due.requestId()));
            if (!page.isEmpty()) {
                var last = page.get(page.size() - 1);
                next = new Cursor(last.dueAt(), last.requestId());
            }
        } while (page.size() == PAGE && found.size() < most);
        return found;
    }

    private static @Nullable Instant at(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.at();
    }

    private static @Nullable String id(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.id();
    }

    Counts counts(Actor actor) {
        var by = rows.counts(actor.id()).stream()
                .collect(Collectors.toMap(WorktaskMapper.Count::stage, WorktaskMapper.Count::number));
        var now = dates.now();
        var led = people.led(actor.id());
        return new Counts(
                by.getOrDefault(Stage.PLANNED, 0),
                by.getOrDefault(Stage.DOING, 0),
                by.getOrDefault(Stage.ACCEPTING, 0),
                by.getOrDefault(Stage.CLOSED, 0),
                rows.late(actor.id(), now),
                led.size(),
                led.isEmpty() ? 0 : late(led, now));
    }

    /** How much those who are led are late with. */
    private int late(List<String> led, Instant now) {
        var owners = Set.copyOf(led);
        return rows.lateOf(led.size() > MANY ? null : led, now).stream()
                .filter(late -> owners.contains(late.ownerId()))
                .mapToInt(WorktaskMapper.Late::number)
                .sum();
    }

    private Page<WorktaskItem> items(Actor actor, Page<WorktaskRow> page) {
        if (page.items().isEmpty()) {
            return Page.all(List.of());
        }
        var ids = page.items().stream().map(WorktaskRow::requestId).toList();
        var mine = rows.mine(actor.id(), ids).stream()
                .collect(Collectors.toMap(PersonRow::requestId, Function.identity()));
        var names = people.byIds(page.items().stream().map(WorktaskRow::ownerId).collect(Collectors.toSet()));
        var now = dates.now();
        return page.map(task -> WorktaskItem.of(task, mine.get(task.requestId()), names, now));
    }

    private static Instant sortAt(WorktaskRow task) {
        return task.endedAt() == null ? task.dueAt() : Objects.requireNonNull(task.endedAt());
    }
}
