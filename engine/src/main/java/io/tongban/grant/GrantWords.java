package io.tongban.grant;

import io.tongban.access.Entitlements;
import io.tongban.kernel.Texts;
import io.tongban.org.Departments;
import io.tongban.org.People;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends and holders as people say them. */
@Component
class GrantWords {

    private final Texts texts;
    private final People people;
    private final Departments departments;
    private final Clock clock;
    private final ZoneId zone;

    GrantWords(Texts texts, People people, Departments departments, Clock clock, ZoneId zone) {
        this.texts = texts;
        this.people = people;
        this.departments = departments;
        this.clock = clock;
        this.zone = zone;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** A grant until a day ends when the day does. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The last day of what ends then. */
    LocalDate lastDay(Instant until) {
        return until.minusMillis(1).atZone(zone).toLocalDate();
    }

    /** The last day of a grant, null without end. */
    @Nullable
    LocalDate lastDay(Holding holding) {
        return holding.endless() ? null : lastDay(holding.untilAt());
    }

    /** Such as {@code 至 12月31日}, {@code 至 2027年6月30日} or {@code 长期}. */
    String until(Locale locale, Instant until) {
        if (!until.isBefore(Entitlements.NEVER)) {
            return texts.get(locale, "grant.endless");
        }
        return texts.get(locale, "grant.until", day(locale, lastDay(until)));
    }

    String day(Locale locale, LocalDate day) {
        var english = locale.getLanguage().equals("en");
        var thisYear = day.getYear() == today().getYear();
        var pattern = english ? thisYear ? "MMM d" : "MMM d, yyyy" : thisYear ? "M月d日" : "yyyy年M月d日";
        return day.format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    /** The thing, and for whom when it is a department. */
    String subject(Locale locale, Thing thing, Holding holding) {
        return holding.ofDepartment()
                ? texts.get(locale, "grant.for-department", thing.name(locale), department(holding.holderId()))
                : thing.name(locale);
    }

    String holder(Holding holding) {
        return holding.ofDepartment()
                ? department(holding.holderId())
                : people.find(holding.holderId()).map(person -> person.name()).orElse("");
    }

    private String department(String id) {
        return departments.find(id).map(department -> department.name()).orElse("");
    }
}
