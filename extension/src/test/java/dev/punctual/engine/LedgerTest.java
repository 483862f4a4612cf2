package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.again;
import static dev.punctual.engine.EngineFixture.event;
import static dev.punctual.engine.EngineFixture.policy;
import static dev.punctual.engine.EngineFixture.within;
import static dev.punctual.engine.FaultyLedger.inState;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.PermanentFailureException;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Deadline;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.SendResult;

/** Handlers whose outcomes the ledger keeps. */
class LedgerTest {

    private static final String FIRST = "orders/shardId-000000000000:0#notify";
    private static final EventInvoker WORKS = (payload, context) -> {
    };
    private static final EventInvoker FAILS = (payload, context) -> {
        throw new IllegalStateException("down");
    };

    private final EngineFixture engine = new EngineFixture();

    private EventEntry unknown() {
        Instant arrival = engine.clock.instant();
        return EventEntry.unknown(FIRST, Deadline.of(arrival, new TimeBudget(Duration.ofSeconds(60)), arrival), 0,
                AttemptHistory.NONE);
    }

    private BatchItem first() {
        return new BatchItem.Fresh("0", event(0, "placed:a", engine.clock.instant()));
    }

    @Test
    void handlesAnEventOnceHoweverOftenItIsDelivered() {
        engine.kept("notify", within("60S"), WORKS);

        assertThat(engine.process(List.of(first()))).containsExactly(Outcome.HANDLED);
        assertThat(engine.process(List.of(first()))).containsExactly(Outcome.DUPLICATE);

        assertThat(engine.calls).containsExactly("notify#1 a");
        assertThat(engine.ledger.state(FIRST)).isEqualTo(EventState.HANDLED);
    }

    @Test
    void handlesAnEventOnceThatIsInItsBatchTwice() {
        engine.kept("notify", within("60S"), WORKS);

        assertThat(engine.process(List.of(first(), first()))).containsExactly(Outcome.HANDLED, Outcome.DUPLICATE);

        assertThat(engine.calls).hasSize(1);
    }

    @Test
    void writesMuchAtOnce() {
        engine.kept("notify", within("60S"), WORKS);
        engine.concurrency = 32;
        String[] thousand = java.util.stream.IntStream.range(0, 1_000).mapToObj(i -> "placed:" + i).toArray(String[]::new);

        assertThat(engine.process(thousand)).containsOnly(Outcome.HANDLED);

        assertThat(engine.ledger.loads.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2_000);
        assertThat(engine.ledger.loads).as("calls of the ledger, one after the other").hasSizeLessThan(60);
    }

    @Test
    void parksUnderTheLedgersEyesAndGoesOnWhereItWas() {
        engine.kept("notify", within("60S"), FAILS);
        engine.invocationTime = Duration.ofMillis(115);

        engine.process(List.of(first()));

        ParkedEvent parked = engine.parked.get(0);
        assertThat(parked.parks()).isEqualTo(1);
        assertThat(engine.ledger.entry(FIRST)).satisfies(entry -> {
            assertThat(entry.state()).isInstanceOfSatisfying(EventState.Parked.class,
                    state -> assertThat(state.sent()).isTrue());
            assertThat(entry.parks()).isEqualTo(1);
            assertThat(entry.attempts().count()).isEqualTo(1);
        });

        engine.process(List.of(again(parked)));

        assertThat(engine.calls).containsExactly("notify#1 a", "notify#2 a");
        assertThat(engine.parked.get(1).parks()).isEqualTo(2);
        assertThat(engine.process(List.of(again(parked)))).as("an older message").containsExactly(Outcome.DUPLICATE);
        assertThat(engine.process(List.of(first()))).as("its source again").containsExactly(Outcome.DUPLICATE);
        assertThat(engine.calls).hasSize(2);
    }

    @Test
    void sendsAMessageAgainThatACrashMayHaveLost() {
        engine.kept("notify", within("60S"), FAILS);
        engine.invocationTime = Duration.ofMillis(115);
        engine.retryQueue = events -> List.of(new SendResult.NotSent("no"));
        assertThat(engine.process(List.of(first())).get(0).acknowledged()).isFalse();
        engine.retryQueue = events -> EngineFixture.sent(engine.parked, events);

        List<Outcome> outcomes = engine.process(List.of(first()));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Parked.class);
        assertThat(engine.calls).hasSize(1);
        assertThat(engine.parked).singleElement().satisfies(parked -> {
            assertThat(parked.parks()).isEqualTo(1);
            assertThat(parked.attempts().count()).isEqualTo(1);
        });
    }

    @Test
    void sendsALetterAgainThatACrashMayHaveLost() {
        engine.kept("notify", within("60S"), (payload, context) -> {
            throw new PermanentFailureException("closed");
        });
        engine.deadLetterQueue = letters -> List.of(new SendResult.NotSent("no"));
        Instant died = engine.clock.instant();
        assertThat(engine.process(List.of(first())).get(0).acknowledged()).isFalse();
        engine.virtual.advance(Duration.ofSeconds(3));
        engine.deadLetterQueue = letters -> EngineFixture.sent(engine.letters, letters);

        List<Outcome> outcomes = engine.process(List.of(new BatchItem.Fresh("0", event(0, "placed:a", died))));

        assertThat(outcomes).containsExactly(new Outcome.DeadLettered(Reason.PERMANENT));
        assertThat(engine.calls).hasSize(1);
        assertThat(engine.letters).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(FIRST);
            assertThat(letter.diedAt()).isEqualTo(died);
            assertThat(letter.attempts().count()).isEqualTo(1);
        });
        assertThat(engine.process(List.of(first()))).containsExactly(Outcome.DUPLICATE);
    }

    @Test
    void waitsForAnotherOwnerAndTakesOverWhenItsLeaseIsOver() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledgerSettings = new LedgerSettings(3, Duration.ZERO, false);
        engine.ledger.claimAndDie(unknown(), engine.clock.instant().plusSeconds(7), "theirs");
        Instant start = engine.clock.instant();

        assertThat(engine.process(List.of(first()))).containsExactly(Outcome.HANDLED);

        assertThat(Duration.between(start, engine.clock.instant())).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(9));
    }

    @Test
    void returnsWhatAnotherOwnerHasForLongerThanTheInvocationLasts() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledger.claimAndDie(unknown(), engine.clock.instant().plusSeconds(60), "theirs");

        assertThat(engine.process(List.of(first())).get(0).acknowledged()).isFalse();

        assertThat(engine.calls).isEmpty();
    }

    @Test
    void runsAnEventNoMoreWhoseProcessDiedWithItThreeTimes() {
        engine.kept("notify", within("60S"), WORKS);
        EventEntry entry = unknown();
        for (String token : List.of("a", "b", "c")) {
            engine.ledger.claimAndDie(entry, engine.clock.instant(), token);
            entry = engine.ledger.entry(FIRST);
        }

        assertThat(engine.process(List.of(first()))).containsExactly(new Outcome.DeadLettered(Reason.CRASH_LOOP));

        assertThat(engine.calls).isEmpty();
        assertThat(engine.letters.get(0).detail()).contains("3 times in a row");
    }

    @Test
    void runsASuspectAloneAfterEverythingElse() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledger.claimAndDie(unknown(), engine.clock.instant(), "theirs");

        List<Outcome> outcomes = engine.process("placed:suspect", "placed:b", "placed:c");

        assertThat(outcomes).containsOnly(Outcome.HANDLED);
        assertThat(engine.calls).containsExactly("notify#1 b", "notify#1 c", "notify#1 suspect");
    }

    @Test
    void runsASuspectAtOnceThatIsAloneAnyway() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledger.claimAndDie(unknown(), engine.clock.instant(), "theirs");

        assertThat(engine.process(List.of(first()))).containsExactly(Outcome.HANDLED);

        assertThat(engine.ledger.written).as("claimed and handled").hasSize(2);
    }

    @Test
    void releasesWhatItReturns() {
        engine.kept("notify", within("60S"), WORKS);
        engine.invocationTime = Duration.ofMillis(105);

        assertThat(engine.process(List.of(first())).get(0).acknowledged()).isFalse();

        assertThat(engine.ledger.entry(FIRST)).satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(EventState.FREE);
            assertThat(entry.claims()).isZero();
        });
    }

    @Test
    void changesNothingOnceItIsFencedOut() {
        engine.kept("notify", within("60S"), (payload, context) -> {
            EventEntry taken = engine.ledger.entry(FIRST);
            engine.ledger.claimAndDie(taken, engine.clock.instant().plusSeconds(60), "theirs");
        });

        assertThat(engine.process(List.of(first())).get(0).acknowledged()).isFalse();

        assertThat(engine.ledger.entry(FIRST).token()).isEqualTo("theirs");
    }

    @Test
    void failsClosedWhileTheLedgerIsOutOfReach() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledger.fails = item -> true;

        assertThat(engine.process(List.of(first())).get(0).acknowledged()).isFalse();

        assertThat(engine.calls).isEmpty();
        assertThat(engine.ledgerFailures).hasSize(1);
    }

    @Test
    void failsOpenIfAskedTo() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledgerSettings = new LedgerSettings(3, Duration.ofSeconds(1), true);
        engine.ledger.fails = item -> true;

        assertThat(engine.process(List.of(first()))).containsExactly(Outcome.HANDLED);

        assertThat(engine.ledgerFailures).hasSize(1);
    }

    @Test
    void returnsWhatIsHandledButNotWrittenDown() {
        engine.kept("notify", within("60S"), WORKS);
        engine.ledger.fails = inState(EventState.Handled.class);

        assertThat(engine.process(List.of(first())).get(0).acknowledged()).isFalse();
    }

    @Test
    void giveUpByThePlatformAsksTheLedgerFirst() {
        engine.kept("notify", policy(Duration.ofSeconds(60), 9), FAILS);
        engine.invocationTime = Duration.ofMillis(115);
        engine.process(List.of(first()));
        ParkedEvent parked = engine.parked.get(0);
        BatchItem givenUp = new BatchItem.GivenUp("m", parked, "received too often");

        assertThat(engine.process(List.of(givenUp))).containsExactly(new Outcome.DeadLettered(Reason.ABANDONED));
        assertThat(engine.process(List.of(again(parked)))).containsExactly(Outcome.DUPLICATE);

        assertThat(engine.calls).hasSize(1);
        assertThat(engine.letters).hasSize(1);
    }
}
