package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.within;
import static dev.punctual.engine.VirtualClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.ledger.EventState;
import dev.punctual.spi.Outcome;

/** Events for which no worker becomes free until it is almost too late. */
class OverdueTest {

    private static final EventInvoker WORKS = (payload, context) -> {
    };

    private final EngineFixture engine = new EngineFixture();
    private final List<Runnable> held = new ArrayList<>();
    private final List<Instant> sentAt = new ArrayList<>();
    private int tasks;

    /** The only worker never gets to run, as if its handler hung; all other tasks do. */
    private void holdTask(int number) {
        engine.executor = task -> {
            if (++tasks == number) {
                held.add(task);
            } else {
                task.run();
            }
        };
        engine.retryQueue = events -> {
            sentAt.add(engine.clock.instant());
            return EngineFixture.sent(engine.parked, events);
        };
    }

    @Test
    void areParkedInTheLastMomentThatAllowsIt() {
        engine.handler("notify", within("10S"), WORKS);
        holdTask(1);

        List<Outcome> outcomes = engine.process("placed:a", "placed:b");

        assertThat(outcomes).allMatch(Outcome.Parked.class::isInstance);
        assertThat(sentAt).isNotEmpty()
                .allMatch(at -> at.isAfter(START.plusSeconds(8)) && at.isBefore(START.plusMillis(9_500)));
        assertThat(engine.parked).hasSize(2).allMatch(parked -> parked.delay().isZero());
        assertThat(engine.calls).isEmpty();
        assertThat(held).hasSize(1);
    }

    @Test
    void areClaimedBeforeTheyAreParked() {
        engine.kept("notify", within("10S"), WORKS);
        holdTask(2);

        List<Outcome> outcomes = engine.process("placed:0", "placed:1", "placed:2", "placed:3", "placed:4", "placed:5");

        assertThat(outcomes).allMatch(Outcome.Parked.class::isInstance);
        assertThat(engine.parked).hasSize(6).allMatch(parked -> parked.parks() == 1);
        for (int number = 0; number < 6; number++) {
            assertThat(engine.ledger.state("orders/shardId-000000000000:" + number + "#notify"))
                    .isInstanceOfSatisfying(EventState.Parked.class, state -> assertThat(state.sent()).isTrue());
        }
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void areLeftToTheirSourceWhereTheirOrderForbidsToPark() {
        engine.handler("notify", "placed", within("10S"), Idempotency.NONE,
                new OrderRule(Ordering.PER_SHARD, false, AfterDeadLetter.RELEASE), WORKS);
        holdTask(1);

        assertThat(engine.process("placed:a", "placed:b")).noneMatch(Outcome::acknowledged);

        assertThat(engine.parked).isEmpty();
        assertThat(engine.virtual.instant()).isEqualTo(START.plusMillis(29_900));
    }
}
