package io.tongban.process;

import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.DueWords.TimeLeft;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.engine.Models;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Lines of lists of tasks and requests, in the reader's language. */
@Component
class TaskItems {

    /**
     * One line of the list.
     *
     * @param onBehalfOf for whom whoever holds it acts
     * @param timeLeft working time until then
     * @param together what can be decided on it together with others
     * @param waitsFor names of the people or roles that have it now; of an own request
     */
    record TaskItem(
            String id,
            String title,
            String process,
            String processName,
            String requestId,
            String number,
            @Nullable String step,
            String status,
            String requestStatus,
            Instant since,
            @Nullable Instant due,
            @Nullable TimeLeft timeLeft,
            int priority,
            int revision,
            PersonRef applicant,
            @Nullable String pool,
            @Nullable String action,
            boolean suspended,
            @Nullable PersonRef onBehalfOf,
            Batches.@Nullable Together together,
            List<String> waitsFor) {}

    private final People people;
    private final Names names;
    private final Models models;
    private final RequestMapper requests;
    private final InboxMapper inbox;
    private final DueWords due;

    TaskItems(People people, Names names, Models models, RequestMapper requests, InboxMapper inbox, DueWords due) {
        this.people = people;
        this.names = names;
        this.models = models;
        this.requests = requests;
        this.inbox = inbox;
        this.due = due;
    }

    List<TaskItem> items(List<InboxRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(InboxRow::requestId).collect(Collectors.toSet());
        var byId = requests.byIds(ids).stream().collect(Collectors.toMap(RequestRow::id, r -> r));
        var known = people.byIds(Stream.concat(
                        byId.values().stream().map(RequestRow::applicantId),
                        rows.stream().map(InboxRow::behalf).filter(Objects::nonNull))
                .collect(Collectors.toSet()));
        var pools = names.roles(rows.stream().map(InboxRow::owner).toList(), LocaleContextHolder.getLocale());
        return rows.stream()
                .map(row -> item(row, byId.get(row.requestId()), known, pools))
                .toList();
    }

    private TaskItem item(
            InboxRow row, @Nullable RequestRow request, Map<String, Person> known, Map<String, String> pools) {
        var r = Objects.requireNonNull(request);
        var model = models.of(r.definitionId());
        var locale = LocaleContextHolder.getLocale();
        return new TaskItem(
                row.id(),
                Names.title(r, locale),
                row.processKey(),
                model.name().in(locale),
                r.id(),
                r.number(),
                Names.step(model, row.step(), locale),
                row.state(),
                r.status(),
                row.state().equals("done") ? row.at() : row.since(),
                row.dueAt(),
                row.pending() ? due.left(row.dueAt()) : null,
                row.priority(),
                row.revision(),
                Names.person(known, r.applicantId()),
                pools.get(row.owner()),
                row.action(),
                r.suspended(),
                row.behalf() == null ? null : Names.person(known, row.behalf()),
                r.suspended() ? null : Batches.together(row, model),
                List.of());
    }

    List<TaskItem> started(List<RequestRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var running =
                rows.stream().filter(RequestRow::running).map(RequestRow::id).toList();
        var open = (running.isEmpty() ? List.<InboxRow>of() : inbox.todo(running))
                .stream().collect(Collectors.groupingBy(InboxRow::requestId));
        var owners = open.values().stream()
                .flatMap(List::stream)
                .map(InboxRow::owner)
                .toList();
        var known = people.byIds(Stream.concat(rows.stream().map(RequestRow::applicantId), owners.stream())
                .filter(owner -> !owner.startsWith(Names.ROLE))
                .collect(Collectors.toSet()));
        var pools = names.roles(owners, LocaleContextHolder.getLocale());
        var locale = LocaleContextHolder.getLocale();
        return rows.stream()
                .map(r -> {
                    var model = models.of(r.definitionId());
                    var waits = open.getOrDefault(r.id(), List.of());
                    var first = waits.stream()
                            .map(InboxRow::dueAt)
                            .filter(Objects::nonNull)
                            .min(Instant::compareTo)
                            .orElse(null);
                    return new TaskItem(
                            r.id(),
                            Names.title(r, locale),
                            r.processKey(),
                            model.name().in(locale),
                            r.id(),
                            r.number(),
                            null,
                            r.status(),
                            r.status(),
                            r.createdAt(),
                            first,
                            due.left(first),
                            50,
                            r.revision(),
                            Names.person(known, r.applicantId()),
                            null,
                            null,
                            r.suspended(),
                            null,
                            null,
                            waits.stream()
                                    .map(row -> row.owner().startsWith(Names.ROLE)
                                            ? String.valueOf(pools.get(row.owner()))
                                            : Names.person(known, row.owner()).name())
                                    .distinct()
                                    .toList());
                })
                .toList();
    }
}
