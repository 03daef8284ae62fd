package io.tongban.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most the asked-for number of items
 * @param next cursor of the following page, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static <T> Page<T> all(List<T> items) {
        return new Page<>(items, null);
    }

    /** Makes a page of rows that were read with one row more than asked for. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(List.copyOf(items), cursor.apply(items.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
