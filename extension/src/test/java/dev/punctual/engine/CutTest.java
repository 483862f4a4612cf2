package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.event;
import static dev.punctual.engine.EngineFixture.within;
import static dev.punctual.engine.VirtualClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.ledger.EventState;
import dev.punctual.spi.Outcome;

/** What becomes of events that are not through when the invocation has to answer. */
class CutTest {

    private static final String FIRST = "orders/shardId-000000000000:0#notify";

    private final EngineFixture engine = new EngineFixture();

    private Outcome process() {
        return engine.process(List.of(new BatchItem.Fresh("0", event(0, "placed:a", START)))).get(0);
    }

    @Test
    void whatWaitsInPlaceIsReleasedWithTheAttemptsItMade() {
        engine.kept("notify", within("60S"), (payload, context) -> {
            throw new IllegalStateException("down");
        });
        engine.pause = (wakeUps, atMost) -> {
            if (wakeUps.drainPermits() == 0) {
                // The process was frozen, or had no processor, until shortly before its end.
                engine.virtual.advance(Duration.between(engine.clock.instant(), START.plusMillis(29_950)));
            }
        };

        assertThat(process()).isEqualTo(new Outcome.ReturnedToSource("the invocation had to answer"));

        assertThat(engine.calls).hasSize(1);
        assertThat(engine.ledger.state(FIRST)).isEqualTo(EventState.FREE);
        assertThat(engine.ledger.entry(FIRST)).satisfies(entry -> {
            assertThat(entry.claims()).isZero();
            assertThat(entry.attempts().count()).isEqualTo(1);
        });
    }

    @Test
    void whatNoWorkerTookReturnsAndIsToldOnce() {
        engine.handler("notify", within("60S"), (payload, context) -> {
        });
        List<Runnable> held = new ArrayList<>();
        engine.executor = held::add;

        assertThat(process()).isEqualTo(new Outcome.ReturnedToSource("the invocation had to answer"));

        assertThat(engine.told).hasSize(1);
        assertThat(engine.virtual.instant()).as("until its guard").isEqualTo(START.plusMillis(29_900));
        held.forEach(Runnable::run);
        assertThat(engine.calls).as("after the answer").isEmpty();
    }

    @Test
    void anInterruptEndsTheBatchAtOnceAndStays() {
        engine.handler("notify", within("60S"), (payload, context) -> {
        });
        engine.executor = task -> {
        };
        engine.pause = (wakeUps, atMost) -> {
            throw new InterruptedException();
        };

        assertThat(process().acknowledged()).isFalse();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(engine.virtual.instant()).isEqualTo(START);
    }

    @Test
    void anInvocationThatIsOverRunsNothing() {
        engine.handler("notify", within("60S"), (payload, context) -> {
        });
        engine.invocationTime = Duration.ofSeconds(-1);

        assertThat(process().acknowledged()).isFalse();

        assertThat(engine.calls).isEmpty();
        assertThat(engine.told).hasSize(1);
    }
}
