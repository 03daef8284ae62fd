package io.tongban.meeting;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * While several meetings of a series are booked or cancelled in one transaction, people are told once about all of them
 * instead of once about each. Bound to the thread, because the steps run inside the deed.
 */
final class SeriesScope {

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private SeriesScope() {}

    /** Id of the series that is being dealt with, or null for a single meeting. */
    static @Nullable String current() {
        return CURRENT.get();
    }

    static <T> T within(String series, Supplier<T> deed) {
        CURRENT.set(series);
        try {
            return deed.get();
        } finally {
            CURRENT.remove();
        }
    }
}
