package io.tongban.process;

import io.tongban.process.engine.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the model says about the time of steps, and how far up its ladder a request is; shown on the diagram. */
@Component
class Ladders {

    /**
     * The time of one step.
     *
     * @param step element id
     * @param due how long it may take, in words
     * @param goal how long it should take, in words
     * @param dueAt when it is due, while it is open
     * @param provisional whether the holidays of a year until then are not known yet
     */
    record Ladder(
            String step,
            String name,
            @Nullable String due,
            @Nullable String goal,
            @Nullable Instant dueAt,
            boolean provisional,
            List<LadderRung> rungs) {}

    /**
     * One rung.
     *
     * @param state {@code done}, {@code next} or {@code later}
     * @param at when it is climbed, of the next one
     */
    record LadderRung(String words, String state, @Nullable Instant at) {}

    private final DeadlineMapper rows;
    private final DueWords words;

    Ladders(DeadlineMapper rows, DueWords words) {
        this.rows = rows;
        this.words = words;
    }

    List<Ladder> of(RequestRow request, Model model, Locale locale) {
        var timed = model.steps().values().stream()
                .filter(step -> step.timing().isTimed())
                .toList();
        if (timed.isEmpty()) {
            return List.of();
        }
        var known = rows.ofRequest(request.id());
        return timed.stream()
                .map(step -> ladder(
                        step,
                        known.stream()
                                .filter(row -> step.id().equals(row.step()))
                                .max(Comparator.comparing((DeadlineRow row) -> row.endedAt() == null)
                                        .thenComparing(DeadlineRow::startedAt))
                                .orElse(null),
                        locale))
                .toList();
    }

    private Ladder ladder(Model.UserStep step, @Nullable DeadlineRow row, Locale locale) {
        var timing = step.timing();
        var climbed = row == null ? 0 : row.rung();
        var open = row == null || row.endedAt() != null ? null : row;
        var rungs = new ArrayList<LadderRung>();
        for (int i = 0; i < timing.rungs().size(); i++) {
            var next = open != null && i == climbed;
            rungs.add(new LadderRung(
                    words.rung(timing.rungs().get(i)),
                    i < climbed ? "done" : next ? "next" : "later",
                    open != null && next ? open.nextAt() : null));
        }
        return new Ladder(
                step.id(),
                step.name().in(locale),
                timing.due() == null ? null : words.span(timing.due()),
                timing.goal() == null ? null : words.span(timing.goal()),
                open == null ? null : open.dueAt(),
                open != null && open.provisional(),
                rungs);
    }
}
