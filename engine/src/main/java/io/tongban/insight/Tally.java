package io.tongban.insight;

/**
 * A sum of what was counted. {@code n} are those with a length: requests that were decided, visits to a step that somebody
 * ended, decisions of a person. {@code dropped} came to an end otherwise: withdrawn or cancelled, no longer needed, handed
 * on.
 */
final class Tally {

    int n;
    int started;
    int dropped;
    int returned;
    int met;
    int missed;
    final Histogram calendar = new Histogram();
    final Histogram working = new Histogram();

    void add(Tally other, int times) {
        n += other.n * times;
        started += other.started * times;
        dropped += other.dropped * times;
        returned += other.returned * times;
        met += other.met * times;
        missed += other.missed * times;
        calendar.add(other.calendar, times);
        working.add(other.working, times);
    }

    void add(CellMapper.CellRow row) {
        n += row.n();
        started += row.started();
        dropped += row.dropped();
        returned += row.returned();
        met += row.met();
        missed += row.missed();
        calendar.add(row.calendar());
        working.add(row.working());
    }

    /** One that took so long. */
    void took(long seconds, int minutes, int times) {
        n += times;
        calendar.add(seconds, times);
        working.add(minutes * 60L, times);
    }

    boolean isEmpty() {
        return n == 0
                && started == 0
                && dropped == 0
                && returned == 0
                && met == 0
                && missed == 0
                && calendar.isEmpty()
                && working.isEmpty();
    }
}
