package io.tongban.worktask;

import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.worktask.WorktaskSteps.Asked;
import io.tongban.worktask.WorktaskSteps.Resource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a task must be like to be agreed, and what may become of it. */
@Component
class WorktaskRules {

    static final int MOST_ACCEPTORS = 20;
    private static final int MOST_PARTICIPANTS = 200;
    private static final int MOST_RESOURCES = 50;
    private static final Set<String> PRIORITIES = Set.of("low", "normal", "high", "urgent");
    private static final Set<String> RESOURCES = Set.of("people", "budget", "room", "goods", "access");

    /** A task that can be agreed. */
    record Plan(
            String name,
            String goal,
            String owner,
            List<String> participants,
            LocalDate start,
            LocalDate end,
            String priority,
            List<String> acceptors,
            String rhythm,
            List<Resource> resources) {}

    private final WorktaskDates dates;
    private final People people;

    WorktaskRules(WorktaskDates dates, People people) {
        this.dates = dates;
        this.people = people;
    }

    Plan check(Asked asked, String creator) {
        var owner = present(asked.owner(), "answers.owner");
        var start = dates.day(asked.start(), "answers.start");
        var first = start == null ? dates.today() : start;
        var end = dates.day(asked.end(), "answers.end");
        if (end == null) {
            throw refused("answers.end", "worktask:end-missing");
        }
        if (end.isBefore(first)) {
            throw Problem.refused("kernel:invalid").field("answers.end", "worktask:end-before-start", first);
        }
        var acceptors = asked.acceptors() == null || asked.acceptors().isEmpty()
                ? List.of(creator)
                : acceptors(asked.acceptors(), "answers.acceptors");
        checkAcceptors(acceptors, owner, "answers.acceptors");
        var participants = new LinkedHashSet<>(asked.participants() == null ? List.of() : asked.participants());
        participants.remove(owner);
        if (participants.size() > MOST_PARTICIPANTS) {
            throw Problem.refused("kernel:invalid")
                    .field("answers.participants", "worktask:too-many-people", MOST_PARTICIPANTS);
        }
        var resources = asked.resources() == null ? List.<Resource>of() : asked.resources();
        if (resources.size() > MOST_RESOURCES
                || resources.stream().anyMatch(one -> one.kind() == null || !RESOURCES.contains(one.kind()))) {
            throw refused("answers.resources", "worktask:resource-unknown");
        }
        return new Plan(
                Objects.requireNonNullElse(asked.name(), "").strip(),
                Objects.requireNonNullElse(asked.goal(), "").strip(),
                owner,
                List.copyOf(participants),
                first,
                end,
                asked.priority() != null && PRIORITIES.contains(asked.priority()) ? asked.priority() : "normal",
                acceptors,
                asked.rhythm() != null && WorktaskDates.isRhythm(asked.rhythm()) ? asked.rhythm() : "none",
                resources);
    }

    /** Each once; whoever sends something else than people learns which field it was. */
    List<String> acceptors(List<String> named, String field) {
        var each = new LinkedHashSet<String>();
        for (var one : named) {
            if (one == null || one.isBlank()) {
                throw refused(field, "worktask:person-gone");
            }
            each.add(one);
        }
        return List.copyOf(each);
    }

    /** Present people, and not the owner: nobody accepts the own work. */
    void checkAcceptors(List<String> acceptors, String owner, String field) {
        if (acceptors.isEmpty()) {
            throw refused(field, "worktask:acceptor-missing");
        }
        if (acceptors.contains(owner)) {
            throw refused(field, "worktask:acceptor-is-owner");
        }
        if (acceptors.size() > MOST_ACCEPTORS) {
            throw Problem.refused("kernel:invalid").field(field, "worktask:too-many-people", MOST_ACCEPTORS);
        }
        if (people.present(acceptors).size() < acceptors.size()) {
            throw refused(field, "worktask:person-gone");
        }
    }

    String present(@Nullable String person, String field) {
        if (person == null || person.isBlank() || !people.present(person)) {
            throw refused(field, "worktask:person-gone");
        }
        return person;
    }

    static Problem refused(String field, String code) {
        return Problem.refused("kernel:invalid").field(field, code);
    }
}
