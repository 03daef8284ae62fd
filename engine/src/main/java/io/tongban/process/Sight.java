package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which fields of a request a reader does not see. */
@Component
class Sight {

    private final Access access;
    private final Forms forms;

    Sight(Access access, Forms forms) {
        this.access = access;
        this.forms = forms;
    }

    /**
     * What a reader sees of the answers.
     *
     * @param hidden fields and columns that none of the reader's steps may see; the applicant's is the first
     * @param plain whether a field that most people see in part is seen as a whole
     */
    record Seen(Set<String> hidden, Predicate<String> plain) {}

    Seen of(Actor reader, RequestRow row, Model model, List<InboxRow> tasks, List<EntryRow> entries) {
        var own = row.applicantId().equals(reader.id());
        var steps = own ? List.<UserStep>of() : steps(reader, model, tasks, entries);
        return new Seen(
                Administrators.of(reader, model) ? Set.of() : hidden(reader, row, model, own, steps),
                field -> own || steps.stream().anyMatch(step -> plain(model, step, field)));
    }

    private Set<String> hidden(Actor reader, RequestRow row, Model model, boolean own, List<UserStep> steps) {
        if (own) {
            return model.firstStep() == null
                    ? Set.of()
                    : model.step(model.firstStep()).hidden();
        }
        if (steps.isEmpty()) {
            var anybody = hiddenFromAnybody(model);
            return anybody.isEmpty() || access.named(reader, row) ? Set.of() : anybody;
        }
        return steps.stream()
                .map(UserStep::hidden)
                .reduce((a, b) -> a.stream().filter(b::contains).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** Steps of which the reader has or had a task. */
    private static List<UserStep> steps(Actor reader, Model model, List<InboxRow> tasks, List<EntryRow> entries) {
        var mine = Access.owners(reader);
        var held = tasks.stream()
                .filter(t -> mine.contains(t.owner()) || t.pool() != null && mine.contains(t.pool()))
                .map(InboxRow::step);
        var done = entries.stream()
                .filter(e -> e.taskId() != null && e.personId().equals(reader.id()))
                .map(EntryRow::step);
        return Stream.concat(held, done)
                .filter(step -> step != null && model.steps().containsKey(step))
                .map(step -> model.step(Objects.requireNonNull(step)))
                .distinct()
                .toList();
    }

    /** Whoever writes a field has to see all of it. */
    private boolean plain(Model model, UserStep step, String field) {
        return step.unmasked().contains(field)
                || forms.of(model, step).fields().containsKey(field)
                        && forms.rights(model, step).writes(field);
    }

    /**
     * Whoever was only mentioned or has only a copy sees no more than every step does: nobody opens a field to others by
     * naming them.
     */
    private static Set<String> hiddenFromAnybody(Model model) {
        return model.steps().values().stream()
                .flatMap(step -> step.hidden().stream())
                .collect(Collectors.toSet());
    }
}
