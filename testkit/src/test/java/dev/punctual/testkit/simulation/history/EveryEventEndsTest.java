package dev.punctual.testkit.simulation.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class EveryEventEndsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration RETENTION = Duration.ofHours(24);
    private static final String EVENT = "orders/shardId-0:1";

    private final History history = new History(new Rules(Duration.ZERO, Map.of(),
            new Rules.LedgerRules(3, false, true, Duration.ZERO)));

    EveryEventEndsTest() {
        history.add(new Happening.Accepted(START, EVENT, "key", List.of("notify"), Map.of(), new Payload(new byte[0])));
    }

    @Test
    void anEventWithoutAnEndIsAViolation() {
        var violations = new EveryEventEnds().violations(history);

        assertThat(violations).containsExactly(new Violation(1, EVENT, "it is neither handled by 'notify' nor dead"));
    }

    @Test
    void aRecordThatRetentionRanOutOnIsThePlatformsLoss() {
        history.add(new Happening.Expired(START.plus(RETENTION), EVENT, RETENTION));

        assertThat(new EveryEventEnds().violations(history)).isEmpty();
    }

    @Test
    void aRecordThatIsGoneTooEarlyIsAViolation() {
        history.add(new Happening.Expired(START.plus(RETENTION).minusSeconds(60), EVENT, RETENTION));

        assertThat(new EveryEventEnds().violations(history)).hasSize(1);
    }
}
