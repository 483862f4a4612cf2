package dev.punctual.runtime.metrics;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.Finished;
import dev.punctual.spi.Outcome;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class MicrometerListenerTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerListener listener = new MicrometerListener(registry);
    private final EventRecord event = event(utf8("x"));

    private Timer finished(String handler, Outcome outcome, Instant end) {
        listener.finished(
                new Finished(handler, event, Envelope.bare(event.data()), new Deadline(event.arrival(), end), outcome,
                        AttemptHistory.NONE,
                        end));
        return registry.get("punctual.events").timer();
    }

    private void assertTags(Outcome outcome, String name, String reason) {
        registry.clear();
        assertThat(finished("h", outcome, event.arrival()).getId().getTags())
                .extracting(tag -> tag.getKey() + "=" + tag.getValue())
                .containsExactlyInAnyOrder("handler=h", "outcome=" + name, "reason=" + reason);
    }

    @Test
    void measuresFromArrivalToOutcome() {
        Timer timer = finished("h", Outcome.HANDLED, event.arrival().plusMillis(250));

        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(250);
    }

    @Test
    void namesOutcomesAndReasons() {
        assertTags(Outcome.HANDLED, "handled", "none");
        assertTags(Outcome.IGNORED, "ignored", "none");
        assertTags(new Outcome.Parked(Duration.ZERO), "parked", "none");
        assertTags(new Outcome.ReturnedToSource("why"), "returned", "none");
        assertTags(Outcome.DUPLICATE, "duplicate", "none");
        assertTags(Outcome.SUPERSEDED, "superseded", "none");
        assertTags(new Outcome.DeadLettered(Reason.UNKNOWN_TYPE), "dead-lettered", "unknown-type");
    }

    @Test
    void countsFailuresOfTheLedger() {
        listener.ledgerFailed("h", event, "DynamoDB answered 500");
        listener.ledgerFailed("h", event, "DynamoDB answered 500");

        assertThat(registry.get("punctual.ledger.failures").tag("handler", "h").counter().count()).isEqualTo(2);
    }

    @Test
    void namesNoHandlerWhereThereIsNone() {
        assertThat(finished("", Outcome.IGNORED, event.arrival()).getId().getTag("handler")).isEqualTo("none");
    }
}
