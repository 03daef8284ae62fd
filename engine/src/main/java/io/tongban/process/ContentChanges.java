package io.tongban.process;

import io.tongban.process.EntryDetail.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of the answers, by path: {@code amount}, {@code lines[2].amount} for a cell,
 * {@code lines[2]} for a row that came or went.
 */
final class ContentChanges {

    private ContentChanges() {}

    static List<Change> of(Map<String, Object> before, Map<String, Object> after) {
        var changes = new ArrayList<Change>();
        union(before, after).forEach(name -> add(String.valueOf(name), before.get(name), after.get(name), changes));
        return changes;
    }

    private static Set<Object> union(Map<?, ?> before, Map<?, ?> after) {
        var names = new LinkedHashSet<Object>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    private static void add(String path, @Nullable Object before, @Nullable Object after, List<Change> changes) {
        if (same(before, after)) {
            return;
        }
        if (isTable(before) && isTable(after) && before instanceof List<?> old && after instanceof List<?> now) {
            rows(path, old, now, changes);
        } else {
            changes.add(new Change(path, before, after));
        }
    }

    private static boolean isTable(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Map.class::isInstance);
    }

    /** What is the same at the top and at the end stays; between them cell is compared with cell. */
    private static void rows(String path, List<?> before, List<?> after, List<Change> changes) {
        var least = Math.min(before.size(), after.size());
        int top = 0;
        while (top < least && same(before.get(top), after.get(top))) {
            top++;
        }
        int end = 0;
        while (end < least - top && same(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
            end++;
        }
        for (int i = top; i < Math.max(before.size(), after.size()) - end; i++) {
            var old = i < before.size() - end ? (Map<?, ?>) before.get(i) : null;
            var now = i < after.size() - end ? (Map<?, ?>) after.get(i) : null;
            var at = path + "[" + i + "]";
            if (old == null || now == null) {
                changes.add(new Change(at, old, now));
            } else {
                union(old, now).forEach(name -> add(at + "." + name, old.get(name), now.get(name), changes));
            }
        }
    }

    /** Every path that somebody wrote, with its value; tables cell by cell. */
    static Map<String, @Nullable Object> flat(Map<String, Object> given) {
        var flat = new LinkedHashMap<String, @Nullable Object>();
        given.forEach((name, value) -> {
            if (isTable(value)) {
                var rows = (List<?>) value;
                for (int i = 0; i < rows.size(); i++) {
                    var at = name + "[" + i + "].";
                    ((Map<?, ?>) rows.get(i)).forEach((column, cell) -> flat.put(at + column, cell));
                }
            } else {
                flat.put(name, value);
            }
        });
        return flat;
    }

    /** 5 and 5.0 are one number, whichever way they came; what is empty is not there. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        if (one instanceof List<?> list && other instanceof List<?> others) {
            return list.size() == others.size() && sameEach(list, others);
        }
        if (one instanceof Map<?, ?> row && other instanceof Map<?, ?> another) {
            return union(row, another).stream().allMatch(name -> same(row.get(name), another.get(name)));
        }
        return Objects.equals("".equals(one) ? null : one, "".equals(other) ? null : other);
    }

    private static boolean sameEach(List<?> list, List<?> others) {
        for (int i = 0; i < list.size(); i++) {
            if (!same(list.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
