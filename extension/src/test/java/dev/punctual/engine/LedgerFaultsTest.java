package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.again;
import static dev.punctual.engine.EngineFixture.event;
import static dev.punctual.engine.EngineFixture.within;
import static dev.punctual.engine.FaultyLedger.inState;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.PermanentFailureException;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Deadline;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.Outcome;

/** A ledger that fails, loses answers, hangs, or breaks its promises. */
class LedgerFaultsTest {

    private static final String FIRST = "orders/shardId-000000000000:0#notify";
    private static final EventInvoker WORKS = (payload, context) -> {
    };
    private static final EventInvoker DIES = (payload, context) -> {
        throw new PermanentFailureException("closed");
    };

    private final EngineFixture engine = new EngineFixture();

    private Outcome process() {
        return engine.process(List.of(new BatchItem.Fresh("0", event(0, "placed:a", engine.clock.instant())))).get(0);
    }

    @Test
    void aWriteThatFindsItsOwnTokenHasSucceeded() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledger.retriesAfterLostAnswer = true;

        assertThat(process()).isEqualTo(Outcome.HANDLED);

        assertThat(engine.ledger.written).hasSize(2);
    }

    @Test
    void aClaimWhoseAnswerIsLostIsWaitedForAndTakenAgain() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledger.losesAnswer = inState(EventState.InProgress.class);
        assertThat(process().acknowledged()).isFalse();
        engine.ledger.losesAnswer = item -> false;
        engine.virtual.advance(Duration.ofSeconds(32));

        assertThat(process()).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void noLetterIsSentBeforeTheDeathIsWrittenDown() {
        engine.kept("notify", within("60S"), DIES);
        engine.ledger.fails = inState(EventState.Dead.class);

        assertThat(process().acknowledged()).isFalse();

        assertThat(engine.letters).isEmpty();
        assertThat(engine.ledger.state(FIRST)).as("given back").isEqualTo(EventState.FREE);
    }

    @Test
    void noMessageIsSentBeforeTheParkingIsWrittenDown() {
        engine.kept("notify", within("60S"), (payload, context) -> {
            throw new IllegalStateException("down");
        });
        engine.invocationTime = Duration.ofMillis(115);
        engine.ledger.fails = inState(EventState.Parked.class);

        assertThat(process().acknowledged()).isFalse();

        assertThat(engine.parked).isEmpty();
        assertThat(engine.ledger.entry(FIRST).attempts().count()).as("the attempt counts").isEqualTo(1);
    }

    @Test
    void aDeadLetterThatIsSentIsAcknowledgedThoughThatCannotBeNoted() {
        engine.kept("notify", within("60S"), DIES);
        engine.ledger.fails = item -> inState(EventState.Dead.class).test(item) && isSent(item);

        assertThat(process()).isEqualTo(new Outcome.DeadLettered(Reason.PERMANENT));

        assertThat(engine.letters).hasSize(1);
    }

    private static boolean isSent(LedgerItem item) {
        return item instanceof dev.punctual.ledger.EventEntry entry && entry.state() instanceof EventState.Dead dead
                && dead.sent();
    }

    @Test
    void failedWritesMakeNoCrashLoop() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledger.fails = inState(EventState.Handled.class);
        for (int i = 0; i < 10; i++) {
            assertThat(process().acknowledged()).isFalse();
        }
        engine.ledger.fails = item -> false;

        assertThat(process()).isEqualTo(Outcome.HANDLED);
        assertThat(engine.letters).isEmpty();
    }

    @Test
    void failsOpenAtEachStepIfAskedTo() {
        engine.kept("notify", within("60S"), DIES);
        engine.ledgerSettings = new LedgerSettings(3, Duration.ofSeconds(1), true);
        engine.ledger.fails = inState(EventState.Dead.class);

        assertThat(process()).isEqualTo(new Outcome.DeadLettered(Reason.PERMANENT));

        assertThat(engine.letters).hasSize(1);
    }

    @Test
    void parksWithoutTheLedgerIfAskedTo() {
        engine.kept("notify", within("60S"), (payload, context) -> {
            throw new IllegalStateException("down");
        });
        engine.invocationTime = Duration.ofMillis(115);
        engine.ledgerSettings = new LedgerSettings(3, Duration.ofSeconds(1), true);
        engine.ledger.fails = item -> true;

        process();
        engine.process(List.of(again(engine.parked.get(0))));

        assertThat(engine.parked).extracting(parked -> parked.parks()).containsExactly(1, 2);
    }

    @Test
    void doesNotRunAnEventThatWasGivenUpThoughItGoesOnWithoutTheLedger() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledgerSettings = new LedgerSettings(3, Duration.ofSeconds(1), true);
        engine.ledger.fails = item -> true;
        BatchItem.Retried parked = (BatchItem.Retried) EngineFixture.retried("notify", "placed:a",
                new Deadline(engine.clock.instant(), engine.clock.instant().plusSeconds(60)), AttemptHistory.NONE);

        List<Outcome> outcomes = engine.process(List.of(new BatchItem.GivenUp("m", parked.parked(), "received too often")));

        assertThat(outcomes).containsExactly(new Outcome.DeadLettered(Reason.ABANDONED));
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void aWriteThatFailsOnceIsTriedAgain() {
        engine.kept("notify", within("60S"), WORKS);
        int[] failures = { 1 };
        engine.ledger.fails = item -> inState(EventState.Handled.class).test(item) && failures[0]-- > 0;

        assertThat(process()).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void aClaimThatIsAnsweredAfterTheCutIsReleased() {
        engine.kept("notify", within("60S"), WORKS);
        engine.invocationTime = Duration.ofMillis(200);
        engine.ledger.onWrite = () -> {
            engine.ledger.onWrite = () -> {
            };
            engine.virtual.advance(Duration.ofMillis(110));
        };

        assertThat(process().acknowledged()).isFalse();

        assertThat(engine.calls).isEmpty();
        assertThat(engine.ledger.entry(FIRST).claims()).isZero();
    }

    @Test
    void aLedgerThatThrowsOrAnswersTooLittleHasFailed() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledger.instead = writes -> {
            throw new IllegalStateException("broken");
        };
        assertThat(process().acknowledged()).isFalse();

        engine.ledger.instead = writes -> List.of();
        assertThat(process().acknowledged()).isFalse();

        assertThat(engine.calls).isEmpty();
        assertThat(engine.ledgerFailures).hasSize(2).first().asString().contains("java.lang.IllegalStateException");
        assertThat(engine.ledgerFailures.get(1)).contains("0 results for 1 writes");
    }

    @Test
    void othersThatClaimAllTheTimeSendItBackToItsSource() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledger.instead = writes -> List.of(new LedgerResult.Conflict(java.util.Optional.empty()));

        assertThat(process()).isInstanceOfSatisfying(Outcome.ReturnedToSource.class,
                returned -> assertThat(returned.why()).contains("all the time"));
    }

    @Test
    void whatIsClaimedAndNotRunIsReleasedWhenTheInvocationEnds() {
        engine.kept("notify", within("60S"), (payload, context) -> {
            if (payload.equals("slow")) {
                engine.virtual.advance(Duration.ofSeconds(30));
            }
        });

        List<Outcome> outcomes = engine.process("placed:slow", "placed:b", "placed:c");

        assertThat(outcomes.subList(1, 3)).noneMatch(Outcome::acknowledged);
        assertThat(engine.ledger.memory.read(List.of("orders/shardId-000000000000:1#notify")).values())
                .allSatisfy(item -> assertThat(((dev.punctual.ledger.EventEntry) item).claims()).isZero());
    }
}
