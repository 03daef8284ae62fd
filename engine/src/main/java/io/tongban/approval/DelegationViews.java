package io.tongban.approval;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Decimal;
import io.tongban.kernel.OneOf;
import io.tongban.kernel.Page;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.StandIns;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What callers see of delegations, in their language and in the company's time. */
@Component
class DelegationViews {

    record Who(String id, String name, @Nullable String portrait) {}

    /**
     * One delegation.
     *
     * @param processes empty for every procedure
     * @param limit largest amount, null for any
     * @param setBy null when the principal did
     * @param endedBy who ended it before its time; null when nobody did, or the product because somebody left
     */
    record DelegationItem(
            String id,
            Who principal,
            Who deputy,
            LocalDateTime from,
            LocalDateTime until,
            List<StandIns.Procedure> processes,
            @Nullable @Decimal String limit,
            @Nullable String limitField,
            @Nullable String reason,
            @Nullable Who setBy,
            @OneOf({"coming", "current", "past"}) String state,
            @Nullable Instant endedAt,
            @Nullable Who endedBy,
            boolean mayEnd) {}

    private final Delegations delegations;
    private final StandIns standIns;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    DelegationViews(Delegations delegations, StandIns standIns, People people, Clock clock, ZoneId zone) {
        this.delegations = delegations;
        this.standIns = standIns;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    DelegationItem item(Actor reader, DelegationRow row, Locale locale) {
        return items(reader, List.of(row), locale).get(0);
    }

    Page<DelegationItem> page(Actor reader, Page<DelegationRow> page, Locale locale) {
        return new Page<>(items(reader, page.items(), locale), page.next());
    }

    private List<DelegationItem> items(Actor reader, List<DelegationRow> rows, Locale locale) {
        var ids = new LinkedHashSet<String>();
        for (var row : rows) {
            ids.addAll(List.of(row.principalId(), row.deputyId(), row.setBy()));
            if (row.endedBy() != null) {
                ids.add(row.endedBy());
            }
        }
        var known = people.byIds(ids);
        var names = standIns.procedures(locale).stream()
                .collect(Collectors.toMap(StandIns.Procedure::key, procedure -> procedure));
        var now = clock.instant();
        var items = new ArrayList<DelegationItem>();
        for (var row : rows) {
            items.add(new DelegationItem(
                    row.id(),
                    who(known, row.principalId()),
                    who(known, row.deputyId()),
                    local(row.fromAt()),
                    local(row.untilAt()),
                    row.keys().stream()
                            .sorted()
                            .map(key -> names.getOrDefault(key, new StandIns.Procedure(key, key)))
                            .toList(),
                    row.most() == null ? null : row.most().toPlainString(),
                    row.mostOf(),
                    row.reason(),
                    row.setBy().equals(row.principalId()) ? null : who(known, row.setBy()),
                    row.isOver(now) ? "past" : row.hasBegun(now) ? "current" : "coming",
                    row.endedAt(),
                    row.endedBy() == null || !known.containsKey(row.endedBy()) ? null : who(known, row.endedBy()),
                    delegations.mayEnd(reader, row)));
        }
        return items;
    }

    private LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    private static Who who(Map<String, Person> known, String id) {
        var person = known.get(id);
        return person == null ? new Who(id, "", null) : new Who(id, person.name(), person.portrait());
    }
}
