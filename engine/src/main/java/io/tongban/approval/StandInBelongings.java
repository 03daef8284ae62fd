package io.tongban.approval;

import io.tongban.kernel.Texts;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.Belongings;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Periods in which somebody stands in, for or by the person; they end when the person leaves. */
@Component
class StandInBelongings implements Belongings {

    private static final String PAGE = "/admin/stand-ins";

    private final DelegationMapper rows;
    private final DelegationPeriods periods;
    private final People people;
    private final Texts texts;
    private final Clock clock;

    StandInBelongings(DelegationMapper rows, DelegationPeriods periods, People people, Texts texts, Clock clock) {
        this.rows = rows;
        this.periods = periods;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Belonging> of(String personId, Locale locale) {
        var kind = texts.get(locale, "belonging.approval.stand-in");
        return rows.live(personId, clock.instant()).stream()
                .map(row -> new Belonging(kind, words(row, locale), PAGE))
                .toList();
    }

    private String words(DelegationRow row, Locale locale) {
        return texts.get(
                locale,
                "belonging.approval.period",
                name(row.principalId()),
                name(row.deputyId()),
                periods.local(row.fromAt()),
                periods.local(row.untilAt()));
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse("");
    }

    @Override
    public List<String> deputies(String personId) {
        var now = clock.instant();
        return rows.live(personId, now).stream()
                .filter(row -> row.principalId().equals(personId) && row.hasBegun(now))
                .map(DelegationRow::deputyId)
                .distinct()
                .toList();
    }
}
