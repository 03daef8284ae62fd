package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.process.TaskFilterMapper.FilterRow;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Searches of the task list that people keep under names, in their order; one of them may be what the list opens with. */
@Service
class TaskFilters {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_WORDS = 100;
    private static final int LONGEST_KEY = 64;
    private static final TypeReference<List<TaskFilter>> LIST = new TypeReference<>() {};

    /** {@code id} is null for a new one; {@code opens} when the list begins with it. */
    record TaskFilter(
            @Nullable String id,
            @Nullable String name,
            @Nullable String view,
            @Nullable String q,
            @Nullable String process,
            @Nullable String due,
            @Nullable String sort,
            @Nullable Boolean opens) {}

    /** {@code more} when there are more than {@code count}, or may be. */
    record CountedFilter(
            String id,
            String name,
            String view,
            @Nullable String q,
            @Nullable String process,
            @Nullable String due,
            String sort,
            boolean opens,
            int count,
            boolean more) {}

    /** One person's filters; the revision is 0 before the first is kept. */
    record OwnFilters(List<CountedFilter> items, int revision) {}

    private final TaskFilterMapper rows;
    private final TaskLists lists;
    private final JsonMapper json;

    TaskFilters(TaskFilterMapper rows, TaskLists lists, JsonMapper json) {
        this.rows = rows;
        this.lists = lists;
        this.json = json;
    }

    OwnFilters of(Actor actor) {
        var row = rows.find(actor.id());
        return row == null
                ? new OwnFilters(List.of(), 0)
                : new OwnFilters(
                        json.readValue(row.filters(), LIST).stream()
                                .map(filter -> counted(actor, filter))
                                .toList(),
                        row.revision());
    }

    private CountedFilter counted(Actor actor, TaskFilter filter) {
        var asked = asked(filter);
        var counted = lists.count(actor, asked);
        return new CountedFilter(
                String.valueOf(filter.id()),
                String.valueOf(filter.name()),
                asked.view(),
                asked.q(),
                asked.process(),
                asked.due(),
                asked.sort(),
                Boolean.TRUE.equals(filter.opens()),
                counted.count(),
                counted.more());
    }

    private static Asked asked(TaskFilter filter) {
        return Asked.of(filter.view(), filter.q(), filter.process(), filter.due(), filter.sort());
    }

    /** The whole list in its new order; somebody who saw an older one is refused. */
    @Transactional
    public void keep(Actor actor, List<@Nullable TaskFilter> filters, int revision) {
        if (filters.size() > MOST) {
            throw Problem.refused("process:too-many-filters", MOST).field("items", "process:too-many-filters", MOST);
        }
        var ids = new HashSet<String>();
        var names = new HashSet<String>();
        var clean = IntStream.range(0, filters.size())
                .mapToObj(i -> clean(filters.get(i), "items[" + i + "].name", ids, names))
                .toList();
        if (clean.stream().filter(filter -> Boolean.TRUE.equals(filter.opens())).count() > 1) {
            throw Problem.malformed("kernel:malformed");
        }
        var row = new FilterRow(actor.id(), json.writeValueAsString(clean), revision + 1);
        try {
            if (revision == 0) {
                rows.insert(row);
            } else if (rows.update(row) == 0) {
                throw Problem.conflict("process:filters-moved");
            }
        } catch (DuplicateKeyException kept) {
            throw Problem.conflict("process:filters-moved");
        }
    }

    private static TaskFilter clean(
            @Nullable TaskFilter filter, String field, HashSet<String> ids, HashSet<String> names) {
        if (filter == null
                || isLong(filter.q(), LONGEST_WORDS)
                || isLong(filter.process(), LONGEST_KEY)
                || isLong(filter.id(), LONGEST_KEY)) {
            throw Problem.malformed("kernel:malformed");
        }
        var name = filter.name() == null ? "" : filter.name().strip();
        if (name.isEmpty()) {
            throw Problem.refused("kernel:invalid").field(field, "process:filter-name-needed");
        }
        if (isLong(name, LONGEST_NAME)) {
            throw Problem.refused("kernel:invalid").field(field, "process:filter-name-too-long", LONGEST_NAME);
        }
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw Problem.refused("kernel:invalid").field(field, "process:filter-name-taken", name);
        }
        var asked = asked(filter);
        var id = filter.id() == null || !ids.add(filter.id()) ? Ids.next() : filter.id();
        return new TaskFilter(
                id,
                name,
                asked.view(),
                asked.q(),
                asked.process(),
                asked.due(),
                asked.sort(),
                Boolean.TRUE.equals(filter.opens()));
    }

    private static boolean isLong(@Nullable String text, int most) {
        return text != null && (text.codePointCount(0, text.length()) > most || text.indexOf('\0') >= 0);
    }
}
