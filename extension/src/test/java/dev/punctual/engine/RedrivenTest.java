package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.again;
import static dev.punctual.engine.EngineFixture.event;
import static dev.punctual.engine.EngineFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.AfterDeadLetter;
import dev.punctual.EventContext;
import dev.punctual.Ordering;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.ledger.EventState;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RedrivenEvent;

/** Events that were dead, and that somebody redrove. */
class RedrivenTest {

    private static final String LETTER = "orders/shardId-000000000000:0#notify";
    private static final EventInvoker FAILS = (payload, context) -> {
        throw new IllegalStateException("down");
    };

    private static final RetryPolicy ONCE = policy(Duration.ofSeconds(60), 1);

    private final EngineFixture engine = new EngineFixture();
    private boolean mended;
    private final List<EventContext> contexts = new ArrayList<>();
    private final EventInvoker failsUntilMended = (payload, context) -> {
        contexts.add(context);
        if (!mended) {
            throw new IllegalStateException("down");
        }
    };

    private BatchItem first() {
        return new BatchItem.Fresh("0", event(0, "placed:a", engine.clock.instant()));
    }

    private BatchItem redriven(DeadLetter letter) {
        return new BatchItem.Redriven("message-1", new RedrivenEvent(letter.handler(), letter.event(),
                engine.clock.instant(), letter.redrive().next(letter.id())));
    }

    private DeadLetter dies() {
        engine.process(List.of(first()));
        return engine.letters.get(engine.letters.size() - 1);
    }

    @Test
    void haveANewTimeBudget() {
        engine.handler("notify", ONCE, failsUntilMended);
        DeadLetter letter = dies();
        engine.virtual.advance(Duration.ofDays(3));
        Instant redriven = engine.clock.instant();
        mended = true;

        assertThat(engine.process(List.of(redriven(letter)))).containsExactly(Outcome.HANDLED);

        assertThat(contexts.get(1).deadline()).isEqualTo(redriven.plusSeconds(60));
        assertThat(contexts.get(1).attempt()).isEqualTo(1);
    }

    @Test
    void dieWithALetterOfTheirOwnThatNamesTheOneBefore() {
        engine.handler("notify", ONCE, FAILS);
        DeadLetter letter = dies();

        engine.process(List.of(redriven(letter)));
        engine.process(List.of(redriven(engine.letters.get(1))));

        assertThat(engine.letters).extracting(DeadLetter::id).containsExactly(LETTER, LETTER + "@1", LETTER + "@2");
        assertThat(engine.letters).extracting(DeadLetter::redrive).containsExactly(Redrive.NONE, new Redrive(1, LETTER),
                new Redrive(2, LETTER + "@1"));
    }

    @Test
    void areRoutedAnewWhereTheyHadNoHandler() {
        engine.process(List.of(first()));
        DeadLetter letter = engine.letters.get(0);
        assertThat(letter.reason()).isEqualTo(Reason.UNKNOWN_TYPE);
        mended = true;
        engine.handler("notify", ONCE, failsUntilMended);

        assertThat(engine.process(List.of(redriven(letter)))).containsExactly(Outcome.HANDLED);
    }

    @Test
    void dieAgainWhereTheyStillHaveNoHandler() {
        engine.process(List.of(first()));

        engine.process(List.of(redriven(engine.letters.get(0))));

        assertThat(engine.letters).extracting(DeadLetter::reason).containsExactly(Reason.UNKNOWN_TYPE, Reason.UNKNOWN_TYPE);
        assertThat(engine.letters.get(1).redrive().count()).isEqualTo(1);
    }

    @Test
    void withALedgerLiveAgainOnce() {
        engine.kept("notify", ONCE, failsUntilMended);
        DeadLetter letter = dies();
        BatchItem message = redriven(letter);
        mended = true;

        assertThat(engine.process(List.of(message))).containsExactly(Outcome.HANDLED);
        assertThat(engine.process(List.of(message))).as("after a crash between send and delete")
                .containsExactly(Outcome.DUPLICATE);
        assertThat(engine.process(List.of(first()))).as("a late duplicate of its first life")
                .containsExactly(Outcome.DUPLICATE);

        assertThat(engine.calls).hasSize(2);
        assertThat(engine.ledger.entry(LETTER).life()).isEqualTo(1);
        assertThat(engine.ledger.state(LETTER)).isEqualTo(EventState.HANDLED);
    }

    @Test
    void withALedgerDieOncePerLife() {
        engine.kept("notify", ONCE, FAILS);
        BatchItem message = redriven(dies());

        engine.process(List.of(message));
        engine.process(List.of(message));

        assertThat(engine.letters).extracting(DeadLetter::id).containsExactly(LETTER, LETTER + "@1");
    }

    @Test
    void withALedgerKeepTheirLifeWhileTheyAreParked() {
        engine.kept("notify", policy(Duration.ofSeconds(60), 3), FAILS);
        DeadLetter letter = dies();
        engine.invocationTime = Duration.ofMillis(115);

        BatchItem message = redriven(letter);
        engine.process(List.of(message));
        ParkedEvent parked = engine.parked.get(engine.parked.size() - 1);

        assertThat(parked.redrive()).isEqualTo(new Redrive(1, LETTER));
        assertThat(parked.parks()).isEqualTo(1);
        assertThat(engine.process(List.of(message))).as("the message that brought it").containsExactly(Outcome.DUPLICATE);
        engine.process(List.of(again(parked)));
        assertThat(engine.ledger.entry(LETTER).parks()).isEqualTo(2);
        assertThat(engine.ledger.entry(LETTER).life()).isEqualTo(1);
    }

    /** Two events of a key that is halted, and their letters. */
    private List<DeadLetter> halted() {
        OrderRule halt = new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.HALT);
        engine.kept("notify", ONCE, halt, failsUntilMended);
        engine.process(List.of(engine.ofKey("a", 1, "placed:a1"), engine.ofKey("a", 2, "placed:a2")));
        assertThat(engine.letters).extracting(DeadLetter::reason).containsExactly(Reason.ATTEMPTS, Reason.HALTED);
        mended = true;
        return List.copyOf(engine.letters);
    }

    @Test
    void endTheHaltOfTheirKeyWhenTheyAreHandled() {
        List<DeadLetter> letters = halted();

        assertThat(engine.process(List.of(redriven(letters.get(0))))).containsExactly(Outcome.HANDLED);
        assertThat(engine.process(List.of(redriven(letters.get(1))))).containsExactly(Outcome.HANDLED);
        assertThat(engine.process(List.of(engine.ofKey("a", 3, "placed:a3")))).containsExactly(Outcome.HANDLED);
    }

    @Test
    void areHaltedAgainBehindOneThatIsStillDead() {
        List<DeadLetter> letters = halted();

        engine.process(List.of(redriven(letters.get(1))));

        assertThat(engine.letters).last().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.HALTED);
            assertThat(letter.redrive().count()).isEqualTo(1);
        });
    }
}
