package io.tongban.calendar;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar")
class EntryController {

    private static final int LONGEST = 400;

    record Entry(
            String id,
            String kind,
            String title,
            LocalDateTime start,
            LocalDateTime end,
            @Nullable String link) {}

    private final CalendarEntries entries;
    private final Texts texts;

    EntryController(CalendarEntries entries, Texts texts) {
        this.entries = entries;
        this.texts = texts;
    }

    /** My own entries on the days from one date to another, both included. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/entries")
    Page<Entry> mine(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        check(from, to);
        return Page.all(
                entries.rowsOf(actor.id(), from.atStartOfDay(), to.plusDays(1).atStartOfDay()).stream()
                        .map(row -> new Entry(
                                row.id(), row.kind(), texts.get(row.title()), row.startAt(), row.endAt(), row.link()))
                        .toList());
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
