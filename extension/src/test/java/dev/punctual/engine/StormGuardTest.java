package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class StormGuardTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final StormGuard guard = new StormGuard();

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            guard.failed(NOW);
        }
    }

    @Test
    void staysClosedWhileAttemptsSucceedNowAndThen() {
        for (int i = 0; i < 10; i++) {
            fail(StormGuard.FAILURES_TO_OPEN - 1);
            guard.succeeded();
        }

        assertThat(guard.closedAfter(NOW)).isZero();
    }

    @Test
    void opensForASecondAfterTwentyFailuresInARow() {
        fail(20);

        assertThat(guard.closedAfter(NOW)).isEqualTo(Duration.ofSeconds(1));
        assertThat(guard.closedAfter(NOW.plusMillis(400))).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void letsOneProbeThroughAndOthersWaitForIt() {
        fail(20);
        Instant over = NOW.plusSeconds(1);

        assertThat(guard.closedAfter(over)).isZero();
        assertThat(guard.closedAfter(over)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void closesWhenTheProbeSucceeds() {
        fail(20);
        guard.closedAfter(NOW.plusSeconds(1));

        guard.succeeded();

        assertThat(guard.closedAfter(NOW.plusSeconds(1))).isZero();
        guard.failed(NOW);
        assertThat(guard.closedAfter(NOW.plusSeconds(1))).as("one failure more").isZero();
    }

    @Test
    void opensTwiceAsLongAfterEachProbeThatFailsUpToHalfAMinute() {
        fail(20);
        Instant now = NOW;
        for (int expected : new int[] { 2, 4, 8, 16, 30, 30 }) {
            now = now.plus(guard.closedAfter(now));
            assertThat(guard.closedAfter(now)).isZero();

            guard.failed(now);

            assertThat(guard.closedAfter(now)).isEqualTo(Duration.ofSeconds(expected));
        }
    }

    @Test
    void failuresOfAttemptsThatHadBegunBeforeDoNotCountAsProbes() {
        fail(30);

        assertThat(guard.closedAfter(NOW)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aProbeThatIsNeverHeardOfIsFollowedByAnother() {
        fail(20);
        guard.closedAfter(NOW.plusSeconds(1));

        assertThat(guard.closedAfter(NOW.plusSeconds(2))).isZero();
    }

    @Test
    void retriesInPlaceCostTokensThatSuccessesGiveBack() {
        for (int i = 0; i < 100; i++) {
            assertThat(guard.mayRetryInPlace()).isTrue();
        }
        assertThat(guard.mayRetryInPlace()).isFalse();

        for (int i = 0; i < 5; i++) {
            assertThat(guard.mayRetryInPlace()).isFalse();
            guard.succeeded();
        }

        assertThat(guard.mayRetryInPlace()).isTrue();
        assertThat(guard.mayRetryInPlace()).isFalse();
    }

    @Test
    void tokensAreNotSavedUpBeyondTheBucket() {
        for (int i = 0; i < 1_000; i++) {
            guard.succeeded();
        }
        int retries = 0;
        while (guard.mayRetryInPlace()) {
            retries++;
        }
        assertThat(retries).isEqualTo(100);
    }
}
