package dev.punctual.runtime.metrics.emf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

    private final Distribution distribution = new Distribution();

    @ParameterizedTest
    @ValueSource(doubles = { 0, 0.001, 0.5, 1, 2, 3.25, 15, 16, 17, 100, 999.999, 123_456_789, 1e15 })
    void tellsValuesThatAreAlikeExactly(double value) {
        distribution.record(value);
        distribution.record(value);

        Distribution.Snapshot told = distribution.take();
        assertThat(told.buckets()).containsExactly(new Distribution.Bucket(value, 2));
        assertThat(told).extracting(Distribution.Snapshot::min, Distribution.Snapshot::max, Distribution.Snapshot::sum,
                Distribution.Snapshot::count).containsExactly(value, value, 2 * value, 2L);
    }

    @Test
    void isWrongBySixPercentAtMost() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            double low = Math.pow(10, random.nextDouble() * 12);
            distribution.record(low);
            distribution.record(low * 1.07);

            assertThat(distribution.take().buckets()).as("%s", low).hasSize(2);
        }
    }

    @Test
    void keepsWithinWhatALineMayHold() {
        DoubleStream.iterate(0.001, value -> value * 1.07).limit(600).forEach(distribution::record);

        Distribution.Snapshot told = distribution.take();
        assertThat(told.buckets()).hasSizeBetween(Distribution.MOST_VALUES / 2, Distribution.MOST_VALUES);
        assertThat(told.buckets().stream().mapToLong(Distribution.Bucket::count).sum()).isEqualTo(600);
        assertThat(told.buckets().stream().mapToDouble(bucket -> bucket.mean() * bucket.count()).sum()).isCloseTo(told.sum(),
                within(told.sum() / 1e9));
        assertThat(told.buckets()).isSortedAccordingTo((a, b) -> Double.compare(a.mean(), b.mean()));
    }

    @Test
    void beginsAnewWhenItWasTold() {
        distribution.record(7);
        distribution.take();
        distribution.record(3);

        assertThat(distribution.take()).isEqualTo(
                new Distribution.Snapshot(List.of(new Distribution.Bucket(3, 1)), 3, 3, 3, 1));
        assertThat(distribution.take().count()).isZero();
    }

    @Test
    void takesWhatIsNoValueForTheNearestOne() {
        distribution.record(-1);
        distribution.record(Double.NaN);
        distribution.record(Double.POSITIVE_INFINITY);

        Distribution.Snapshot told = distribution.take();
        assertThat(told.min()).isZero();
        assertThat(told.max()).isEqualTo(1e15);
    }
}
