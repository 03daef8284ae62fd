package io.tongban.insight;

import org.jspecify.annotations.Nullable;

/**
 * A sum as people read it. Lengths are seconds, at most five per cent away from the true ones; null where there is nothing
 * to say.
 *
 * @param finished that have a length: decided requests, visits to a step, decisions of a person
 * @param dropped that ended otherwise: withdrawn or cancelled, no longer needed, handed on
 * @param returned of the finished ones that were sent back
 * @param met how many met their goal
 * @param missed how many did not
 * @param median half of them took no longer, as the calendar counts
 * @param p90 nine of ten took no longer
 * @param workingMedian the same in working time
 * @param overdue of the open ones
 */
record Figures(
        int finished,
        int started,
        int dropped,
        int returned,
        int met,
        int missed,
        @Nullable Long median,
        @Nullable Long p90,
        @Nullable Long workingMedian,
        @Nullable Long workingP90,
        int open,
        int overdue) {

    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.9;

    static Figures of(Tally sum, int open, int overdue) {
        return new Figures(
                sum.n,
                sum.started,
                sum.dropped,
                sum.returned,
                sum.met,
                sum.missed,
                sum.calendar.percentile(MEDIAN),
                sum.calendar.percentile(MOST),
                sum.working.percentile(MEDIAN),
                sum.working.percentile(MOST),
                open,
                overdue);
    }
}
