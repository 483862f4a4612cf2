package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.again;
import static dev.punctual.engine.EngineFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.junit.jupiter.api.Test;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadletter.Reason;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.spi.Outcome;

class OrderTest {

    private static final OrderRule RELEASE = new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.RELEASE);
    private static final OrderRule HALT = new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.HALT);
    private static final OrderRule SHARD = new OrderRule(Ordering.PER_SHARD, false, AfterDeadLetter.UNDECIDED);
    private static final OrderRule LATEST = new OrderRule(Ordering.UNORDERED, true, AfterDeadLetter.UNDECIDED);

    private final EngineFixture engine = new EngineFixture();
    private final Set<Object> down = new ConcurrentSkipListSet<>();
    private final EventInvoker invoker = (payload, context) -> {
        if (payload.equals("dead")) {
            throw new PermanentFailureException("no");
        }
        if (down.contains(payload)) {
            throw new IllegalStateException("down");
        }
    };

    private void process(BatchItem... items) {
        engine.process(List.of(items));
    }

    @Test
    void eventsOfAKeyWaitBehindAParkedOneAndOthersDoNot() {
        engine.kept("notify", within("60S"), RELEASE, invoker);
        engine.invocationTime = Duration.ofMillis(115);
        down.add("a1");

        process(engine.ofKey("a", 1, "placed:a1"), engine.ofKey("b", 2, "placed:b2"), engine.ofKey("a", 3, "placed:a3"));

        assertThat(engine.calls).containsExactlyInAnyOrder("notify#1 a1", "notify#1 b2");
        assertThat(engine.parked).extracting(parked -> parked.event().sequenceNumber()).containsExactly("1", "3");

        // The one behind comes back first, and goes on waiting; then the head is handled, then the one behind.
        process(again(engine.parked.get(1)));
        assertThat(engine.calls).hasSize(2);
        down.clear();
        process(again(engine.parked.get(0)));
        process(again(engine.parked.get(2)));

        assertThat(engine.calls).endsWith("notify#2 a1", "notify#1 a3");
    }

    @Test
    void aLaterBatchWaitsToo() {
        engine.kept("notify", within("60S"), RELEASE, invoker);
        engine.invocationTime = Duration.ofMillis(115);
        down.add("a1");
        process(engine.ofKey("a", 1, "placed:a1"));

        process(engine.ofKey("a", 2, "placed:a2"));

        assertThat(engine.calls).containsExactly("notify#1 a1");
        assertThat(engine.parked).hasSize(2);
        assertThat(engine.parked.get(1).attempts().count()).isZero();
    }

    @Test
    void aDeadHeadReleasesThoseBehindIt() {
        engine.kept("notify", within("60S"), RELEASE, invoker);

        process(engine.ofKey("a", 1, "placed:dead"), engine.ofKey("a", 2, "placed:a2"));

        assertThat(engine.calls).containsExactly("notify#1 dead", "notify#1 a2");
    }

    @Test
    void aDeadHeadHaltsThoseBehindItIfAskedTo() {
        engine.kept("notify", within("60S"), HALT, invoker);

        process(engine.ofKey("a", 1, "placed:dead"), engine.ofKey("a", 2, "placed:a2"), engine.ofKey("b", 3, "placed:b3"));
        process(engine.ofKey("a", 4, "placed:a4"));

        assertThat(engine.calls).containsExactlyInAnyOrder("notify#1 dead", "notify#1 b3");
        assertThat(engine.letters).extracting(letter -> letter.reason()).containsExactlyInAnyOrder(Reason.PERMANENT,
                Reason.HALTED, Reason.HALTED);
    }

    @Test
    void eventsOfAShardWaitInPlaceForTheOneBefore() {
        engine.handler("notify", "placed", within("60S"), Idempotency.NONE, SHARD, (payload, context) -> {
            if (payload.equals("a1") && context.attempt() < 4) {
                throw new IllegalStateException("not yet");
            }
        });

        process(engine.ofKey("a", 1, "placed:a1"), engine.ofKey("b", 2, "placed:b2"));

        assertThat(engine.calls).containsExactly("notify#1 a1", "notify#2 a1", "notify#3 a1", "notify#4 a1", "notify#1 b2");
        assertThat(engine.parked).isEmpty();
    }

    @Test
    void whatIsBehindAReturnedEventOfItsShardReturnsAsWell() {
        engine.handler("notify", "placed", within("60S"), Idempotency.NONE, SHARD, invoker);
        engine.invocationTime = Duration.ofMillis(115);
        down.add("a1");

        List<Outcome> outcomes = engine
                .process(List.of(engine.ofKey("a", 1, "placed:a1"), engine.ofKey("b", 2, "placed:b2")));

        assertThat(outcomes).noneMatch(Outcome::acknowledged);
        assertThat(engine.calls).containsOnly("notify#1 a1");
    }

    @Test
    void manyEventsOfOneKeyAreAppliedAtOnce() {
        engine.kept("notify", within("60S"), LATEST, invoker);
        engine.concurrency = 16;
        BatchItem[] items = java.util.stream.IntStream.range(100, 160).mapToObj(i -> engine.ofKey("a", i, "placed:" + i))
                .toArray(BatchItem[]::new);

        List<Outcome> outcomes = engine.process(List.of(items));

        assertThat(outcomes).allMatch(outcome -> outcome == Outcome.HANDLED || outcome == Outcome.SUPERSEDED)
                .contains(Outcome.HANDLED);
        assertThat(engine.ledgerFailures).isEmpty();
        assertThat(engine.ledger.written.stream().filter(KeyEntry.class::isInstance)).hasSizeLessThan(20);
    }

    @Test
    void anOvertakenEventIsSupersededIfAskedTo() {
        engine.kept("notify", within("60S"), LATEST, invoker);
        engine.invocationTime = Duration.ofMillis(115);
        down.add("a1");
        process(engine.ofKey("a", 1, "placed:a1"), engine.ofKey("a", 2, "placed:a2"));
        down.clear();

        List<Outcome> outcomes = engine.process(List.of(again(engine.parked.get(0))));

        assertThat(outcomes).containsExactly(Outcome.SUPERSEDED);
        assertThat(engine.calls).containsExactly("notify#1 a1", "notify#1 a2");
    }
}
