package dev.punctual.runtime.logging;

import static dev.punctual.wire.testing.Samples.FLOW;
import static dev.punctual.wire.testing.Samples.NOW;
import static dev.punctual.wire.testing.Samples.attempts;
import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.runtime.config.LogConfig.Steps;
import dev.punctual.spi.Finished;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.PublishObserver;

class StepLogTest {

    private static final byte[] SECRET = utf8("{\"card\":\"4111\"}");

    private final List<String> lines = new ArrayList<>();

    private StepLog log(Steps wanted) {
        StepLog log = new StepLog(new JsonFactory(), wanted, InstantSource.fixed(NOW),
                line -> lines.add(new String(line, StandardCharsets.UTF_8)));
        log.began("orders-stream", "request-1", NOW.plusSeconds(9));
        return log;
    }

    private static Finished finished(Correlation correlation, Outcome outcome, AttemptHistory attempts) {
        return new Finished("org.acme.Orders#placed", event(SECRET), new Envelope("event-1", "placed", correlation, "", SECRET),
                new Deadline(NOW, NOW.plusSeconds(5)), outcome, attempts, NOW.plusSeconds(4));
    }

    private static PublishObserver.Outgoing outgoing(Correlation correlation) {
        return new PublishObserver.Outgoing("payments", "event-2", "paid", "org.acme.Orders#placed", correlation);
    }

    @Test
    void tellsOfADeadLetterOnOneLineWithoutItsPayload() {
        log(Steps.TROUBLES).finished(finished(FLOW, new Outcome.DeadLettered(Reason.DEADLINE), attempts(2)));

        assertThat(lines)
                .containsExactly("{\"punctual\":\"step\",\"step\":\"dead-letter\",\"at\":\"2026-01-01T12:00:04.123456789Z\","
                        + "\"function\":\"orders-stream\",\"requestId\":\"request-1\",\"correlationId\":\"flow-1\",\"causationId\":\"event-0\","
                        + "\"eventId\":\"event-1\",\"type\":\"placed\",\"chainLength\":2,"
                        + "\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\","
                        + "\"handler\":\"org.acme.Orders#placed\",\"source\":\"orders\",\"arrival\":\"2026-01-01T12:00:00.123456789Z\","
                        + "\"deadline\":\"2026-01-01T12:00:05.123456789Z\",\"reason\":\"DEADLINE\",\"fingerprint\":\"0123456789ab\","
                        + "\"attempts\":2}\n");
    }

    @Test
    void tellsWhatEachOutcomeIsAbout() {
        StepLog log = log(Steps.ALL);
        Correlation flow = Correlation.of("flow-1");

        log.finished(finished(flow, new Outcome.Parked(Duration.ofSeconds(3)), attempts(1)));
        log.finished(finished(flow, new Outcome.ReturnedToSource("the queue did not take it"), AttemptHistory.NONE));
        log.finished(finished(flow, Outcome.HANDLED, AttemptHistory.NONE));
        log.finished(finished(flow, Outcome.SUPERSEDED, AttemptHistory.NONE));

        assertThat(lines).satisfiesExactly(
                line -> assertThat(line).contains("\"step\":\"parked\"", "\"delay\":\"PT3S\"", "\"attempts\":1"),
                line -> assertThat(line).contains("\"step\":\"returned\"", "\"why\":\"the queue did not take it\""),
                line -> assertThat(line).contains("\"step\":\"handled\"").doesNotContain("causationId", "chainLength"),
                line -> assertThat(line).contains("\"step\":\"superseded\""));
    }

    @Test
    void tellsOfWhatWasPublishedOnceItIsOnItsStream() {
        StepLog log = log(Steps.ALL);

        PublishObserver.Publication good = log.begin(outgoing(FLOW.next("event-1")));
        PublishObserver.Publication bad = log.begin(outgoing(FLOW.next("event-1")));
        assertThat(lines).isEmpty();
        good.end(null);
        bad.end(new IllegalStateException("throttled"));

        assertThat(lines).singleElement().asString().contains("\"step\":\"published\"", "\"eventId\":\"event-2\"",
                "\"causationId\":\"event-1\"", "\"stream\":\"payments\"", "\"handler\":\"org.acme.Orders#placed\"");
    }

    @ParameterizedTest
    @EnumSource(Steps.class)
    void writesOnlyWhatIsWanted(Steps wanted) {
        StepLog log = log(wanted);

        log.finished(finished(Correlation.NONE, Outcome.HANDLED, AttemptHistory.NONE));
        log.finished(finished(Correlation.NONE, new Outcome.DeadLettered(Reason.PERMANENT), attempts(1)));
        log.begin(outgoing(Correlation.NONE)).end(null);

        assertThat(lines).hasSize(switch (wanted) {
            case NONE -> 0;
            case TROUBLES -> 1;
            case ALL -> 3;
        });
    }

    @Test
    void writesEveryStepOfAChainThatAsksForIt() {
        StepLog log = log(Steps.TROUBLES);

        log.finished(finished(FLOW, Outcome.HANDLED, AttemptHistory.NONE));
        log.begin(outgoing(FLOW)).end(null);

        assertThat(lines).hasSize(2).allMatch(line -> !line.contains("4111"));
    }
}
