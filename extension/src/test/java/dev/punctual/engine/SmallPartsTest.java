package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.punctual.EventContext;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.Outcome;

/** The engine's smallest parts. */
class SmallPartsTest {

    private static final EventRecord EVENT = Deliveries.record("a", 1);

    private static Envelope envelope(String id, String correlationId) {
        return new Envelope(id, "placed", Correlation.of(correlationId), "text/plain", new byte[0]);
    }

    @Test
    void aTokenIsOnlyItsOwnInvocations() {
        Random random = new Random(7);
        Tokens tokens = new Tokens("request-1", random);
        Tokens others = new Tokens("request-1", random);

        assertThat(tokens.next()).isNotEqualTo(tokens.next()).matches(tokens::isOurs);
        assertThat(tokens.isOurs(others.next())).as("of the same request, delivered again").isFalse();
    }

    @Test
    void anEventIsKnownByItsEnvelopeOrElseByItsRecord() {
        Share named = new Share(0, EVENT, envelope("id-1", "flow-1"));
        Share uncorrelated = new Share(0, EVENT, envelope("id-1", ""));
        Share nameless = new Share(0, EVENT, envelope("", ""));

        assertThat(named.eventId()).isEqualTo("id-1");
        assertThat(named.correlationId(named.eventId())).isEqualTo("flow-1");
        assertThat(uncorrelated.correlationId(uncorrelated.eventId())).isEqualTo("id-1");
        assertThat(nameless.eventId()).isEqualTo(EVENT.id());
        assertThat(nameless.correlationId(nameless.eventId())).isEqualTo(EVENT.id());
        assertThat(nameless.deadline().at()).as("without a handler it has no time").isEqualTo(EVENT.arrival());
    }

    @Test
    void learnsHowLongAttemptsTakeFromThoseThatFailToo() {
        HandlerState state = new HandlerState(new AttemptCost(Optional.empty(), Duration.ofSeconds(60)), new StormGuard());

        state.failed(Duration.ofMillis(30), false, VirtualClock.START);
        assertThat(state.cost.expected()).isEqualTo(Duration.ofMillis(30));
        state.succeeded(Duration.ofMillis(50));

        assertThat(state.cost.expected()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void expectsThePercentileInWhateverOrderTheAttemptsCame() {
        AttemptCost cost = new AttemptCost(Optional.empty(), Duration.ofSeconds(60));

        IntStream.rangeClosed(1, 128).forEach(number -> cost.learn(Duration.ofMillis(129 - number)));

        assertThat(cost.expected()).isEqualTo(Duration.ofMillis(127));
    }

    @Test
    void aListenerHearsOfEverything() {
        List<String> heard = new ArrayList<>();
        Hearing listener = new Hearing(heard);
        SafeListener safe = new SafeListener(listener);
        EventContext context = AttemptContext.of(Deliveries.any(1), new VirtualClock());

        safe.attemptStarted("notify", context, VirtualClock.START);
        safe.attemptEnded("notify", context, VirtualClock.START, VirtualClock.START, new IllegalStateException("down"));
        safe.ledgerFailed("notify", EVENT, "slow");
        safe.finished(new Finished("notify", EVENT, envelope("id-1", ""), new Deadline(EVENT.arrival(), EVENT.arrival()),
                Outcome.HANDLED, AttemptHistory.NONE, VirtualClock.START));

        assertThat(heard).containsExactly("started notify", "ended down", "ledger slow", "finished 0");
    }

    @Test
    void theEngineTellsOfAttempts() {
        List<String> heard = new ArrayList<>();
        EngineFixture engine = new EngineFixture();
        engine.handler("notify", EngineFixture.policy(Duration.ofSeconds(60), 1), (payload, context) -> {
            throw new IllegalStateException("down");
        });
        engine.alsoTold = new Hearing(heard);

        engine.process("placed:a");

        assertThat(heard).containsExactly("started notify", "ended down", "finished 1");
    }

    private record Hearing(List<String> heard) implements DispatchListener {

        @Override
        public void attemptStarted(String handler, EventContext context, Instant start) {
            heard.add("started " + handler);
            throw new IllegalStateException("a listener may fail");
        }

        @Override
        public void attemptEnded(String handler, EventContext context, Instant start, Instant end,
                @Nullable Throwable failure) {
            heard.add("ended " + (failure == null ? "well" : failure.getMessage()));
        }

        @Override
        public void ledgerFailed(String handler, EventRecord event, String why) {
            heard.add("ledger " + why);
        }

        @Override
        public void finished(Finished finished) {
            heard.add("finished " + finished.attempts().count());
        }
    }
}
