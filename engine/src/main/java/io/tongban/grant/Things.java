package io.tongban.grant;

import io.tongban.access.Roles;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.Departments;
import io.tongban.org.People;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be asked for, and who is responsible for it today. */
@Component
class Things {

    private final ThingMapper rows;
    private final People people;
    private final Departments departments;
    private final Roles roles;
    private final Clock clock;

    Things(ThingMapper rows, People people, Departments departments, Roles roles, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.departments = departments;
        this.roles = roles;
        this.clock = clock;
    }

    Thing get(String id) {
        var thing = rows.find(id);
        if (thing == null) {
            throw Problem.notFound();
        }
        return thing;
    }

    /** As it stands, and stays until the running transaction ends: whoever asks for it, grants or changes it waits. */
    @Nullable
    Thing lock(String id) {
        return rows.lock(id) == null ? null : rows.find(id);
    }

    Map<String, Thing> byIds(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.byIds(List.copyOf(ids)).stream().collect(Collectors.toMap(Thing::id, Function.identity()));
    }

    List<Thing> offered() {
        return rows.offered();
    }

    Page<Thing> all(@Nullable String words, @Nullable String cursor, int limit) {
        var like = words == null || words.isBlank()
                ? null
                : "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return Page.of(rows.all(like, cursor, limit + 1), limit, Thing::id);
    }

    /** How many hold each of them now. */
    Map<String, Integer> counts(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.counts(List.copyOf(ids), now()).stream()
                        .collect(Collectors.toMap(ThingMapper.Count::thingId, ThingMapper.Count::held));
    }

    /**
     * Who is responsible: the owner; when there is none any more, the head of the department, of the next one up, or at
     * last the administrators.
     */
    List<String> owners(Thing thing) {
        return thing.ownerId() != null && people.present(thing.ownerId())
                ? List.of(thing.ownerId())
                : headsOrAdministrators(thing.departmentId());
    }

    boolean owns(Actor actor, Thing thing) {
        return owners(thing).contains(actor.id());
    }

    /** What somebody is responsible for, those of absent owners among them, the newest first. */
    Page<Thing> owned(Actor actor, @Nullable String cursor, int limit) {
        return Page.of(rows.owned(actor.id(), inherited(actor.id()), cursor, limit + 1), limit, Thing::id);
    }

    private List<String> inherited(String personId) {
        var owners = rows.owners();
        var present = people.present(owners);
        var gone = owners.stream().filter(id -> !present.contains(id)).toList();
        var known = new HashMap<String, List<String>>();
        return rows.orphaned(gone).stream()
                .filter(thing -> known.computeIfAbsent(thing.departmentId(), this::headsOrAdministrators)
                        .contains(personId))
                .map(Thing::id)
                .toList();
    }

    private List<String> headsOrAdministrators(String departmentId) {
        @Nullable String department = departmentId;
        while (department != null) {
            var heads = departments.heads(department);
            if (!heads.isEmpty()) {
                return heads;
            }
            department = departments.parent(department).orElse(null);
        }
        return roles.members(Roles.ADMINISTRATOR);
    }

    private Instant now() {
        return clock.instant();
    }
}
