package io.tongban.grant;

import io.tongban.kernel.Actor;
import io.tongban.kernel.OneOf;
import io.tongban.kernel.Page;
import io.tongban.org.Department;
import io.tongban.org.Departments;
import io.tongban.org.Membership;
import io.tongban.org.People;
import io.tongban.org.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Grants as pages show them; a page of them costs a fixed number of reads. */
@Component
@Transactional(readOnly = true)
class GrantViews {

    record Linked(String id, String number) {}

    /** {@code until} is the last day, null without end; {@code department} when it is held through one. */
    record HeldItem(
            String id,
            String number,
            Named thing,
            @Kind String kind,
            String description,
            @Nullable Named department,
            @Nullable Instant since,
            @Nullable LocalDate until,
            boolean held,

            @Nullable @OneOf({"expired", "revoked", "returned", "renewed", "left"})
            String ending,

            @Nullable Instant endedAt,
            @Nullable String note,
            boolean external,
            boolean mayGiveBack,
            boolean mayRenew,
            @Nullable Linked renewal) {}

    record HolderItem(
            String id,
            String number,
            Named holder,
            boolean department,
            @Nullable String place,
            @Nullable Instant since,
            @Nullable LocalDate until,
            Named applicant) {}

    private final Grants grants;
    private final Things things;
    private final GrantWords words;
    private final People people;
    private final Departments departments;
    private final Clock clock;

    GrantViews(Grants grants, Things things, GrantWords words, People people, Departments departments, Clock clock) {
        this.grants = grants;
        this.things = things;
        this.words = words;
        this.people = people;
        this.departments = departments;
        this.clock = clock;
    }

    Page<HeldItem> held(Actor actor, Page<Holding> page, Locale locale) {
        var known = things.byIds(page.items().stream().map(Holding::thingId).toList());
        var names = departmentNames(page.items());
        var headed = names.isEmpty()
                ? Set.<String>of()
                : departments.of(actor.id()).stream()
                        .filter(Membership::head)
                        .map(Membership::departmentId)
                        .collect(Collectors.toSet());
        var asked = page.items().isEmpty() ? Map.<String, Holding>of() : grants.asked(actor);
        return page.map(holding -> {
            var thing = Objects.requireNonNull(known.get(holding.thingId()));
            var now = holding.heldAt(clock.instant());
            var mine = !holding.ofDepartment() || headed.contains(holding.holderId());
            var renewal = asked.get(holding.thingId() + holding.holderId());
            return new HeldItem(
                    holding.requestId(),
                    holding.number(),
                    new Named(thing.id(), thing.name(locale)),
                    thing.kind(),
                    thing.description(locale),
                    holding.ofDepartment()
                            ? new Named(holding.holderId(), names.getOrDefault(holding.holderId(), ""))
                            : null,
                    holding.heldAt(),
                    words.lastDay(holding),
                    now,
                    now ? null : holding.ending() == null ? "expired" : holding.ending(),
                    now ? null : holding.endedAt() == null ? holding.untilAt() : holding.endedAt(),
                    holding.note(),
                    holding.external(),
                    now && mine,
                    now && mine && thing.offered() && !holding.endless() && renewal == null,
                    renewal == null ? null : new Linked(renewal.requestId(), renewal.number()));
        });
    }

    Page<HolderItem> holders(Page<Holding> page) {
        var ids = new HashSet<String>();
        page.items().forEach(holding -> {
            ids.add(holding.applicantId());
            if (!holding.ofDepartment()) {
                ids.add(holding.holderId());
            }
        });
        var named = people.byIds(ids);
        var names = departmentNames(page.items());
        return page.map(holding -> {
            var person = named.get(holding.holderId());
            return new HolderItem(
                    holding.requestId(),
                    holding.number(),
                    new Named(
                            holding.holderId(),
                            person != null ? person.name() : names.getOrDefault(holding.holderId(), "")),
                    holding.ofDepartment(),
                    person == null ? null : person.departmentName(),
                    holding.heldAt(),
                    words.lastDay(holding),
                    named(holding.applicantId(), named));
        });
    }

    private Map<String, String> departmentNames(Collection<Holding> holdings) {
        return holdings.stream().noneMatch(Holding::ofDepartment)
                ? Map.of()
                : departments.all().stream().collect(Collectors.toMap(Department::id, Department::name));
    }

    private static Named named(String id, Map<String, Person> known) {
        var person = known.get(id);
        return new Named(id, person == null ? "" : person.name());
    }
}
