package io.tongban.insight;

import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many lengths of time there were of each size. Each bucket ends a tenth above the one before, and a length counts as
 * the geometric middle of its bucket, so a percentile is at most five per cent away from the true one. Two of them are
 * added without losing anything.
 */
final class Histogram {

    private static final double GROWTH = Math.log(1.1);

    private final TreeMap<Integer, Integer> buckets = new TreeMap<>();

    /** Adds so many lengths; less than none takes them away again. */
    void add(long seconds, int times) {
        add(bucket(seconds), times);
    }

    void add(Histogram other, int times) {
        other.buckets.forEach((bucket, n) -> add((int) bucket, n * times));
    }

    private void add(int bucket, int times) {
        buckets.merge(bucket, times, (a, b) -> a + b == 0 ? null : a + b);
    }

    private static int bucket(long seconds) {
        return seconds < 1 ? 0 : 1 + (int) Math.floor(Math.log(seconds) / GROWTH + 1e-9);
    }

    /** The length that so much of all are not longer than, 0.5 for the median; null when there is none. */
    @Nullable
    Long percentile(double part) {
        var rank = (long) Math.ceil(part * size());
        var seen = 0L;
        for (var bucket : buckets.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank && seen > 0) {
                return bucket.getKey() == 0 ? 0L : Math.round(Math.exp((bucket.getKey() - 0.5) * GROWTH));
            }
        }
        return null;
    }

    long size() {
        return buckets.values().stream().mapToLong(Integer::longValue).sum();
    }

    boolean isEmpty() {
        return buckets.isEmpty();
    }

    String text() {
        return buckets.entrySet().stream()
                .map(bucket -> bucket.getKey() + ":" + bucket.getValue())
                .collect(Collectors.joining(","));
    }

    /** Adds what {@link #text()} said. */
    void add(String text) {
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int comma = text.indexOf(',', colon);
            int end = comma < 0 ? text.length() : comma;
            add(Integer.parseInt(text, at, colon, 10), Integer.parseInt(text, colon + 1, end, 10));
            at = end + 1;
        }
    }
}
