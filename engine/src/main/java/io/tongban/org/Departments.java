package io.tongban.org;

import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree of departments, who belongs to them, who heads them, and who leads whom. */
@Service
public class Departments {

    private final DepartmentMapper rows;
    private final PersonMapper people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Departments(DepartmentMapper rows, PersonMapper people, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a department; without a parent it is the company itself. */
    @Transactional
    public Department add(@Nullable String parentId, String name, int sort) {
        if (parentId != null) {
            get(parentId);
        }
        var department = new Department(Ids.next(), parentId, checked(name), sort);
        rows.insert(department, clock.instant());
        events.publishEvent(new OrgEvent.DepartmentChanged(department.id()));
        return department;
    }

    /** Renames, moves or reorders a department; refuses a circle. */
    @Transactional
    public Department change(String id, @Nullable String parentId, String name, int sort) {
        rows.lock("departments");
        var old = get(id);
        if (parentId != null) {
            get(parentId);
            if (within(id).contains(parentId)) {
                throw Problem.refused("kernel:invalid").field("parentId", "org:department-circle");
            }
        } else if (old.parentId() != null) {
            throw Problem.refused("kernel:invalid").field("parentId", "org:parent-needed");
        }
        var changed = new Department(id, parentId, checked(name), sort);
        rows.update(changed);
        events.publishEvent(new OrgEvent.DepartmentChanged(id));
        return changed;
    }

    public Department get(String id) {
        return rows.find(id).orElseThrow(Problem::notFound);
    }

    public Optional<Department> find(String id) {
        return rows.find(id);
    }

    public List<Department> all() {
        return rows.all();
    }

    /** Departments of that name; several may have the same. */
    public List<Department> byName(String name) {
        return rows.byName(name);
    }

    /** The department without a parent: the company. */
    public Optional<Department> root() {
        return rows.root();
    }

    public Optional<String> parent(String id) {
        return rows.find(id).map(Department::parentId);
    }

    /** Ids of the department and everything below it. */
    public Set<String> within(String id) {
        var children = rows.all().stream()
                .filter(d -> d.parentId() != null)
                .collect(Collectors.groupingBy(
                        d -> String.valueOf(d.parentId()), Collectors.mapping(Department::id, Collectors.toList())));
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        open.add(id);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (found.add(next)) {
                open.addAll(children.getOrDefault(next, List.of()));
            }
        }
        return found;
    }

    /** Heads of today who are present. */
    public List<String> heads(String id) {
        return rows.heads(id, clock.instant());
    }

    /** Ids of the departments that somebody heads today. */
    public List<String> headedBy(String personId) {
        return rows.headedBy(personId, clock.instant());
    }

    /** Present members of today, without sub-departments. */
    public List<String> members(String id) {
        return rows.members(id, clock.instant());
    }

    /** Present members of today of any of these departments, each once. */
    public List<String> members(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : rows.membersOf(ids, clock.instant());
    }

    /** Present members of today who hold that position there. */
    public List<String> members(String id, String position) {
        return rows.membersAs(id, position, clock.instant());
    }

    /** Today's memberships of somebody, main one first. */
    public List<Membership> of(String personId) {
        return rows.memberships(personId, clock.instant());
    }

    /** Makes somebody a member from now on; a main membership ends the earlier main one. */
    @Transactional
    public void join(String personId, String departmentId, @Nullable String position, boolean main) {
        get(departmentId);
        var now = clock.instant();
        rows.endMembership(personId, departmentId, now);
        if (main) {
            rows.endMain(personId, now);
        }
        rows.join(Ids.next(), personId, departmentId, position, main, now);
        events.publishEvent(new OrgEvent.PersonChanged(personId));
    }

    /** Makes this the main department with this position, unless it is so already. */
    @Transactional
    public void place(String personId, String departmentId, @Nullable String position) {
        if (rows.find(departmentId).isEmpty()) {
            throw Problem.refused("kernel:invalid").field("department", "org:department-unknown");
        }
        var wanted = People.blankToNull(position);
        if (wanted != null && wanted.codePointCount(0, wanted.length()) > 50) {
            throw Problem.refused("kernel:invalid").field("position", "org:name-form");
        }
        var stands = of(personId).stream()
                .anyMatch(
                        m -> m.main() && m.departmentId().equals(departmentId) && Objects.equals(m.position(), wanted));
        if (!stands) {
            join(personId, departmentId, wanted, true);
        }
    }

    @Transactional
    public void leave(String personId, String departmentId) {
        rows.endMembership(personId, departmentId, clock.instant());
        events.publishEvent(new OrgEvent.PersonChanged(personId));
    }

    /** Makes one person the head of a department in place of all earlier heads; null leaves it without. */
    @Transactional
    public void setHead(String departmentId, @Nullable String personId) {
        get(departmentId);
        var now = clock.instant();
        rows.endHeads(departmentId, now);
        if (personId != null) {
            rows.insertHead(Ids.next(), departmentId, personId, now);
        }
        events.publishEvent(new OrgEvent.DepartmentChanged(departmentId));
    }

    /** Sets the direct leader from now on, or none; refuses a circle. */
    @Transactional
    public void setLeader(String personId, @Nullable String leaderId) {
        rows.lock("leaders");
        var now = clock.instant();
        var old = people.leader(personId, now).map(PersonMapper.LeaderRow::id).orElse(null);
        if (Objects.equals(old, leaderId)) {
            return;
        }
        if (leaderId != null) {
            if (people.find(leaderId, now).isEmpty()) {
                throw Problem.refused("kernel:invalid").field("leader", "org:person-unknown");
            }
            refuseCircle(personId, leaderId);
        }
        rows.endLeader(personId, now);
        if (leaderId != null) {
            rows.insertLeader(Ids.next(), personId, leaderId, now);
        }
        events.publishEvent(new OrgEvent.PersonChanged(personId));
    }

    private void refuseCircle(String personId, String leaderId) {
        var now = clock.instant();
        var seen = new HashSet<String>();
        Optional<String> next = Optional.of(leaderId);
        while (next.isPresent() && seen.add(next.get())) {
            if (next.get().equals(personId)) {
                throw Problem.refused("kernel:invalid").field("leader", "org:leader-circle");
            }
            next = people.leader(next.get(), now).map(PersonMapper.LeaderRow::id);
        }
    }

    private static String checked(String name) {
        var clean = name.strip();
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > 50) {
            throw Problem.refused("kernel:invalid").field("name", "org:name-form");
        }
        return clean;
    }
}
