package io.tongban.process;

import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.process.engine.Engine;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a timer of any model may do: remind whoever holds a step. */
@Component
class ReminderSteps {

    /**
     * What the model says.
     *
     * @param step element id of the user task
     * @param also rules, with spaces, of people who are told that it is late
     */
    record Remind(String step, @Nullable String also) {}

    private final InboxMapper inbox;
    private final Approvers approvers;
    private final Notifications notifications;
    private final Trail trail;
    private final Titles titles;
    private final Works works;
    private final Engine engine;
    private final Clock clock;

    ReminderSteps(
            InboxMapper inbox,
            Approvers approvers,
            Notifications notifications,
            Trail trail,
            Titles titles,
            Works works,
            Engine engine,
            Clock clock) {
        this.inbox = inbox;
        this.approvers = approvers;
        this.notifications = notifications;
        this.trail = trail;
        this.titles = titles;
        this.works = works;
        this.engine = engine;
        this.clock = clock;
    }

    @Step("process.remind")
    void remind(Remind remind, StepContext context) {
        var open = inbox.ofRequest(context.requestId()).stream()
                .filter(row -> row.state().equals("todo") && remind.step().equals(row.step()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        var work = java.util.Objects.requireNonNull(Work.current(context.requestId()));
        var holders = new LinkedHashSet<String>();
        for (var row : open) {
            var people = works.peopleOf(row.owner());
            holders.addAll(people);
            tell(work, people, "process.reminder", "/tasks/" + row.id());
        }
        var others = new LinkedHashSet<String>();
        var facts = engine.facts(work.request.instanceId());
        for (var rule :
                remind.also() == null ? new String[0] : remind.also().strip().split("\\s+")) {
            others.addAll(approvers
                    .find(Approvers.Question.simple(
                            rule, work.request.applicantId(), name -> work.value(name, facts::get)))
                    .people());
        }
        others.removeAll(holders);
        tell(work, List.copyOf(others), "process.late", "/requests/" + work.request.id());
        trail.add(EntryRow.bySystem(work, "remind", remind.step(), null, null, clock.instant()));
    }

    private void tell(Work work, List<String> people, String kind, String link) {
        if (!people.isEmpty()) {
            var request = work.request;
            notifications.send(new Notice(
                    people,
                    kind,
                    List.of(titles.nameOf(request.applicantId()), request.title(), request.titleEn(), request.number()),
                    link,
                    new io.tongban.kernel.BusinessRef(Requests.OWNER_TYPE, request.id())));
        }
    }
}
