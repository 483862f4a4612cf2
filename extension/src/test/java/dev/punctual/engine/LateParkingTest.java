package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.Reason;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.spi.Outcome;

/** Events that were to be parked, and for which the retry queue had become too slow when it was their turn. */
class LateParkingTest {

    private final EngineFixture engine = new EngineFixture();

    private List<Outcome> processManyThroughASlowQueue() {
        engine.retryQueue = events -> {
            engine.virtual.advance(Duration.ofMillis(9_800));
            return EngineFixture.sent(engine.parked, events);
        };
        return engine.process(IntStream.range(0, 40).mapToObj(i -> "placed:" + i).toArray(String[]::new));
    }

    private void failing(boolean kept) {
        EventInvoker fails = (payload, context) -> {
            throw new IllegalStateException("down");
        };
        if (kept) {
            engine.kept("notify", within("10S"), fails);
        } else {
            engine.handler("notify", within("10S"), fails);
        }
    }

    @Test
    void tryOnceMoreInPlaceOrDieOfTheirDeadline() {
        failing(false);

        List<Outcome> outcomes = processManyThroughASlowQueue();

        assertThat(outcomes).allMatch(Outcome::acknowledged).contains(new Outcome.DeadLettered(Reason.DEADLINE));
        assertThat(engine.parked).as("the first load").hasSize(10);
    }

    @Test
    void areClaimedAnewWhereALedgerKeepsThem() {
        failing(true);

        List<Outcome> outcomes = processManyThroughASlowQueue();

        assertThat(outcomes).allMatch(Outcome::acknowledged);
        assertThat(engine.letters).hasSize((int) outcomes.stream().filter(Outcome.DeadLettered.class::isInstance).count())
                .isNotEmpty();
    }
}
