package io.tongban.process;

import io.tongban.kernel.Page;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.Belongings.Belonging;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.engine.Models;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What somebody holds, for whoever hands it over. */
@Component
class HandoverViews {

    private static final int MOST_REQUESTS = 200;

    /**
     * A task that is handed over.
     *
     * @param part what the person is to a vote, null where they decide alone
     * @param pool role in which nobody else is left
     * @param onBehalfOf to whom it goes back, because the person only stands in
     * @param deputy who has it now in the person's place
     */
    record HeldTask(
            String id,
            String requestId,
            String number,
            String title,
            String processName,
            PersonRef applicant,
            String step,
            String state,
            @Nullable String part,
            @Nullable String pool,
            @Nullable PersonRef onBehalfOf,
            @Nullable PersonRef deputy,
            Instant since,
            @Nullable Instant due,
            boolean suspended) {}

    /** A running request of the person: its leader acts as applicant when the person has left. */
    record Running(String id, String number, String title, Instant createdAt) {}

    /**
     * Everything.
     *
     * @param total how many tasks there are
     * @param tasks the first, or those after the cursor
     */
    record Holdings(
            PersonRef person,
            boolean present,
            int total,
            List<HeldTask> tasks,
            @Nullable String next,
            List<Running> requests,
            List<Belonging> belongings) {}

    private final Handovers handovers;
    private final InboxMapper inbox;
    private final StandInMapper standIns;
    private final RequestMapper requests;
    private final AdminMapper counts;
    private final Models models;
    private final People people;
    private final Names names;
    private final List<Belongings> belongings;

    HandoverViews(
            Handovers handovers,
            InboxMapper inbox,
            StandInMapper standIns,
            RequestMapper requests,
            AdminMapper counts,
            Models models,
            People people,
            Names names,
            List<Belongings> belongings) {
        this.handovers = handovers;
        this.inbox = inbox;
        this.standIns = standIns;
        this.requests = requests;
        this.counts = counts;
        this.models = models;
        this.people = people;
        this.names = names;
        this.belongings = belongings;
    }

    /** @param cursor {@code request|task} of the last one on the page before */
    Holdings of(String personId, @Nullable String cursor, int limit) {
        var person = people.get(personId);
        var locale = LocaleContextHolder.getLocale();
        var owners = handovers.owners(personId);
        var withDeputies = handovers.deputies(personId).stream()
                .flatMap(deputy -> standIns.held(personId, deputy).stream())
                .toList();
        var from = cursor == null || !cursor.contains("|") ? new String[] {"", ""} : cursor.split("\\|", 2);
        var rows = new LinkedHashMap<String, InboxRow>();
        for (var owner : owners) {
            inbox.pending(owner, from[0], from[1], limit + 1).forEach(row -> rows.putIfAbsent(row.id(), row));
        }
        withDeputies.stream()
                .filter(row -> row.requestId().compareTo(from[0]) > 0
                        || row.requestId().equals(from[0]) && row.id().compareTo(from[1]) > 0)
                .forEach(row -> rows.putIfAbsent(row.id(), row));
        var sorted = rows.values().stream()
                .sorted(Comparator.comparing(InboxRow::requestId).thenComparing(InboxRow::id))
                .limit(limit + 1)
                .toList();
        var page = Page.of(sorted, limit, row -> row.requestId() + "|" + row.id());
        var first = cursor == null;
        return new Holdings(
                new PersonRef(personId, person.name(), person.portrait()),
                person.present(),
                counts.pending(owners) + withDeputies.size(),
                tasks(personId, page.items(), locale),
                page.next(),
                first ? running(personId, locale) : List.of(),
                first
                        ? belongings.stream()
                                .flatMap(one -> one.of(personId, locale).stream())
                                .toList()
                        : List.of());
    }

    private List<HeldTask> tasks(String personId, List<InboxRow> rows, Locale locale) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var byId = requests.byIds(rows.stream().map(InboxRow::requestId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(RequestRow::id, row -> row));
        var ids = new LinkedHashSet<String>();
        byId.values().forEach(row -> ids.add(row.applicantId()));
        rows.forEach(row -> {
            ids.add(row.owner());
            if (row.behalf() != null) {
                ids.add(row.behalf());
            }
        });
        var known = people.byIds(ids);
        var pools = names.roles(ids, locale);
        return rows.stream()
                .map(row ->
                        task(personId, row, Objects.requireNonNull(byId.get(row.requestId())), known, pools, locale))
                .toList();
    }

    private HeldTask task(
            String personId,
            InboxRow row,
            RequestRow request,
            Map<String, Person> known,
            Map<String, String> pools,
            Locale locale) {
        var model = models.of(request.definitionId());
        var behalf = row.behalf();
        return new HeldTask(
                row.id(),
                request.id(),
                request.number(),
                Names.title(request, locale),
                model.name().in(locale),
                Names.person(known, request.applicantId()),
                Objects.requireNonNullElse(Names.step(model, row.step(), locale), ""),
                row.state(),
                row.part(),
                pools.get(row.owner()),
                behalf == null || behalf.equals(personId) ? null : Names.person(known, behalf),
                personId.equals(behalf) ? Names.person(known, row.owner()) : null,
                row.since(),
                row.dueAt(),
                request.suspended());
    }

    private List<Running> running(String personId, Locale locale) {
        var all = new ArrayList<Running>();
        requests.runningOf(personId, MOST_REQUESTS)
                .forEach(
                        row -> all.add(new Running(row.id(), row.number(), Names.title(row, locale), row.createdAt())));
        return all;
    }
}
