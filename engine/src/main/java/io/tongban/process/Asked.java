package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a task list is asked for.
 *
 * @param view {@code todo}, {@code waiting}, {@code done}, {@code copied} or {@code started}
 * @param q words of the title or number
 * @param process key of the only process wanted
 * @param due {@code overdue} or {@code today}, null for any time
 * @param sort {@code newest}, {@code oldest}, {@code process}, or {@code due} where tasks may have a deadline
 */
record Asked(
        String view,
        @Nullable String q,
        @Nullable String process,
        @Nullable String due,
        String sort) {

    private static final Set<String> VIEWS = Set.of("todo", "waiting", "done", "copied", "started");
    private static final Set<String> DUE = Set.of("overdue", "today");
    private static final Set<String> SORTS = Set.of("newest", "oldest", "process", "due");

    /** @throws Problem 400 when there is no such view, time or order */
    static Asked of(
            @Nullable String view,
            @Nullable String q,
            @Nullable String process,
            @Nullable String due,
            @Nullable String sort) {
        var asked = new Asked(
                view == null ? "todo" : view,
                cleaned(q),
                cleaned(process),
                cleaned(due),
                sort == null ? "newest" : sort);
        if (!VIEWS.contains(asked.view)
                || !SORTS.contains(asked.sort)
                || asked.due != null && !DUE.contains(asked.due)
                || (asked.sort.equals("due") || asked.due != null) && asked.requests()) {
            throw Problem.malformed("kernel:malformed");
        }
        return asked;
    }

    private static @Nullable String cleaned(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Whether it lists requests of the person instead of tasks. */
    boolean requests() {
        return view.equals("started");
    }

    /** Under which names it is found; what roles may do is only there as long as nobody did it. */
    List<String> owners(Actor actor) {
        return view.equals("todo") ? Access.owners(actor) : List.of(actor.id());
    }

    @Nullable
    String like() {
        return q == null ? null : "%" + Relations.escaped(q.toLowerCase(Locale.ROOT)) + "%";
    }
}
