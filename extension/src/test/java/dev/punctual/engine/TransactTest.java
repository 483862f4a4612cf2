package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.event;
import static dev.punctual.engine.EngineFixture.within;
import static dev.punctual.engine.FaultyLedger.inState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import dev.punctual.AfterDeadLetter;
import dev.punctual.EventContext;
import dev.punctual.Ordering;
import dev.punctual.Transaction;
import dev.punctual.TransactionUnknownException;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.spi.InMemoryLedger.Effects;
import dev.punctual.spi.Outcome;

/** Effects and outcome in one transaction. */
class TransactTest {

    private static final String FIRST = "orders/shardId-000000000000:0#notify";

    private final EngineFixture engine = new EngineFixture();
    private final List<Object> effects = new ArrayList<>();
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();

    private Outcome process() {
        return engine.process(List.of(new BatchItem.Fresh("0", event(0, "placed:a", engine.clock.instant())))).get(0);
    }

    private void transact(EventContext context, Effects what) {
        Throwable failure = catchThrowable(() -> context.transact(what));
        if (failure != null) {
            thrown.set(failure);
        }
    }

    @Test
    void makesEffectsAndOutcomeOne() {
        engine.kept("notify", within("60S"), (payload, context) -> context.transact((Effects) () -> effects.add(payload)));

        assertThat(process()).isEqualTo(Outcome.HANDLED);
        assertThat(process()).isEqualTo(Outcome.DUPLICATE);

        assertThat(effects).containsExactly("a");
        assertThat(engine.ledger.written).as("claimed and handled").hasSize(2);
    }

    @Test
    void whatTheHandlerThrowsAfterwardsChangesNothing() {
        engine.kept("notify", within("60S"), (payload, context) -> {
            context.transact((Effects) () -> effects.add(payload));
            throw new IllegalStateException("too late");
        });

        assertThat(process()).isEqualTo(Outcome.HANDLED);

        assertThat(engine.calls).hasSize(1);
    }

    @Test
    void refusedEffectsLeaveTheEventToItsNextAttempt() {
        engine.kept("notify", within("60S"), (payload, context) -> context.transact((Effects) () -> {
            if (context.attempt() == 1) {
                throw new IllegalArgumentException("sold out");
            }
            effects.add(payload);
        }));

        assertThat(process()).isEqualTo(Outcome.HANDLED);

        assertThat(engine.calls).containsExactly("notify#1 a", "notify#2 a");
        assertThat(effects).containsExactly("a");
    }

    @Test
    void effectsOfAnotherKindAreRefused() {
        engine.kept("notify", within("1S"), (payload, context) -> context.transact(new Transaction() {
        }));

        assertThat(process()).isInstanceOf(Outcome.DeadLettered.class);
        assertThat(engine.letters.get(0).attempts().kept().get(0).failure().message()).contains("in-memory ledger takes");
    }

    @Test
    void aLostAnswerIsFoundOutByTheNextWrite() {
        engine.kept("notify", within("60S"), (payload, context) -> context.transact((Effects) () -> effects.add(payload)));
        engine.ledger.losesAnswer = inState(EventState.Handled.class);
        engine.invocationTime = Duration.ofMillis(115);

        assertThat(process()).as("its failed attempt was to be parked").isEqualTo(Outcome.HANDLED);

        assertThat(effects).containsExactly("a");
        assertThat(engine.parked).isEmpty();
    }

    @Test
    void aLostAnswerIsFoundOutBeforeTheNextAttempt() {
        engine.kept("notify", within("60S"), (payload, context) -> context.transact((Effects) () -> effects.add(payload)));
        engine.ledger.losesAnswer = inState(EventState.Handled.class);

        assertThat(process()).isEqualTo(Outcome.HANDLED);

        assertThat(engine.calls).containsExactly("notify#1 a");
        assertThat(effects).containsExactly("a");
    }

    @Test
    void aTransactionThatWasNotMadeIsTriedAgain() {
        engine.kept("notify", within("60S"), (payload, context) -> {
            engine.ledger.fails = context.attempt() == 1 ? inState(EventState.Handled.class) : item -> false;
            try {
                context.transact((Effects) () -> effects.add(payload));
            } finally {
                engine.ledger.fails = item -> false;
            }
        });

        assertThat(process()).isEqualTo(Outcome.HANDLED);

        assertThat(engine.calls).containsExactly("notify#1 a", "notify#2 a");
        assertThat(effects).containsExactly("a");
    }

    @Test
    void aLostAnswerIsFoundOutWhenTheEventIsGivenBack() {
        engine.kept("notify", within("60S"), new OrderRule(Ordering.PER_SHARD, false, AfterDeadLetter.UNDECIDED),
                (payload, context) -> context.transact((Effects) () -> effects.add(payload)));
        engine.ledger.losesAnswer = inState(EventState.Handled.class);
        engine.invocationTime = Duration.ofMillis(115);

        assertThat(process()).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void aLostAnswerIsFoundOutByTheNextTransaction() {
        engine.kept("notify", within("60S"), (payload, context) -> {
            transact(context, () -> effects.add(payload));
            engine.ledger.losesAnswer = item -> false;
            context.transact((Effects) () -> effects.add(payload));
        });
        engine.ledger.losesAnswer = inState(EventState.Handled.class);

        assertThat(process()).isEqualTo(Outcome.HANDLED);

        assertThat(thrown.get()).isInstanceOf(TransactionUnknownException.class).hasMessageContaining("no answer");
        assertThat(effects).containsExactly("a");
    }

    @Test
    void anOwnerThatWasFencedOutHasNoEffects() {
        engine.kept("notify", within("60S"), (payload, context) -> {
            engine.ledger.claimAndDie(engine.ledger.entry(FIRST), engine.clock.instant().plusSeconds(60), "theirs");
            transact(context, () -> effects.add(payload));
        });

        assertThat(process().acknowledged()).isFalse();

        assertThat(thrown.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("another owner");
        assertThat(effects).isEmpty();
    }

    @Test
    void whatIsMadeIsNotGivenBackThoughItCannotBeNotedForItsKey() {
        engine.kept("notify", within("60S"), new OrderRule(Ordering.UNORDERED, true, AfterDeadLetter.UNDECIDED),
                (payload, context) -> context.transact((Effects) () -> effects.add(payload)));
        engine.ledger.fails = KeyEntry.class::isInstance;

        assertThat(process()).isEqualTo(Outcome.HANDLED);

        assertThat(engine.ledger.state(FIRST)).isEqualTo(EventState.HANDLED);
    }

    @Test
    void canBeCalledOnlyOnce() {
        engine.kept("notify", within("60S"), (payload, context) -> {
            context.transact((Effects) () -> effects.add(payload));
            transact(context, () -> effects.add(payload));
        });

        assertThat(process()).isEqualTo(Outcome.HANDLED);

        assertThat(thrown.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("called before");
        assertThat(effects).hasSize(1);
    }

    @Test
    void needsALedger() {
        engine.handler("notify", within("60S"), (payload, context) -> transact(context, () -> effects.add(payload)));

        assertThat(process()).isEqualTo(Outcome.HANDLED);

        assertThat(thrown.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("@Idempotent");
    }

    @Test
    void isRefusedWhileTheHandlerRunsWithoutTheLedger() {
        engine.kept("notify", within("60S"), (payload, context) -> transact(context, () -> effects.add(payload)));
        engine.ledgerSettings = new LedgerSettings(3, Duration.ofSeconds(1), true);
        engine.ledger.fails = item -> true;

        assertThat(process()).isEqualTo(Outcome.HANDLED);

        assertThat(thrown.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("out of reach");
        assertThat(effects).isEmpty();
    }
}
