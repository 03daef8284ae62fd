package io.tongban.calendar;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.Departments;
import io.tongban.org.People;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar")
class EntryController {

    private static final int LONGEST = 400;
    private static final int MOST = 200;

    record Entry(
            String id,
            String kind,
            String title,
            LocalDateTime start,
            LocalDateTime end,
            @Nullable String link) {}

    /** Who is away, and when; why is nobody else's business. */
    record Absence(PersonRef person, @Nullable String department, LocalDateTime start, LocalDateTime end) {}

    record PersonRef(String id, String name, @Nullable String portrait) {}

    private final CalendarEntries entries;
    private final People people;
    private final Departments departments;

    EntryController(CalendarEntries entries, People people, Departments departments) {
        this.entries = entries;
        this.people = people;
        this.departments = departments;
    }

    /** My own entries on the days from one date to another, both included. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/entries")
    Page<Entry> mine(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        check(from, to);
        var english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return Page.all(entries
                .rowsOf(actor.id(), from.atStartOfDay(), to.plusDays(1).atStartOfDay())
                .stream()
                .map(row -> new Entry(
                        row.id(),
                        row.kind(),
                        english && row.titleEn() != null ? row.titleEn() : row.title(),
                        row.startAt(),
                        row.endAt(),
                        row.link()))
                .toList());
    }

    /** Absences on the days from one date to another, of a department with everything below it, or of everybody. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/away")
    Page<Absence> away(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        check(from, to);
        if (limit < 1 || limit > MOST) {
            throw Problem.malformed("kernel:malformed");
        }
        var asked = department == null ? null : members(department);
        var page = entries.away(from.atStartOfDay(), to.plusDays(1).atStartOfDay(), asked, cursor, limit);
        var names = people.byIds(
                page.items().stream().map(CalendarEntry::personId).distinct().toList());
        return page.map(entry -> {
            var person = names.get(entry.personId());
            return new Absence(
                    new PersonRef(
                            entry.personId(),
                            person == null ? "" : person.name(),
                            person == null ? null : person.portrait()),
                    person == null ? null : person.departmentName(),
                    entry.start(),
                    entry.end());
        });
    }

    /** Members of the department and of everything below it; null for the company itself, which is everybody. */
    private @Nullable Set<String> members(String department) {
        if (departments.get(department).parentId() == null) {
            return null;
        }
        return Set.copyOf(departments.members(departments.within(department)));
    }

    private static void check(LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.getYear() < 2000 || to.getYear() > 2199) {
            throw Problem.malformed("calendar:range");
        }
        if (ChronoUnit.DAYS.between(from, to) > LONGEST) {
            throw Problem.malformed("calendar:range-too-long", LONGEST);
        }
    }
}
