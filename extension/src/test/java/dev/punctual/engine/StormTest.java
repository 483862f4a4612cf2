package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.policy;
import static dev.punctual.engine.EngineFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.PermanentFailureException;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.spi.Outcome;

/** A handler that fails all the time is left alone. */
class StormTest {

    private static final EventInvoker FAILS = (payload, context) -> {
        throw new IllegalStateException("down");
    };

    private final EngineFixture engine = new EngineFixture();

    private List<Outcome> process(int events) {
        return engine.process(IntStream.range(0, events).mapToObj(i -> "placed:" + i).toArray(String[]::new));
    }

    @Test
    void parksUnattemptedWhatComesAfterTwentyFailuresInARow() {
        engine.handler("notify", within("60S"), FAILS);
        engine.invocationTime = Duration.ofMillis(115);

        List<Outcome> outcomes = process(30);

        assertThat(outcomes).hasSize(30).allMatch(Outcome.Parked.class::isInstance);
        assertThat(engine.calls).hasSize(20);
        assertThat(engine.parked.subList(20, 30)).allSatisfy(parked -> {
            assertThat(parked.attempts().count()).isZero();
            assertThat(parked.delay()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void permanentFailuresSayNothingOfTheHandler() {
        engine.handler("notify", within("60S"), (payload, context) -> {
            throw new PermanentFailureException("no");
        });

        process(30);

        assertThat(engine.calls).hasSize(30);
    }

    @Test
    void attemptsGoOnWhereTheDeadlineLeavesNoTimeToPark() {
        engine.handler("notify", policy(Duration.ofMillis(400), 1), FAILS);

        process(30);

        assertThat(engine.calls).hasSize(30);
    }

    @Test
    void attemptsGoOnWhereTheOrderForbidsToPark() {
        engine.handler("notify", "placed", policy(Duration.ofSeconds(60), 1), Idempotency.NONE,
                new OrderRule(Ordering.PER_SHARD, false, AfterDeadLetter.UNDECIDED), FAILS);

        process(30);

        assertThat(engine.calls).hasSize(30);
    }

    @Test
    void retriesAreParkedOnceTheTokensAreSpent() {
        // Each event fails once, so the breaker stays closed; 100 retries are in place, the others in the retry queue.
        engine.handler("notify", within("600S"), (payload, context) -> {
            if (context.attempt() == 1) {
                throw new IllegalStateException("flaky");
            }
        });
        engine.invocationTime = Duration.ofSeconds(300);
        int parked = 0;
        BatchProcessor processor = engine.processor();
        for (int i = 0; i < 300; i++) {
            Invocation invocation = new Invocation("orders-stream", "request-" + i, engine.clock.instant().plusSeconds(300));
            Outcome outcome = processor.process(List.of(engine.ofKey("k", i, "placed:x")), invocation).get(0).outcome();
            parked += outcome instanceof Outcome.Parked ? 1 : 0;
        }

        // Each success gives back a fifth of a retry: 125 in place, and one in six of the others.
        assertThat(parked).isBetween(100, 200);
        assertThat(engine.letters).isEmpty();
    }
}
