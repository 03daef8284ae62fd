package io.tongban.process;

import io.tongban.access.Roles;
import io.tongban.calendar.Absences;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Texts;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.DueWords.TimeLeft;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.engine.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** For whom a request waits, until when, and what can be done when whoever it waits for is away. */
@Component
class OpenTasks {

    private static final int FEW = 3;

    /**
     * A task that somebody has to do now.
     *
     * @param provisional whether the holidays of a year until then are not known yet
     * @param away those of its holders who are away
     */
    record OpenTask(
            String id,
            String step,
            List<PersonRef> holders,
            @Nullable String pool,
            @Nullable PersonRef onBehalfOf,
            Instant since,
            @Nullable Instant due,
            @Nullable TimeLeft timeLeft,
            boolean provisional,
            List<AwayHolder> away) {}

    /**
     * Somebody who has a task and is away.
     *
     * @param words what becomes of the task meanwhile
     * @param deputy who stands in for them, though not for this task
     * @param administrators who may hand the task to somebody else
     */
    record AwayHolder(
            PersonRef person,
            Instant until,
            String words,
            @Nullable PersonRef deputy,
            List<PersonRef> administrators) {}

    private final Names names;
    private final DueWords words;
    private final DeadlineMapper deadlines;
    private final Absences absences;
    private final ObjectProvider<Deputies> deputies;
    private final Roles roles;
    private final People people;
    private final Works works;
    private final Texts texts;

    OpenTasks(
            Names names,
            DueWords words,
            DeadlineMapper deadlines,
            Absences absences,
            ObjectProvider<Deputies> deputies,
            Roles roles,
            People people,
            Works works,
            Texts texts) {
        this.names = names;
        this.words = words;
        this.deadlines = deadlines;
        this.absences = absences;
        this.deputies = deputies;
        this.roles = roles;
        this.people = people;
        this.works = works;
        this.texts = texts;
    }

    List<OpenTask> of(
            Actor reader,
            RequestRow request,
            List<InboxRow> rows,
            Model model,
            Map<String, Person> known,
            Locale locale) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var timed = rows.stream().anyMatch(row -> row.dueAt() != null)
                ? deadlines.ofRequest(request.id()).stream()
                        .filter(one -> one.endedAt() == null)
                        .collect(Collectors.toMap(DeadlineRow::id, one -> one))
                : Map.<String, DeadlineRow>of();
        var owners = rows.stream()
                .map(InboxRow::owner)
                .filter(owner -> !owner.startsWith(Names.ROLE))
                .collect(Collectors.toSet());
        var away = owners.isEmpty() ? Map.<String, Instant>of() : absences.now(owners);
        var byHolder = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.id() + "|" + row.behalf(), LinkedHashMap::new, Collectors.toList()));
        var open = new ArrayList<OpenTask>();
        byHolder.values().forEach(holders -> {
            var first = holders.get(0);
            var name = Names.step(model, first.step(), locale);
            var pool = holders.stream()
                    .map(InboxRow::owner)
                    .filter(o -> o.startsWith(Names.ROLE))
                    .findFirst();
            var deadline = timed.get(first.taskId());
            open.add(new OpenTask(
                    first.id(),
                    name == null ? "" : name,
                    holders.stream()
                            .filter(h -> !h.owner().startsWith(Names.ROLE))
                            .map(h -> Names.person(known, h.owner()))
                            .toList(),
                    pool.map(o -> names.role(o, locale)).orElse(null),
                    first.behalf() == null ? null : Names.person(known, first.behalf()),
                    first.since(),
                    first.dueAt(),
                    words.left(first.dueAt()),
                    deadline != null && deadline.provisional(),
                    holders.stream()
                            .filter(h -> away.containsKey(h.owner()))
                            .map(h -> away(reader, request, h, deadline, model, known, away, locale))
                            .toList()));
        });
        return open;
    }

    private AwayHolder away(
            Actor reader,
            RequestRow request,
            InboxRow row,
            @Nullable DeadlineRow deadline,
            Model model,
            Map<String, Person> known,
            Map<String, Instant> away,
            Locale locale) {
        var person = Names.person(known, row.owner());
        var until = Objects.requireNonNull(away.get(row.owner()));
        var deputy = deputy(request, row.owner());
        var own = roles.members(Administrators.ROLE);
        var administrators = (own.isEmpty() ? roles.members(Roles.ADMINISTRATOR) : own)
                .stream()
                        .filter(one -> !one.equals(reader.id()) && !away.containsKey(one))
                        .limit(FEW)
                        .collect(Collectors.toSet());
        var others = new LinkedHashSet<>(administrators);
        if (deputy != null) {
            others.add(deputy);
        }
        var named = people.byIds(others);
        return new AwayHolder(
                person,
                until,
                texts.get("away.until", person.name(), words.local(until)) + next(row, deadline, model, until),
                deputy == null ? null : Names.person(named, deputy),
                administrators.stream().map(id -> Names.person(named, id)).toList());
    }

    /** What the ladder will do before they are back, or that the task waits for them. */
    private String next(InboxRow row, @Nullable DeadlineRow deadline, Model model, Instant until) {
        if (deadline != null
                && deadline.nextAt() != null
                && row.step() != null
                && deadline.nextAt().isBefore(until)) {
            var rung = model.step(row.step()).timing().rungs().get(deadline.rung());
            return texts.get("away.next", words.local(deadline.nextAt()), words.deed(rung));
        }
        return deadline == null || row.dueAt() == null
                ? texts.get("away.waits")
                : texts.get("away.due", words.local(row.dueAt()));
    }

    /** Stands in for the person, though this task could not go to them. */
    private @Nullable String deputy(RequestRow request, String person) {
        var keeper = deputies.getIfAvailable();
        if (keeper == null) {
            return null;
        }
        var answers = works.answers(request);
        var deputy =
                keeper.of(Set.of(person), request.processKey(), answers::get).get(person);
        return deputy == null || deputy.equals(request.applicantId()) ? null : deputy;
    }
}
