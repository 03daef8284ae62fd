package io.tongban.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Percentiles from buckets are as near to the true ones as they say. */
class HistogramTest {

    private static long percentile(Histogram histogram, double part) {
        return Objects.requireNonNull(histogram.percentile(part));
    }

    @Test
    void a_percentile_is_at_most_five_per_cent_away_from_the_true_one() {
        var random = new Random(7);
        for (int round = 0; round < 20; round++) {
            var lengths = new long[1 + random.nextInt(2_000)];
            var histogram = new Histogram();
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = (long) Math.exp(random.nextDouble() * 17);
                histogram.add(lengths[i], 1);
            }
            Arrays.sort(lengths);
            for (var part : new double[] {0.1, 0.5, 0.9, 0.99, 1}) {
                var exact = lengths[(int) Math.ceil(part * lengths.length) - 1];
                if (exact > 20) {
                    assertThat(percentile(histogram, part)).isCloseTo(exact, Percentage.withPercentage(5));
                } else {
                    assertThat(percentile(histogram, part)).isBetween(exact - 1, exact + 1);
                }
            }
        }
    }

    @Test
    void what_is_taken_out_is_as_if_it_had_never_been_there_and_text_keeps_everything() {
        var one = new Histogram();
        one.add(0, 1);
        one.add(3_600, 4);
        one.add(86_400, 2);
        var copy = new Histogram();
        copy.add(one.text());
        assertThat(copy.text()).isEqualTo(one.text());
        assertThat(copy.size()).isEqualTo(7);
        var other = new Histogram();
        other.add(99_999_999, 3);
        copy.add(other, 1);
        copy.add(other, -1);
        assertThat(copy.text()).isEqualTo(one.text());
        copy.add(one, -1);
        assertThat(copy.isEmpty()).isTrue();
        assertThat(copy.percentile(0.5)).isNull();
    }

    @Test
    void ten_years_of_every_length_fit_into_their_column() {
        var full = new Histogram();
        for (long seconds = 1; seconds < 10L * 366 * 86_400; seconds = seconds + 1 + seconds / 20) {
            full.add(seconds, 99_999);
        }
        assertThat(full.text().length()).isLessThan(3_000);
    }
}
