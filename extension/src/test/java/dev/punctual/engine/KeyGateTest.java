package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.again;
import static dev.punctual.engine.EngineFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.deadletter.Reason;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.ParkedEvent;

/** Events of one key across batches, while the ledger fails or what should be noted there is not. */
class KeyGateTest {

    private static final String KEY = "orders//a#notify";

    private final EngineFixture engine = new EngineFixture();
    private final Set<Object> down = new HashSet<>(Set.of("1"));

    @BeforeEach
    void setUp() {
        engine.kept("notify", within("60S"), new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.RELEASE),
                (payload, context) -> {
                    if (down.contains(payload)) {
                        throw new IllegalStateException("down");
                    }
                });
        engine.invocationTime = Duration.ofMillis(115);
    }

    private Outcome process(int number) {
        return engine.process(List.of(engine.ofKey("a", number, "placed:" + number))).get(0);
    }

    private List<String> waiting() {
        KeyEntry entry = (KeyEntry) engine.ledger.memory.read(List.of(KEY)).get(KEY);
        return entry.waiting().stream().map(waiter -> waiter.position()).toList();
    }

    @Test
    void strikesOutWhatIsOver() {
        process(1);
        assertThat(waiting()).containsExactly("1");
        down.clear();

        engine.process(List.of(again(engine.parked.get(0))));

        assertThat(waiting()).isEmpty();
    }

    @Test
    void findsOutByItselfThatThoseBeforeAreOver() {
        process(1);
        down.clear();
        engine.ledger.fails = item -> item instanceof KeyEntry;
        engine.process(List.of(again(engine.parked.get(0))));
        engine.ledger.fails = item -> false;
        assertThat(waiting()).containsExactly("1");

        assertThat(process(2)).isEqualTo(Outcome.HANDLED);

        assertThat(waiting()).isEmpty();
    }

    @Test
    void looksThroughManyThatAreOver() {
        for (int number = 1; number <= 25; number++) {
            process(number);
        }
        down.clear();
        engine.ledger.fails = item -> item instanceof KeyEntry;
        List.copyOf(engine.parked).forEach(parked -> engine.process(List.of(again(parked))));
        engine.ledger.fails = item -> false;
        assertThat(engine.calls).hasSize(26);

        assertThat(process(26)).isEqualTo(Outcome.HANDLED);

        assertThat(waiting()).isEmpty();
    }

    @Test
    void doesNotParkWhatCannotBeEntered() {
        engine.ledger.fails = item -> item instanceof KeyEntry;

        assertThat(process(1).acknowledged()).isFalse();

        assertThat(engine.parked).isEmpty();
        assertThat(engine.ledgerFailures).contains("its key could not be written");
    }

    @Test
    void runsNothingWhileTheKeyCannotBeRead() {
        engine.ledger.readsFail = true;

        assertThat(process(2).acknowledged()).isFalse();

        assertThat(engine.calls).isEmpty();
        assertThat(engine.ledgerFailures).containsExactly("its key could not be read");
    }

    @Test
    void runsWithoutOrderWhileTheKeyCannotBeReadIfAskedTo() {
        engine.ledgerSettings = new LedgerSettings(3, Duration.ofSeconds(1), true);
        process(1);
        engine.ledger.readsFail = true;

        assertThat(process(2)).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void doesNotWaitForOneThatThePlatformLostOnceItsDeadlineHasPassed() {
        process(1);
        engine.virtual.advance(Duration.ofSeconds(61));
        assertThat(process(2)).as("within the margin").isInstanceOf(Outcome.Parked.class);
        engine.virtual.advance(Duration.ofMillis(1));
        down.clear();

        engine.process(List.of(again(engine.parked.get(1))));

        assertThat(engine.calls).containsExactly("notify#1 1", "notify#1 2");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void pollsSeldomerTheMoreTimeThereIs() {
        process(1);
        process(2);

        assertThat(engine.parked.get(1).delay()).isEqualTo(Duration.ofSeconds(8));

        engine.virtual.advance(Duration.ofSeconds(55));
        ParkedEvent second = engine.parked.get(1);
        engine.process(List.of(again(second)));

        assertThat(engine.parked.get(2).delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void looksAgainInPlaceDuringItsLastSecond() {
        process(1);
        process(2);
        engine.virtual.advance(Duration.ofMillis(58_600));
        engine.invocationTime = Duration.ofSeconds(10);
        engine.ledger.onRead = reads -> {
            if (reads > 8) {
                down.clear();
                engine.ledger.onRead = none -> {
                };
                engine.process(List.of(again(engine.parked.get(0))));
            }
        };

        Outcome outcome = engine.process(List.of(again(engine.parked.get(1)))).get(0);

        assertThat(outcome).isEqualTo(Outcome.HANDLED);
        assertThat(engine.calls).containsExactly("notify#1 1", "notify#2 1", "notify#1 2");
        assertThat(engine.parked).hasSize(2);
    }

    @Test
    void diesOfItsOwnDeadlineWhileItWaits() {
        process(1);
        process(2);
        engine.virtual.advance(Duration.ofMillis(59_500));

        Outcome outcome = engine.process(List.of(again(engine.parked.get(1)))).get(0);

        assertThat(outcome).isEqualTo(new Outcome.DeadLettered(Reason.DEADLINE));
        assertThat(engine.letters.get(0).detail()).contains("waited for an earlier event");
        assertThat(waiting()).containsExactly("1");
    }

    @Test
    void eachParkIsAMessageOfItsOwnNumber() {
        process(1);
        process(2);
        engine.process(List.of(again(engine.parked.get(1))));

        assertThat(engine.parked).extracting(ParkedEvent::parks).containsExactly(1, 1, 2);
        assertThat(engine.parked).extracting(parked -> parked.attempts().count()).containsExactly(1, 0, 0);
    }
}
