package io.tongban.insight;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.org.Department;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.process.Plans;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who sees which numbers: whoever looks after a process all of its requests; heads those of their departments and what is
 * below them; leaders those of the people they lead. Nobody else sees any but the own.
 */
@Component
class Scopes {

    /** Leaders see so many people at most, the nearest first; above that somebody heads a department. */
    private static final int MOST_LED = 500;

    private final Plans plans;
    private final Departments departments;
    private final People people;

    Scopes(Plans plans, Departments departments, People people) {
        this.plans = plans;
        this.departments = departments;
        this.people = people;
    }

    /**
     * What somebody may see.
     *
     * @param owned keys of processes that they look after, empty for all
     * @param departments departments that they head, and what is below them
     * @param led people whom they lead
     */
    record Scope(Optional<Set<String>> owned, boolean company, Set<String> departments, Set<String> led) {

        boolean owns(String process) {
            return owned.isEmpty() || owned.get().contains(process);
        }

        boolean manages() {
            return company || !departments.isEmpty() || !led.isEmpty();
        }

        boolean isNone() {
            return owned.isPresent() && owned.get().isEmpty() && !manages();
        }

        private Slice slice(String process) {
            return owns(process) || company ? Slice.WHOLE : new Slice(false, departments, led);
        }
    }

    Scope of(Actor actor) {
        var owned = plans.administered(actor);
        if (owned.isEmpty()) {
            return new Scope(owned, true, Set.of(), Set.of());
        }
        var headed = departments.headedBy(actor.id());
        var below = new LinkedHashSet<String>();
        headed.forEach(id -> below.addAll(departments.within(id)));
        var company =
                departments.root().map(Department::id).filter(below::contains).isPresent();
        var led = company
                ? Set.<String>of()
                : people.led(actor.id()).stream().limit(MOST_LED).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Scope(owned, company, below, led);
    }

    /** @throws Problem 403 when there is nothing that they may see */
    Scope required(Actor actor) {
        var scope = of(actor);
        if (scope.isNone()) {
            throw Problem.forbidden();
        }
        return scope;
    }

    /**
     * Whose requests of a process somebody sees, narrowed to a department and what is below it.
     *
     * @throws Problem 404 when the department is not theirs to ask for
     */
    Slice slice(Scope scope, String process, @Nullable String department) {
        var slice = scope.slice(process);
        if (department == null || department.isBlank()) {
            return slice;
        }
        var wanted = departments.within(department);
        if (slice.whole()) {
            departments.get(department);
            return Slice.of(wanted);
        }
        if (!slice.departments().contains(department)) {
            // Of other processes it may be: of this one there is nothing to see then.
            if (!scope.owned().map(Set::isEmpty).orElse(true)) {
                return Slice.of(List.of());
            }
            throw Problem.notFound();
        }
        return Slice.of(wanted);
    }

    /** Departments that can be asked for, in the order of the tree, with their depth. */
    List<Branch> branches(Scope scope) {
        var all = departments.all();
        var everything =
                scope.company() || scope.owned().map(keys -> !keys.isEmpty()).orElse(true);
        var found = new java.util.ArrayList<Branch>();
        all.stream()
                .filter(one -> one.parentId() == null)
                .forEach(root -> walk(root, all, 0, everything ? null : scope.departments(), found));
        return found;
    }

    record Branch(String id, String name, int depth) {}

    private static void walk(
            Department at, List<Department> all, int depth, @Nullable Set<String> only, List<Branch> found) {
        var shown = only == null || only.contains(at.id());
        if (shown) {
            found.add(new Branch(at.id(), at.name(), depth));
        }
        all.stream()
                .filter(one -> at.id().equals(one.parentId()))
                .sorted(Comparator.comparingInt(Department::sort).thenComparing(Department::id))
                .forEach(child -> walk(child, all, shown ? depth + 1 : depth, only, found));
    }
}
