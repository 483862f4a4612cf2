package dev.punctual.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

/** C = 300 ms, G = 100 ms, L = 500 ms; 5 s are left of the budget, 2 s of the invocation. */
class TimeFrameTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final TimeFrame frame = new TimeFrame(NOW, new Deadline(NOW.minusSeconds(1), NOW.plusSeconds(5)),
            NOW.plusSeconds(2), new Costs(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofMillis(500)));

    @Test
    void slackLeavesRoomForTheAttemptAndItsEnd() {
        assertThat(frame.slack()).isEqualTo(Duration.ofMillis(4_600));
    }

    @Test
    void slackForParkingLeavesRoomForTheQueueToo() {
        assertThat(frame.slackForParking()).isEqualTo(Duration.ofMillis(4_100));
    }

    @Test
    void slackIsNegativeOnceAnAttemptWouldEndTooLate() {
        TimeFrame late = new TimeFrame(NOW.plusSeconds(5), frame.deadline(), frame.invocationEnd(), frame.costs());

        assertThat(late.slack()).isEqualTo(Duration.ofMillis(-400));
        assertThat(late.slackForParking()).isEqualTo(Duration.ofMillis(-900));
    }

    @Test
    void anAttemptMeetsTheDeadlineUpToTheSlackAndNoNanosecondLonger() {
        assertThat(frame.attemptMeetsDeadline(Duration.ofMillis(4_600))).isTrue();
        assertThat(frame.attemptMeetsDeadline(Duration.ofMillis(4_600).plusNanos(1))).isFalse();
    }

    @Test
    void anAttemptFitsTheInvocationUpToItsEndAndNoNanosecondLonger() {
        assertThat(frame.attemptFitsInvocation(Duration.ofMillis(1_600))).isTrue();
        assertThat(frame.attemptFitsInvocation(Duration.ofMillis(1_600).plusNanos(1))).isFalse();
    }
}
