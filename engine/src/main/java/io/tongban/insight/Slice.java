package io.tongban.insight;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Whose requests are looked at: everybody's, or those of applicants in some departments (as they were when they asked) and
 * of some people besides.
 */
record Slice(boolean whole, Set<String> departments, Set<String> people) {

    static final Slice WHOLE = new Slice(true, Set.of(), Set.of());

    static Slice of(Collection<String> departments) {
        return new Slice(false, Set.copyOf(departments), Set.of());
    }

    boolean isNobody() {
        return !whole && departments.isEmpty() && people.isEmpty();
    }

    /** Which sums belong to it. */
    List<String> sums() {
        return whole ? List.of(Cells.ALL) : departments.stream().sorted().toList();
    }
}
