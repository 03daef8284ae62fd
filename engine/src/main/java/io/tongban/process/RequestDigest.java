package io.tongban.process;

import io.tongban.access.Accounts;
import io.tongban.kernel.Texts;
import io.tongban.notify.DigestPart;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.engine.Models;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In the daily digest: the tasks that wait for somebody, and what became of the own requests. */
@Component
class RequestDigest implements DigestPart {

    private static final int MOST_LINES = 20;
    private static final int MOST_COUNTED = 200;

    /** What a line of the two sections tells as well as a message would. */
    private static final Set<String> COVERED = Set.of(
            "process.task",
            "process.delegated",
            "process.given-back",
            "process.consulted",
            "process.signer-added",
            "process.reminder",
            "process.urged",
            "process.returned",
            "process.approved",
            "process.rejected",
            "process.completed",
            "process.cancelled");

    private final DigestMapper rows;
    private final RequestMapper requests;
    private final Accounts accounts;
    private final People people;
    private final Models models;
    private final Names names;
    private final Texts texts;

    RequestDigest(
            DigestMapper rows,
            RequestMapper requests,
            Accounts accounts,
            People people,
            Models models,
            Names names,
            Texts texts) {
        this.rows = rows;
        this.requests = requests;
        this.accounts = accounts;
        this.people = people;
        this.models = models;
        this.names = names;
        this.texts = texts;
    }

    @Override
    public boolean covers(String kind) {
        return COVERED.contains(kind);
    }

    @Override
    public List<Section> sections(Reader reader) {
        var sections = new ArrayList<Section>();
        var owners = Access.owners(accounts.actor(reader.personId()));
        var waiting = rows.waiting(owners, MOST_LINES).stream()
                .sorted(Comparator.comparing(InboxRow::since).thenComparing(InboxRow::id))
                .collect(Collectors.toMap(InboxRow::id, row -> row, (mine, pool) -> mine, LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST_LINES)
                .toList();
        if (!waiting.isEmpty()) {
            sections.add(new Section(
                    "process.task",
                    texts.get(reader.locale(), "digest.process.waiting"),
                    waiting(waiting, reader),
                    rows.countWaiting(owners),
                    "/tasks"));
        }
        var moved = rows.moved(reader.personId(), reader.since(), reader.until(), MOST_COUNTED);
        if (!moved.isEmpty()) {
            sections.add(new Section(
                    "process.approved",
                    texts.get(reader.locale(), "digest.process.moved"),
                    moved(moved.subList(0, Math.min(moved.size(), MOST_LINES)), reader),
                    moved.size(),
                    "/tasks?view=started"));
        }
        return sections;
    }

    private List<Line> waiting(Collection<InboxRow> tasks, Reader reader) {
        var byId = byId(tasks.stream().map(InboxRow::requestId).collect(Collectors.toSet()));
        var applicants = applicants(byId.values());
        return tasks.stream()
                .map(task -> {
                    var request = Objects.requireNonNull(byId.get(task.requestId()));
                    var model = models.of(request.definitionId());
                    return new Line(
                            words(
                                    reader,
                                    "waiting-line",
                                    applicants.getOrDefault(request.applicantId(), ""),
                                    Names.title(request, reader.locale()),
                                    request.number()),
                            words(
                                    reader,
                                    task.dueAt() == null ? "since" : "since-due",
                                    String.valueOf(Names.step(model, task.step(), reader.locale())),
                                    time(task.since(), reader),
                                    task.dueAt() == null ? "" : time(task.dueAt(), reader)),
                            late(task, reader),
                            "/tasks/" + task.id());
                })
                .toList();
    }

    private List<Line> moved(List<String> ids, Reader reader) {
        var byId = byId(ids);
        var open = rows.open(ids).stream().collect(Collectors.groupingBy(InboxRow::requestId));
        var holders = people.byIds(open.values().stream()
                .flatMap(List::stream)
                .map(InboxRow::owner)
                .filter(owner -> !owner.startsWith("role:"))
                .collect(Collectors.toSet()));
        return ids.stream()
                .map(id -> Objects.requireNonNull(byId.get(id)))
                .map(request -> new Line(
                        words(reader, "moved-line", Names.title(request, reader.locale()), request.number()),
                        where(request, open.getOrDefault(request.id(), List.of()), holders, reader),
                        null,
                        "/requests/" + request.id()))
                .toList();
    }

    /** The result, or which step has it now and with whom. */
    private String where(RequestRow request, List<InboxRow> open, Map<String, Person> holders, Reader reader) {
        if (!request.running() || open.isEmpty()) {
            return words(reader, "status." + request.status());
        }
        var model = models.of(request.definitionId());
        var steps = open.stream()
                .map(task -> String.valueOf(Names.step(model, task.step(), reader.locale())))
                .distinct()
                .collect(Collectors.joining(words(reader, "and")));
        if (open.stream().anyMatch(task -> task.owner().equals(reader.personId()))) {
            return words(reader, "with-you", steps);
        }
        var with = open.stream()
                .map(task -> holder(task.owner(), holders, reader.locale()))
                .distinct()
                .limit(5)
                .collect(Collectors.joining(words(reader, "and")));
        return words(reader, "with", steps, with);
    }

    private String holder(String owner, Map<String, Person> holders, Locale locale) {
        if (owner.startsWith("role:")) {
            return names.role(owner, locale);
        }
        var person = holders.get(owner);
        return person == null ? "" : person.name();
    }

    private @Nullable String late(InboxRow task, Reader reader) {
        if (task.dueAt() == null || !task.dueAt().isBefore(reader.until())) {
            return null;
        }
        var days = Duration.between(task.dueAt(), reader.until()).toDays();
        return days < 1 ? words(reader, "late") : words(reader, "late-days", String.valueOf(days));
    }

    private Map<String, RequestRow> byId(Collection<String> ids) {
        return requests.byIds(ids).stream().collect(Collectors.toMap(RequestRow::id, Function.identity()));
    }

    private Map<String, String> applicants(Collection<RequestRow> all) {
        return people.byIds(all.stream().map(RequestRow::applicantId).collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(Person::id, Person::name));
    }

    private String words(Reader reader, String key, Object... args) {
        return texts.get(reader.locale(), "digest.process." + key, args);
    }

    private static String time(Instant at, Reader reader) {
        var form = reader.locale().getLanguage().equals("en") ? "d MMM HH:mm" : "M月d日 HH:mm";
        return DateTimeFormatter.ofPattern(form, reader.locale())
                .withZone(reader.zone())
                .format(at);
    }
}
