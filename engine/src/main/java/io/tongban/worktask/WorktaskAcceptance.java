package io.tongban.worktask;

import io.tongban.calendar.CalendarEntries;
import io.tongban.calendar.CalendarEntry;
import io.tongban.org.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who accepts a result. An acceptor who is away for more than a day, or gone, is stood in for by the creator, else by the own leader. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WorktaskAcceptance {

    private static final Duration AWAY = Duration.ofDays(1);

    private final WorktaskMapper rows;
    private final WorktaskNews news;
    private final WorktaskDates dates;
    private final WorktaskDeputies deputies;
    private final CalendarEntries calendar;
    private final People people;

    WorktaskAcceptance(
            WorktaskMapper rows,
            WorktaskNews news,
            WorktaskDates dates,
            WorktaskDeputies deputies,
            CalendarEntries calendar,
            People people) {
        this.rows = rows;
        this.news = news;
        this.dates = dates;
        this.deputies = deputies;
        this.calendar = calendar;
        this.people = people;
    }

    /** Asks everybody anew, as when a result is handed in. */
    List<String> askAll(WorktaskRow task) {
        var all = byId(task.requestId());
        for (var person : List.copyOf(all.values())) {
            keep(task, all, person.standsFor() != null ? person.asAcceptor(false) : person.answered(null));
        }
        return ask(task, all);
    }

    /** Asks these people instead; whoever accepted already is not asked again. */
    List<String> replace(WorktaskRow task, List<String> acceptors) {
        var all = byId(task.requestId());
        for (var person : List.copyOf(all.values())) {
            if (!acceptors.contains(person.personId())) {
                keep(task, all, person.asAcceptor(false));
            } else if (!PersonRow.ACCEPTED.equals(person.answer())) {
                keep(task, all, person.asAcceptor(true));
            }
        }
        for (var id : acceptors) {
            if (!all.containsKey(id)) {
                keep(task, all, PersonRow.of(task.requestId(), id).asAcceptor(true));
            }
        }
        return ask(task, all);
    }

    /** Names the acceptors before anything was handed in. */
    void name(WorktaskRow task, List<String> acceptors) {
        var all = byId(task.requestId());
        for (var person : List.copyOf(all.values())) {
            keep(task, all, person.asAcceptor(acceptors.contains(person.personId())));
        }
        for (var id : acceptors) {
            if (!all.containsKey(id)) {
                keep(task, all, PersonRow.of(task.requestId(), id).asAcceptor(true));
            }
        }
    }

    /** Those who are away for more than a day from now on. */
    Set<String> away(Collection<String> people) {
        var now = dates.local(dates.now());
        return calendar.ofAll(people, now, now.plus(AWAY)).stream()
                .filter(CalendarEntry::away)
                .filter(entry -> !entry.start().isAfter(now) && entry.end().isAfter(now.plus(AWAY)))
                .map(CalendarEntry::personId)
                .collect(Collectors.toSet());
    }

    private List<String> ask(WorktaskRow task, Map<String, PersonRow> all) {
        var asked = new ArrayList<String>();
        var absent = away(all.values().stream()
                .filter(PersonRow::acceptor)
                .map(PersonRow::personId)
                .toList());
        for (var acceptor : List.copyOf(all.values())) {
            if (!acceptor.acceptor() || PersonRow.ACCEPTED.equals(acceptor.answer()) || acceptor.standsFor() != null) {
                continue;
            }
            var id = acceptor.personId();
            var gone = absent.contains(id) || !people.present(id);
            // Whoever became owner after being named does not accept the own work.
            if (gone || id.equals(task.ownerId())) {
                var other = standIn(task, all, id);
                if (other.isPresent()) {
                    var row = all.getOrDefault(other.get(), PersonRow.of(task.requestId(), other.get()));
                    if (!row.acceptor()) {
                        keep(task, all, row.standingFor(id));
                        asked.add(other.get());
                    }
                    if (gone) {
                        news.tell(task, List.of(id), "stood-in-for", news.name(other.get()));
                    }
                    continue;
                }
            }
            keep(task, all, acceptor.answered(PersonRow.WAITING));
            asked.add(id);
        }
        return asked.stream().distinct().toList();
    }

    /** Never the owner, nobody who is away too. */
    private Optional<String> standIn(WorktaskRow task, Map<String, PersonRow> all, String acceptor) {
        var candidates = new ArrayList<@Nullable String>();
        candidates.add(deputies.creator(task));
        candidates.addAll(people.leaders(acceptor, 3));
        return candidates.stream()
                .filter(Objects::nonNull)
                .filter(id -> !id.equals(acceptor) && !id.equals(task.ownerId()))
                .filter(people::present)
                .filter(id -> away(List.of(id)).isEmpty())
                .findFirst();
    }

    private Map<String, PersonRow> byId(String requestId) {
        var all = new LinkedHashMap<String, PersonRow>();
        rows.people(requestId).forEach(person -> all.put(person.personId(), person));
        return all;
    }

    private void keep(WorktaskRow task, Map<String, PersonRow> all, PersonRow person) {
        if (person.equals(all.get(person.personId()))) {
            return;
        }
        if (person.involved()) {
            all.put(person.personId(), person);
            rows.put(person, task.stage(), task.dueAt());
        } else {
            all.remove(person.personId());
            rows.forget(task.requestId(), person.personId());
        }
    }
}
