package io.tongban.worktask;

import io.tongban.calendar.CalendarEntries;
import io.tongban.calendar.CalendarEntry;
import io.tongban.kernel.BusinessRef;
import io.tongban.notify.Hints;
import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.org.People;
import io.tongban.org.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who learns what of a task: notices, the owner's calendar, and pages that are open. */
@Component
class WorktaskNews {

    static final String REF = "worktask.task";
    static final String TOPIC = "worktasks";

    private final Notifications notifications;
    private final Hints hints;
    private final CalendarEntries calendar;
    private final WorktaskDates dates;
    private final WorktaskDeputies deputies;
    private final People people;

    WorktaskNews(
            Notifications notifications,
            Hints hints,
            CalendarEntries calendar,
            WorktaskDates dates,
            WorktaskDeputies deputies,
            People people) {
        this.notifications = notifications;
        this.hints = hints;
        this.calendar = calendar;
        this.dates = dates;
        this.deputies = deputies;
        this.people = people;
    }

    /** Sends a notice about the task; the first arguments of every sentence are its name and its last day. */
    void tell(WorktaskRow task, Collection<String> to, String kind, Object... more) {
        var args = new ArrayList<Object>(List.of(task.name(), task.endOn()));
        args.addAll(List.of(more));
        var present = people.present(new LinkedHashSet<>(to));
        if (!present.isEmpty()) {
            notifications.send(
                    new Notice(present, "worktask." + kind, args, link(task), new BusinessRef(REF, task.requestId())));
        }
    }

    /** Owner, whoever acts as creator, and the owner's leader, each in words of their own. */
    void remind(WorktaskRow task, String kind) {
        var owners = deputies.owners(task);
        tell(task, owners, kind);
        var others = new LinkedHashSet<String>();
        others.addAll(deputies.creators(task));
        people.leader(task.ownerId()).ifPresent(others::add);
        owners.forEach(others::remove);
        tell(task, others, kind + "-others", name(task.ownerId()));
    }

    /** Asks the owner, or whoever acts as owner, for something. */
    void ask(WorktaskRow task, String kind) {
        tell(task, deputies.owners(task), kind);
    }

    /** Lets open pages fetch the task again. */
    void changed(String requestId, Collection<PersonRow> concerned) {
        hints.send(concerned.stream().map(PersonRow::personId).toList(), TOPIC, "requests/" + requestId);
    }

    /** The last day stands in the owner's calendar, in nobody else's. */
    void enter(WorktaskRow task) {
        clear(task);
        var due = dates.local(task.dueAt());
        calendar.put(new CalendarEntry(
                new BusinessRef(REF, task.requestId()),
                task.ownerId(),
                "task",
                "截止：" + task.name(),
                "Due: " + task.name(),
                due.minusMinutes(30),
                due,
                false,
                link(task)));
    }

    void clear(WorktaskRow task) {
        calendar.remove(new BusinessRef(REF, task.requestId()));
    }

    String name(@Nullable String personId) {
        return personId == null ? "" : people.find(personId).map(Person::name).orElse("");
    }

    private static String link(WorktaskRow task) {
        return "/worktasks/" + task.requestId();
    }
}
