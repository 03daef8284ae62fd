package io.tongban.calendar;

import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands in people's calendars, and who is away. */
@Service
public class CalendarEntries {

    private static final int PAGE = 1_000;

    /** People whose entries are read with one statement. */
    private static final int TOGETHER = 25;
    /** So many people are asked one by one; of more, everybody's absences are gone through. */
    private static final int FEW = 100;

    private static final Comparator<EntryMapper.Row> ORDER =
            Comparator.comparing(EntryMapper.Row::endAt).thenComparing(EntryMapper.Row::id);

    private final EntryMapper rows;
    private final ApplicationEventPublisher events;

    CalendarEntries(EntryMapper rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /** Enters it, or changes what stands for the same thing and person. */
    @Transactional
    public void put(CalendarEntry entry) {
        putAll(List.of(entry));
    }

    /** The same for many people at once. */
    @Transactional
    public void putAll(Collection<CalendarEntry> entries) {
        if (!entries.isEmpty()) {
            rows.put(entries.stream().map(CalendarEntries::row).toList());
            changed(entries.stream()
                    .filter(CalendarEntry::away)
                    .map(CalendarEntry::personId)
                    .collect(Collectors.toSet()));
        }
    }

    private void changed(Set<String> people) {
        if (!people.isEmpty()) {
            events.publishEvent(new AbsenceChanged(people));
        }
    }

    private static EntryMapper.Row row(CalendarEntry entry) {
        return new EntryMapper.Row(
                Ids.next(),
                entry.about().type(),
                entry.about().id(),
                entry.personId(),
                entry.kind(),
                entry.title(),
                entry.titleEn(),
                entry.start(),
                entry.end(),
                entry.away(),
                entry.link());
    }

    /** Removes what stands for the thing, from everybody's calendar; nothing happens when nothing does. */
    @Transactional
    public void remove(BusinessRef about) {
        var absent = rows.absent(about.type(), about.id());
        rows.remove(about.type(), about.id());
        changed(Set.copyOf(absent));
    }

    /** Removes what stands for the thing from one person's calendar. */
    @Transactional
    public void remove(BusinessRef about, String personId) {
        rows.removeOf(about.type(), about.id(), personId);
    }

    /** What keeps people busy in the time between, one person after the other. */
    @Transactional(readOnly = true)
    public List<CalendarEntry> ofAll(Collection<String> people, LocalDateTime from, LocalDateTime to) {
        return all(people, from, to).stream().map(CalendarEntries::entry).toList();
    }

    /** A person's entries that touch the time between. */
    @Transactional(readOnly = true)
    public List<CalendarEntry> of(String personId, LocalDateTime from, LocalDateTime to) {
        return ofAll(List.of(personId), from, to);
    }

    List<EntryMapper.Row> rowsOf(String personId, LocalDateTime from, LocalDateTime to) {
        return all(List.of(personId), from, to);
    }

    /** Of some people at once; whoever has more than a page is read on, so that nothing is left out. */
    private List<EntryMapper.Row> all(Collection<String> people, LocalDateTime from, LocalDateTime to) {
        var ids = people.stream().distinct().sorted().toList();
        var all = new ArrayList<EntryMapper.Row>();
        for (int first = 0; first < ids.size(); first += TOGETHER) {
            var some = ids.subList(first, Math.min(first + TOGETHER, ids.size()));
            var found = rows.ofEach(some, from, to, PAGE).stream()
                    .collect(Collectors.groupingBy(EntryMapper.Row::personId));
            for (var id : some) {
                var page =
                        found.getOrDefault(id, List.of()).stream().sorted(ORDER).toList();
                all.addAll(page);
                while (page.size() == PAGE) {
                    page = rows.behind(page.get(PAGE - 1), to, PAGE);
                    all.addAll(page);
                }
            }
        }
        return all;
    }

    /** Absences that touch the time between, of the given people or of everybody, those that end first coming first. */
    @Transactional(readOnly = true)
    public Page<CalendarEntry> away(
            LocalDateTime from,
            LocalDateTime to,
            @Nullable Collection<String> people,
            @Nullable String cursor,
            int limit) {
        if (people != null && people.isEmpty()) {
            return Page.all(List.of());
        }
        LocalDateTime at = null;
        String id = null;
        if (cursor != null) {
            try {
                var parts = cursor.split("_", 2);
                at = LocalDateTime.parse(parts[0]);
                id = parts.length > 1 ? parts[1] : "";
            } catch (DateTimeParseException e) {
                throw Problem.malformed("kernel:malformed");
            }
        }
        var found = people != null && people.size() <= FEW
                ? awayOfFew(Set.copyOf(people), from, to, at, id, limit + 1)
                : rows.away(from, to, people, at, id, limit + 1);
        return Page.of(found, limit, row -> row.endAt() + "_" + row.id()).map(CalendarEntries::entry);
    }

    private List<EntryMapper.Row> awayOfFew(
            Set<String> people,
            LocalDateTime from,
            LocalDateTime to,
            @Nullable LocalDateTime at,
            @Nullable String id,
            int most) {
        var ids = List.copyOf(people);
        var found = new ArrayList<EntryMapper.Row>();
        for (int first = 0; first < ids.size(); first += TOGETHER) {
            var some = ids.subList(first, Math.min(first + TOGETHER, ids.size()));
            found.addAll(rows.awayOfEach(some, from, to, at, id, most));
        }
        return found.stream().sorted(ORDER).limit(most).toList();
    }

    private static CalendarEntry entry(EntryMapper.Row row) {
        return new CalendarEntry(
                new BusinessRef(row.refType(), row.refId()),
                row.personId(),
                row.kind(),
                row.title(),
                row.titleEn() == null ? row.title() : row.titleEn(),
                row.startAt(),
                row.endAt(),
                row.away(),
                row.link());
    }
}
