package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.engine.Jobs;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Models;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The requests under way as their administrators see them. */
@Component
class AdminViews {

    private static final int MOST_FAILED = 1_000;

    /** A step that waits for people; {@code pools} are names of roles. */
    record Waiting(
            String step,
            List<PersonRef> holders,
            List<String> pools,
            Instant since,
            @Nullable Instant due) {}

    /**
     * A request under way.
     *
     * @param failures how many of its steps have failed
     */
    record AdminItem(
            String id,
            String number,
            String process,
            String processName,
            String title,
            PersonRef applicant,
            int revision,
            Instant createdAt,
            @Nullable Instant suspendedAt,
            int failures,
            List<Waiting> waiting) {}

    /** What is looked for. */
    record Asked(
            @Nullable String state,
            @Nullable String process,
            @Nullable String q,
            @Nullable String applicant,
            @Nullable String cursor,
            int limit) {}

    private final AdminMapper rows;
    private final Administrators administrators;
    private final Models models;
    private final Jobs jobs;
    private final People people;
    private final Names names;

    AdminViews(AdminMapper rows, Administrators administrators, Models models, Jobs jobs, People people, Names names) {
        this.rows = rows;
        this.administrators = administrators;
        this.models = models;
        this.jobs = jobs;
        this.people = people;
        this.names = names;
    }

    Page<AdminItem> page(Actor actor, Asked asked) {
        var failures = failures();
        var query = query(actor, asked, failures.keySet());
        if (query == null) {
            return Page.all(List.of());
        }
        var page = Page.of(rows.page(query), asked.limit(), RequestRow::id);
        return new Page<>(items(page.items(), failures), page.next());
    }

    /** How many there are on all pages. */
    long count(Actor actor, Asked asked) {
        var query = query(actor, asked, failures().keySet());
        return query == null ? 0 : rows.count(query);
    }

    private Map<String, Long> failures() {
        return jobs.failures(MOST_FAILED).stream()
                .collect(Collectors.groupingBy(Jobs.Failure::requestId, Collectors.counting()));
    }

    /** Null when there can be none. */
    private AdminMapper.@Nullable Query query(Actor actor, Asked asked, Set<String> failed) {
        var own = administrators.processes(actor);
        if (own.isPresent() && own.get().isEmpty()) {
            throw Problem.forbidden();
        }
        var state = asked.state() == null || asked.state().isBlank() ? "all" : asked.state();
        if (!Set.of("all", "suspended", "failed").contains(state)) {
            throw Problem.malformed("kernel:malformed");
        }
        var process = asked.process() == null || asked.process().isBlank() ? null : asked.process();
        @Nullable Collection<String> processes = own.orElse(null);
        if (process != null) {
            processes = processes == null || processes.contains(process) ? Set.of(process) : Set.of("");
        }
        if (state.equals("failed") && failed.isEmpty()) {
            return null;
        }
        var words = asked.q() == null || asked.q().isBlank() ? null : asked.q().strip();
        return new AdminMapper.Query(
                processes,
                state.equals("failed") ? failed : null,
                state.equals("suspended"),
                words == null ? null : "%" + Relations.escaped(words.toLowerCase(Locale.ROOT)) + "%",
                asked.applicant() == null || asked.applicant().isBlank() ? null : asked.applicant(),
                asked.cursor() == null || asked.cursor().isBlank() ? null : asked.cursor(),
                asked.limit() + 1);
    }

    private List<AdminItem> items(List<RequestRow> page, Map<String, Long> failures) {
        if (page.isEmpty()) {
            return List.of();
        }
        var locale = LocaleContextHolder.getLocale();
        var open = rows.open(page.stream().map(RequestRow::id).toList()).stream()
                .collect(Collectors.groupingBy(InboxRow::requestId));
        var ids = new LinkedHashSet<String>();
        page.forEach(row -> ids.add(row.applicantId()));
        open.values().forEach(tasks -> tasks.forEach(task -> ids.add(task.owner())));
        var known = people.byIds(ids);
        var roles = names.roles(ids, locale);
        return page.stream()
                .map(row -> {
                    var model = models.of(row.definitionId());
                    return new AdminItem(
                            row.id(),
                            row.number(),
                            row.processKey(),
                            model.name().in(locale),
                            Names.title(row, locale),
                            Names.person(known, row.applicantId()),
                            row.revision(),
                            row.createdAt(),
                            row.suspendedAt(),
                            failures.getOrDefault(row.id(), 0L).intValue(),
                            waiting(open.getOrDefault(row.id(), List.of()), model, known, roles, locale));
                })
                .toList();
    }

    private static List<Waiting> waiting(
            List<InboxRow> open, Model model, Map<String, Person> known, Map<String, String> roles, Locale locale) {
        var steps = new LinkedHashMap<String, List<InboxRow>>();
        open.forEach(row -> steps.computeIfAbsent(String.valueOf(row.step()), step -> new ArrayList<>())
                .add(row));
        var waiting = new ArrayList<Waiting>();
        steps.forEach((step, tasks) -> waiting.add(new Waiting(
                Objects.requireNonNullElse(Names.step(model, step, locale), step),
                tasks.stream()
                        .map(InboxRow::owner)
                        .filter(owner -> !owner.startsWith(Names.ROLE))
                        .distinct()
                        .map(owner -> Names.person(known, owner))
                        .toList(),
                tasks.stream()
                        .map(InboxRow::owner)
                        .filter(owner -> owner.startsWith(Names.ROLE))
                        .distinct()
                        .map(owner -> roles.getOrDefault(owner, owner))
                        .toList(),
                tasks.get(0).since(),
                tasks.get(0).dueAt())));
        return waiting;
    }

    /** Names of elements of a model, for people. */
    static List<String> named(Model model, Collection<String> elements, Locale locale) {
        return elements.stream()
                .map(element -> Objects.requireNonNullElse(Names.step(model, element, locale), element))
                .distinct()
                .toList();
    }
}
