package dev.punctual.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final TimeBudget FIVE_SECONDS = new TimeBudget(Duration.ofSeconds(5));

    @Test
    void countsFromTheArrival() {
        Deadline deadline = Deadline.of(NOW.minusSeconds(2), FIVE_SECONDS, NOW);

        assertThat(deadline.arrival()).isEqualTo(NOW.minusSeconds(2));
        assertThat(deadline.at()).isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    void countsFromNowWhenTheArrivalLiesInTheFuture() {
        assertThat(Deadline.of(NOW.plusMillis(1), FIVE_SECONDS, NOW)).isEqualTo(new Deadline(NOW, NOW.plusSeconds(5)));
        assertThat(Deadline.of(Instant.MAX, FIVE_SECONDS, NOW)).isEqualTo(new Deadline(NOW, NOW.plusSeconds(5)));
    }

    @Test
    void countsFromTheLongestRetentionWhenTheArrivalLiesBeforeIt() {
        Instant earliest = NOW.minus(Duration.ofDays(365));

        assertThat(Deadline.of(earliest, FIVE_SECONDS, NOW).arrival()).isEqualTo(earliest);
        assertThat(Deadline.of(earliest.minusNanos(1), FIVE_SECONDS, NOW).arrival()).isEqualTo(earliest);
        assertThat(Deadline.of(Instant.MIN, FIVE_SECONDS, NOW).arrival()).isEqualTo(earliest);
        assertThat(Deadline.of(Instant.EPOCH, FIVE_SECONDS, NOW).at()).isEqualTo(earliest.plusSeconds(5));
    }

    @Test
    void tellsWhatRemains() {
        Deadline deadline = Deadline.of(NOW, FIVE_SECONDS, NOW);

        assertThat(deadline.remaining(NOW)).isEqualTo(Duration.ofSeconds(5));
        assertThat(deadline.remaining(NOW.plusSeconds(5))).isZero();
        assertThat(deadline.remaining(NOW.plusSeconds(6))).isEqualTo(Duration.ofSeconds(-1));
    }
}
