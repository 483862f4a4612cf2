package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.event;
import static dev.punctual.engine.EngineFixture.within;
import static dev.punctual.engine.VirtualClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Deadline;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.spi.Outcome;

/** How long an event is owned, and what is done about the leases of others. */
class LeaseTest {

    private static final String FIRST = "orders/shardId-000000000000:0#notify";

    private final EngineFixture engine = new EngineFixture();

    private void handler(String budget) {
        engine.kept("notify", within(budget), (payload, context) -> {
        });
    }

    private Outcome process() {
        return engine.process(List.of(new BatchItem.Fresh("0", event(0, "placed:a", START)))).get(0);
    }

    private Instant lease() {
        EventEntry first = (EventEntry) engine.ledger.written.get(0);
        return ((EventState.InProgress) first.state()).leaseEnd();
    }

    private EventEntry unknown() {
        return EventEntry.unknown(FIRST, new Deadline(START, START.plusSeconds(60)), 0, AttemptHistory.NONE);
    }

    @Test
    void lastsUntilTheInvocationsEndAndTheMargin() {
        handler("60S");

        process();

        assertThat(lease()).isEqualTo(START.plusSeconds(31));
    }

    @Test
    void lastsNoLongerThanTheDeadlineAndTheMargin() {
        handler("10S");

        process();

        assertThat(lease()).isEqualTo(START.plusSeconds(11));
    }

    @Test
    void leavesTimeToBuryWhatIsPastItsDeadline() {
        handler("60S");
        engine.virtual.advance(Duration.ofSeconds(70));
        Deadline past = new Deadline(START, START.plusSeconds(60));

        engine.process(List.of(EngineFixture.retried("notify", "placed:a", past, AttemptHistory.NONE)));

        assertThat(lease()).isEqualTo(START.plusSeconds(70 + 5 + 1));
        assertThat(engine.letters).singleElement().satisfies(letter -> assertThat(letter.reason()).isEqualTo(Reason.DEADLINE));
    }

    @Test
    void returnsAtOnceWhatAnotherOwnerHasForLonger() {
        handler("60S");
        engine.ledger.claimAndDie(unknown(), START.plusSeconds(40), "other");

        assertThat(process()).isEqualTo(new Outcome.ReturnedToSource("another owner has it"));

        assertThat(engine.virtual.instant()).isEqualTo(START);
        assertThat(engine.ledger.entry(FIRST).token()).isEqualTo("other");
    }

    @Test
    void looksEachSecondWhetherTheOtherOwnerIsThrough() {
        handler("60S");
        engine.ledger.claimAndDie(unknown(), START.plusSeconds(20), "other");
        EventEntry owned = engine.ledger.entry(FIRST);
        engine.pause = (wakeUps, atMost) -> {
            engine.virtual.await(wakeUps, atMost);
            if (engine.virtual.instant().equals(START.plusSeconds(3))) {
                engine.ledger.memory
                        .write(List.of(new LedgerWrite(owned.ended("done", EventState.HANDLED), Optional.of("other"))));
            }
        };

        assertThat(process()).isEqualTo(Outcome.DUPLICATE);

        assertThat(engine.virtual.instant()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void takesOverAMillisecondAfterTheLease() {
        handler("60S");
        engine.ledger.claimAndDie(unknown(), START.plusMillis(700), "other");

        assertThat(process()).isEqualTo(Outcome.HANDLED);

        assertThat(engine.virtual.instant()).isEqualTo(START.plusMillis(701));
    }

    @Test
    void aMessageThatIsSentAgainWaitsAsLongAsTheFirst() {
        handler("60S");
        engine.ledger.memory.write(List.of(new LedgerWrite(
                unknown().claimed("a", START).parked("b", AttemptHistory.NONE, START.plusMillis(9_500)), Optional.empty())));

        assertThat(process()).isInstanceOf(Outcome.Parked.class);

        assertThat(engine.parked).singleElement().satisfies(sent -> assertThat(sent.delay()).isEqualTo(Duration.ofSeconds(10)));
    }

    @Test
    void aMessageThatIsSentAgainTooLateDoesNotWait() {
        handler("60S");
        engine.virtual.advance(Duration.ofSeconds(10));
        engine.ledger.memory.write(List.of(new LedgerWrite(
                unknown().claimed("a", START).parked("b", AttemptHistory.NONE, START.plusSeconds(9)), Optional.empty())));

        process();

        assertThat(engine.parked).singleElement().satisfies(sent -> assertThat(sent.delay()).isZero());
    }

    @Test
    void runsAnEventAsOftenAsItMayBeClaimed() {
        handler("60S");
        engine.ledger.claimAndDie(unknown(), START, "one");
        engine.ledger.claimAndDie(engine.ledger.entry(FIRST), START, "two");

        assertThat(process()).isEqualTo(Outcome.HANDLED);
    }
}
