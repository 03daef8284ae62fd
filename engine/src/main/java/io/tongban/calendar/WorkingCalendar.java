package io.tongban.calendar;

import io.tongban.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which days are worked, and how much office time lies between two moments. The version is always read from the
 * database, so every node sees a change at once.
 */
@Service
public class WorkingCalendar {

    private static final int LONGEST = 750;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private final CalendarMapper rows;
    private final CalendarDays arrangements;
    private final ApplicationEventPublisher events;

    WorkingCalendar(CalendarMapper rows, CalendarDays arrangements, ApplicationEventPublisher events) {
        this.rows = rows;
        this.arrangements = arrangements;
        this.events = events;
    }

    /** The days from one date to another, both included. */
    @Transactional(readOnly = true)
    public List<Day> days(LocalDate from, LocalDate to) {
        return days(from, to, version());
    }

    private List<Day> days(LocalDate from, LocalDate to, int version) {
        if (to.isBefore(from) || from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw Problem.malformed("calendar:range");
        }
        if (ChronoUnit.DAYS.between(from, to) > LONGEST) {
            throw Problem.malformed("calendar:range-too-long", LONGEST);
        }
        return from.datesUntil(to.plusDays(1))
                .map(date -> {
                    var year = arrangements.of(date.getYear(), version);
                    return day(date, year.days().get(date), !year.official());
                })
                .toList();
    }

    /** Office time between two local times of the company's zone. */
    @Transactional(readOnly = true)
    public WorkingTime count(LocalDateTime start, LocalDateTime end) {
        // The version is read first: what changes meanwhile makes the count look older, never newer.
        var setting = rows.setting();
        var hours = hours(setting);
        if (!start.isBefore(end)) {
            return new WorkingTime(List.of(), hours, setting.version());
        }
        var last =
                end.toLocalTime().equals(LocalTime.MIDNIGHT) ? end.toLocalDate().minusDays(1) : end.toLocalDate();
        var parts = new ArrayList<WorkingTime.Part>();
        for (var day : days(start.toLocalDate(), last, setting.version())) {
            int from = day.date().equals(start.toLocalDate()) ? WorkingHours.minute(start.toLocalTime()) : 0;
            int to = day.date().equals(end.toLocalDate()) ? WorkingHours.minute(end.toLocalTime()) : 24 * 60;
            parts.add(new WorkingTime.Part(
                    day, hours.morning().within(from, to), hours.afternoon().within(from, to)));
        }
        return new WorkingTime(List.copyOf(parts), hours, setting.version());
    }

    /** Office hours of a working day. */
    public WorkingHours hours() {
        return hours(rows.setting());
    }

    /** Office hours and version as one reading. */
    <T> T rules(BiFunction<WorkingHours, Integer, T> use) {
        var setting = rows.setting();
        return use.apply(hours(setting), setting.version());
    }

    /** Grows with every change of the calendar. */
    public int version() {
        return rows.setting().version();
    }

    /** Arranges one day differently from its weekday. */
    @Transactional
    Day arrange(LocalDate date, DayKind kind, @Nullable String name, @Nullable String nameEn) {
        inRange(date.getYear());
        nextVersion();
        rows.arrange(new CalendarMapper.Arranged(date, kind, name, nameEn));
        return changed(date, date).get(0);
    }

    /** Lets the weekday decide again. */
    @Transactional
    void reset(LocalDate date) {
        inRange(date.getYear());
        nextVersion();
        rows.clear(date, date);
        changed(date, date);
    }

    /** Takes over the arrangement of a whole year; days that are not listed follow the weekday. */
    @Transactional
    CalendarYear arrangeYear(int year, String source, List<CalendarMapper.Arranged> days) {
        inRange(year);
        if (days.stream().anyMatch(day -> day.onDay().getYear() != year)) {
            throw Problem.refused("calendar:other-year", Integer.toString(year));
        }
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);
        nextVersion();
        rows.clear(first, last);
        days.forEach(rows::arrange);
        rows.official(new CalendarMapper.Year(year, source));
        changed(first, last);
        return new CalendarYear(year, false, source);
    }

    /** The years with an arrangement, and this and the next year in any case. */
    @Transactional(readOnly = true)
    List<CalendarYear> years(int thisYear) {
        var years = new ArrayList<CalendarYear>();
        rows.years(FIRST_YEAR, LAST_YEAR).forEach(y -> years.add(new CalendarYear(y.ofYear(), false, y.source())));
        for (int year = thisYear; year <= thisYear + 1; year++) {
            int wanted = year;
            if (years.stream().noneMatch(y -> y.year() == wanted)) {
                years.add(new CalendarYear(wanted, true, null));
            }
        }
        years.sort((a, b) -> Integer.compare(a.year(), b.year()));
        return years;
    }

    private void nextVersion() {
        arrangements.changing();
        rows.nextVersion();
    }

    private List<Day> changed(LocalDate from, LocalDate to) {
        events.publishEvent(new CalendarChanged(from, to));
        return days(from, to);
    }

    private static void inRange(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Problem.malformed("calendar:range");
        }
    }

    private static Day day(LocalDate date, CalendarMapper.@Nullable Arranged arranged, boolean provisional) {
        if (arranged == null) {
            return new Day(date, DayKind.ofWeekday(date), null, provisional);
        }
        var english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        var name = english && arranged.nameEn() != null ? arranged.nameEn() : arranged.name();
        return new Day(date, arranged.kind(), name, provisional);
    }

    private static WorkingHours hours(CalendarMapper.Setting setting) {
        return new WorkingHours(
                new WorkingHours.Span(time(setting.morningStart()), time(setting.morningEnd())),
                new WorkingHours.Span(time(setting.afternoonStart()), time(setting.afternoonEnd())));
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute);
    }
}
