package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.notify.Hints;
import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.process.engine.Jobs;
import io.tongban.process.engine.Models;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Opens the work on a request and writes, once, what came of it. */
@Component
class Works {

    private static final TypeReference<LinkedHashMap<String, Object>> ANSWERS = new TypeReference<>() {};

    private final RequestMapper requests;
    private final InboxMapper inbox;
    private final SeatMapper seats;
    private final DueDates deadlines;
    private final Trail trail;
    private final Endings endings;
    private final Jobs jobs;
    private final Models models;
    private final Titles titles;
    private final Approvers approvers;
    private final Notifications notifications;
    private final Hints hints;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    Works(
            RequestMapper requests,
            InboxMapper inbox,
            SeatMapper seats,
            DueDates deadlines,
            Trail trail,
            Endings endings,
            Jobs jobs,
            Models models,
            Titles titles,
            Approvers approvers,
            Notifications notifications,
            Hints hints,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.requests = requests;
        this.inbox = inbox;
        this.seats = seats;
        this.deadlines = deadlines;
        this.trail = trail;
        this.endings = endings;
        this.jobs = jobs;
        this.models = models;
        this.titles = titles;
        this.approvers = approvers;
        this.notifications = notifications;
        this.hints = hints;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** Locks the request's row, so that whatever else happens to this request waits. */
    Work open(Actor actor, String requestId) {
        writeWaiting();
        return locked(actor, requests.lock(requestId));
    }

    /** The same by a task of the request. */
    Work openTask(Actor actor, String taskId) {
        writeWaiting();
        return locked(actor, requests.lockByTask(taskId));
    }

    /** A work of the system that is written when the running transaction commits. */
    Work openUntilCommit(String requestId) {
        var work = locked(Actor.SYSTEM, requests.lock(requestId));
        work.waiting = true;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void beforeCommit(boolean readOnly) {
                if (work.waiting) {
                    write(work);
                }
            }

            @Override
            public void afterCompletion(int status) {
                if (work.waiting) {
                    work.close();
                }
            }
        });
        return work;
    }

    /** Whoever acts next in the same transaction sees what an event has moved before. */
    private void writeWaiting() {
        for (var work : Work.allWaiting()) {
            write(work);
            work.waiting = false;
            work.close();
        }
    }

    private Work locked(Actor actor, @Nullable RequestRow request) {
        if (request == null) {
            throw Problem.notFound();
        }
        return open(actor, request);
    }

    Work open(Actor actor, RequestRow request) {
        return Work.open(actor, models.of(request.definitionId()), request, answers(request));
    }

    Map<String, Object> answers(RequestRow request) {
        return json.readValue(request.answers(), ANSWERS);
    }

    void write(Work work) {
        if (work.ending != null) {
            endings.end(work, work.ending);
            work.ending = null;
        }
        var before = work.request;
        var model = work.model;
        var ended = !work.status.equals("running")
                && (before.running() || work.status.equals("cancelled") && !work.status.equals(before.status()));
        var now = clock.instant();
        var retitled = work.submitting || !work.facts.isEmpty() && titles.known(model, work);
        var title = retitled ? titles.render(model, work, false) : before.title();
        var titleEn = retitled ? titles.render(model, work, true) : before.titleEn();
        var written = before.after(work, title, titleEn, json.writeValueAsString(work.answers), now);
        var after = ended ? written.ended(now, endings.factsToKeep(work)) : written;
        if (work.submitting) {
            requests.insert(after);
        } else {
            requests.update(after);
        }
        work.request = after;
        if (after.suspended()) {
            // What has begun to wait meanwhile stands still with the rest.
            jobs.hold(after.instanceId());
        }
        if (ended) {
            copies(work, now);
            events.publishEvent(new ProcessEvent.Ended(after.id(), after.processKey(), work.status));
        }
        if (!work.tasks.isEmpty()) {
            inbox.insert(work.tasks);
        }
        if (!work.seats.isEmpty()) {
            seats.insert(work.seats);
        }
        deadlines.write(work, ended && before.running());
        trail.add(work, before, now);
        tell(work, ended && before.running());
    }

    /** Whom the model names gets a copy when the request has been approved or completed. */
    private void copies(Work work, java.time.Instant now) {
        if (!Set.of("approved", "completed").contains(work.status)) {
            return;
        }
        var people = new LinkedHashSet<String>();
        for (var rule : work.model.copies()) {
            people.addAll(approvers
                    .find(Approvers.Question.simple(rule, work.request.applicantId(), n -> work.value(n, x -> null)))
                    .people());
        }
        people.remove(work.request.applicantId());
        for (var person : people) {
            work.tasks.add(InboxRow.copy(work, person, now));
        }
        notice(work, List.copyOf(people), "process.copied", "/requests/" + work.request.id());
    }

    private void tell(Work work, boolean ended) {
        var request = work.request;
        var byTask = new LinkedHashMap<String, List<String>>();
        for (var task : work.tasks) {
            if (task.state().equals("todo")) {
                byTask.computeIfAbsent(task.id(), id -> new ArrayList<>()).add(task.owner());
            }
        }
        var watching = new LinkedHashSet<String>(work.told);
        var returned =
                work.tasks.stream().anyMatch(task -> java.util.Objects.equals(task.step(), work.model.firstStep()));
        byTask.forEach((task, owners) -> {
            var people = approvers.people(owners);
            watching.addAll(people);
            var told = people.stream().filter(p -> !p.equals(work.actor.id())).toList();
            notice(work, told, returned ? "process.returned" : "process.task", "/tasks/" + task);
        });
        if (ended && !work.actor.id().equals(request.applicantId())) {
            notice(work, List.of(request.applicantId()), "process." + work.status, "/requests/" + request.id());
        }
        watching.add(request.applicantId());
        watching.add(work.actor.id());
        hints.send(watching, "tasks", "requests/" + request.id());
    }

    /** Tells people what happened to a task of theirs, with a link that opens it. */
    void tellTask(Work work, String kind, String taskId, Collection<String> people) {
        var others = people.stream().filter(p -> !p.equals(work.actor.id())).toList();
        notice(work, others, kind, "/tasks/" + taskId);
        work.told.addAll(people);
    }

    /** Tells people what happened to the request. */
    void tellRequest(Work work, String kind, Collection<String> people) {
        var others = people.stream().filter(p -> !p.equals(work.actor.id())).toList();
        notice(work, others, kind, "/requests/" + work.request.id());
        work.told.addAll(people);
    }

    /** Pages of those who were told, and of the applicant, fetch again. */
    void hint(Work work) {
        var watching = new LinkedHashSet<>(work.told);
        watching.add(work.request.applicantId());
        watching.add(work.actor.id());
        hints.send(watching, "tasks", "requests/" + work.request.id());
    }

    Map<String, Object> values(@Nullable String document) {
        return document == null ? new LinkedHashMap<>() : json.readValue(document, ANSWERS);
    }

    /** Digest of the answers that a step sees; the same while nothing of them has changed. */
    String content(Work work, io.tongban.process.engine.Model.@Nullable UserStep step) {
        var seen = step == null ? work.answers : Unseen.without(work.answers, step.hidden());
        return digest(seen);
    }

    String digest(Map<String, Object> seen) {
        return Actions.digest(json.writeValueAsString(new java.util.TreeMap<>(seen)));
    }

    List<String> peopleOf(String owner) {
        return approvers.people(List.of(owner));
    }

    /** Tells everybody who has to do with the request, except who acts and who is told otherwise. */
    void tellAll(Work work, String kind, Collection<String> except) {
        var people = new LinkedHashSet<String>();
        people.add(work.request.applicantId());
        var owners = inbox.ofRequest(work.request.id()).stream()
                .filter(row -> !row.state().equals("gone"))
                .map(InboxRow::owner)
                .toList();
        people.addAll(approvers.people(owners));
        people.remove(work.actor.id());
        notice(work, people.stream().filter(p -> !except.contains(p)).toList(), kind, "/requests/" + work.request.id());
        people.add(work.actor.id());
        hints.send(people, "requests/" + work.request.id());
    }

    private void notice(Work work, List<String> to, String kind, String link) {
        if (!to.isEmpty()) {
            var request = work.request;
            notifications.send(new Notice(
                    to,
                    kind,
                    List.of(applicantName(work), request.title(), request.titleEn(), request.number(), work.by()),
                    link,
                    new io.tongban.kernel.BusinessRef("process.request", request.id())));
        }
    }

    private String applicantName(Work work) {
        return work.actor.id().equals(work.request.applicantId())
                ? work.actor.name()
                : titles.nameOf(work.request.applicantId());
    }
}
