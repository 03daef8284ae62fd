package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.process.engine.Model;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which fields of a request a reader does not see. */
@Component
class Sight {

    private final Access access;

    Sight(Access access) {
        this.access = access;
    }

    /** Fields that none of the reader's steps may see; the applicant sees everything. */
    Set<String> hidden(Actor reader, RequestRow row, Model model, List<InboxRow> tasks, List<EntryRow> entries) {
        if (row.applicantId().equals(reader.id()) || Administrators.of(reader, model)) {
            return Set.of();
        }
        if (access.onlyMentioned(reader, row)) {
            return hiddenFromAnybody(model);
        }
        var mine = Access.owners(reader);
        var held = tasks.stream()
                .filter(t -> mine.contains(t.owner()) || t.pool() != null && mine.contains(t.pool()))
                .map(InboxRow::step);
        var done = entries.stream()
                .filter(e -> e.taskId() != null && e.personId().equals(reader.id()))
                .map(EntryRow::step);
        return Stream.concat(held, done)
                .filter(step -> step != null && model.steps().containsKey(step))
                .map(step -> model.step(java.util.Objects.requireNonNull(step)).hidden())
                .reduce((a, b) -> a.stream().filter(b::contains).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** Whoever was only mentioned sees no more than every step does: nobody opens a field to others by naming them. */
    private static Set<String> hiddenFromAnybody(Model model) {
        return model.steps().values().stream()
                .flatMap(step -> step.hidden().stream())
                .collect(Collectors.toSet());
    }
}
