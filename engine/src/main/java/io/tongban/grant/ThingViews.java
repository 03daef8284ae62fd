package io.tongban.grant;

import io.tongban.access.Entitlements;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import io.tongban.org.Department;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.org.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Things as pages show them; a page of them costs a fixed number of reads. */
@Component
@Transactional(readOnly = true)
class ThingViews {

    record Owner(String id, String name, boolean present) {}

    /** {@code owner} when somebody else owns it who is gone, or the department does. */
    record OwnedItem(
            String id,
            String name,
            @Kind String kind,
            String description,
            boolean own,
            @Nullable Owner owner,
            boolean offered,
            int held) {}

    record Card(
            String id,
            String name,
            @Kind String kind,
            String description,
            List<Named> owners,
            boolean external,
            List<String> permits,
            @Nullable Integer longestDays,
            @Nullable HeldNow mine) {}

    /** What I hold of it already; {@code until} is the last day, null without end. */
    record HeldNow(String id, String number, @Nullable LocalDate until) {}

    record Facts(
            Named thing,
            @Kind String kind,
            String description,
            boolean external,
            List<String> permits,
            Named holder,
            boolean department,
            int members,
            @Nullable LocalDate until,
            @Nullable Integer longestDays,
            List<Named> owners,
            int held,
            String state) {}

    record ThingItem(
            String id,
            @Kind String kind,
            String name,
            String nameEn,
            String description,
            String descriptionEn,
            @Nullable Owner owner,
            Named department,
            @Nullable String effect,
            @Nullable Integer longestDays,
            boolean offered,
            int revision,
            int held) {}

    private final Grants grants;
    private final Things things;
    private final GrantWords words;
    private final Entitlements entitlements;
    private final People people;
    private final Departments departments;

    ThingViews(
            Grants grants,
            Things things,
            GrantWords words,
            Entitlements entitlements,
            People people,
            Departments departments) {
        this.grants = grants;
        this.things = things;
        this.words = words;
        this.entitlements = entitlements;
        this.people = people;
        this.departments = departments;
    }

    Page<OwnedItem> owned(Actor actor, Page<Thing> page, Locale locale) {
        var counts = things.counts(ids(page));
        var owners = owners(page);
        return page.map(thing -> new OwnedItem(
                thing.id(),
                thing.name(locale),
                thing.kind(),
                thing.description(locale),
                actor.id().equals(thing.ownerId()),
                actor.id().equals(thing.ownerId()) ? null : owner(thing, owners),
                thing.offered(),
                counts.getOrDefault(thing.id(), 0)));
    }

    Card card(Actor actor, Thing thing, Locale locale) {
        var mine = grants.heldOf(actor.id(), thing.id());
        return new Card(
                thing.id(),
                thing.name(locale),
                thing.kind(),
                thing.description(locale),
                ownerNames(thing),
                thing.external(),
                permits(thing, locale),
                thing.longestDays(),
                mine == null ? null : new HeldNow(mine.requestId(), mine.number(), words.lastDay(mine)));
    }

    Facts facts(Holding holding, Locale locale) {
        var thing = things.get(holding.thingId());
        return new Facts(
                new Named(thing.id(), thing.name(locale)),
                thing.kind(),
                thing.description(locale),
                holding.external(),
                permits(thing, locale),
                new Named(holding.holderId(), words.holder(holding)),
                holding.ofDepartment(),
                holding.ofDepartment() ? departments.members(holding.holderId()).size() : 1,
                words.lastDay(holding),
                thing.longestDays(),
                ownerNames(thing),
                things.counts(List.of(thing.id())).getOrDefault(thing.id(), 0),
                holding.state().name().toLowerCase(Locale.ROOT));
    }

    Page<ThingItem> things(Page<Thing> page) {
        var counts = things.counts(ids(page));
        var owners = owners(page);
        var names = departments.all().stream().collect(Collectors.toMap(Department::id, Department::name));
        return page.map(thing -> new ThingItem(
                thing.id(),
                thing.kind(),
                thing.name(),
                thing.nameEn(),
                thing.description(),
                thing.descriptionEn(),
                owner(thing, owners),
                new Named(thing.departmentId(), names.getOrDefault(thing.departmentId(), "")),
                thing.effect(),
                thing.longestDays(),
                thing.offered(),
                thing.revision(),
                counts.getOrDefault(thing.id(), 0)));
    }

    private List<String> permits(Thing thing, Locale locale) {
        return thing.effect() == null
                ? List.of()
                : entitlements.all(locale).stream()
                        .filter(right -> right.what().equals(thing.effect()))
                        .flatMap(right -> right.permits().stream())
                        .toList();
    }

    private List<Named> ownerNames(Thing thing) {
        var ids = things.owners(thing);
        var named = people.byIds(ids);
        return ids.stream()
                .limit(3)
                .map(named::get)
                .filter(Objects::nonNull)
                .map(person -> new Named(person.id(), person.name()))
                .toList();
    }

    private Map<String, Person> owners(Page<Thing> page) {
        return people.byIds(page.items().stream()
                .map(Thing::ownerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private static @Nullable Owner owner(Thing thing, Map<String, Person> known) {
        var person = thing.ownerId() == null ? null : known.get(thing.ownerId());
        return person == null ? null : new Owner(person.id(), person.name(), person.present());
    }

    private static List<String> ids(Page<Thing> page) {
        return page.items().stream().map(Thing::id).toList();
    }
}
