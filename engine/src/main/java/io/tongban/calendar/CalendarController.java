package io.tongban.calendar;

import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    private static final int LONGEST_NAME = 100;

    record DayBody(
            @Nullable DayKind kind,
            @Nullable String name,
            @Nullable String nameEn) {}

    record DatedBody(
            @Nullable LocalDate date,
            @Nullable DayKind kind,
            @Nullable String name,
            @Nullable String nameEn) {}

    record YearBody(@Nullable String source, @Nullable List<DatedBody> days) {}

    record SpanBody(LocalTime start, LocalTime end) {}

    record HoursBody(SpanBody morning, SpanBody afternoon, int minutesPerDay) {}

    private final WorkingCalendar calendar;
    private final Clock clock;
    private final ZoneId zone;

    CalendarController(WorkingCalendar calendar, Clock clock, ZoneId zone) {
        this.calendar = calendar;
        this.clock = clock;
        this.zone = zone;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/days")
    Page<Day> days(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        return Page.all(calendar.days(from, to));
    }

    @Endpoint("calendar.manage")
    @PutMapping("/days/{date}")
    Day arrange(@PathVariable LocalDate date, @RequestBody DayBody body) {
        var day = arranged(date, body.kind(), body.name(), body.nameEn(), "kind");
        return calendar.arrange(date, day.kind(), day.name(), day.nameEn());
    }

    @Endpoint("calendar.manage")
    @DeleteMapping("/days/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable LocalDate date) {
        calendar.reset(date);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/years")
    Page<CalendarYear> years() {
        return Page.all(calendar.years(LocalDate.now(clock.withZone(zone)).getYear()));
    }

    @Endpoint("calendar.manage")
    @PutMapping("/years/{year}")
    CalendarYear arrangeYear(@PathVariable int year, @RequestBody YearBody body) {
        if (body.source() == null || body.source().isBlank() || body.source().length() > 200) {
            throw Problem.refused("kernel:invalid").field("source", "calendar:source-missing");
        }
        if (body.days() == null || body.days().isEmpty() || body.days().size() > 366) {
            throw Problem.refused("kernel:invalid").field("days", "calendar:days-missing");
        }
        var seen = new HashSet<LocalDate>();
        var days = body.days().stream()
                .map(day -> {
                    if (day.date() == null || !seen.add(day.date())) {
                        throw Problem.refused("kernel:invalid").field("days", "calendar:date-wrong");
                    }
                    return arranged(day.date(), day.kind(), day.name(), day.nameEn(), "days");
                })
                .toList();
        return calendar.arrangeYear(year, body.source().strip(), days);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/hours")
    HoursBody hours() {
        var hours = calendar.hours();
        return new HoursBody(span(hours.morning()), span(hours.afternoon()), hours.minutesPerDay());
    }

    private static SpanBody span(WorkingHours.Span span) {
        return new SpanBody(span.start(), span.end());
    }

    private static CalendarMapper.Arranged arranged(
            LocalDate date, @Nullable DayKind kind, @Nullable String name, @Nullable String nameEn, String field) {
        if (kind == null) {
            throw Problem.refused("kernel:invalid").field(field, "calendar:kind-missing");
        }
        return new CalendarMapper.Arranged(date, kind, name(name), name(nameEn));
    }

    private static @Nullable String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        if (name.length() > LONGEST_NAME) {
            throw Problem.refused("kernel:invalid").field("name", "calendar:name-too-long", LONGEST_NAME);
        }
        return name.strip();
    }
}
