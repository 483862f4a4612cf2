package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.event;
import static dev.punctual.engine.EngineFixture.within;
import static dev.punctual.engine.VirtualClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventSource;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.ParkedEvent;

/** Parked events that the platform gave up, with and without a ledger; and handlers that need one where there is none. */
class AbandonedTest {

    private static final EventInvoker WORKS = (payload, context) -> {
    };

    private final EngineFixture engine = new EngineFixture();

    private static BatchItem.GivenUp givenUp() {
        return new BatchItem.GivenUp("message-1", new ParkedEvent("notify", event(0, "placed:a", START),
                new Deadline(START, START.plusSeconds(60)), AttemptHistory.NONE, 1, Redrive.NONE, Duration.ZERO),
                "received too often");
    }

    private void isBuriedUnrun() {
        assertThat(engine.process(List.of(givenUp()))).containsExactly(new Outcome.DeadLettered(Reason.ABANDONED));

        assertThat(engine.calls).isEmpty();
        assertThat(engine.letters).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.ABANDONED);
            assertThat(letter.detail()).isEqualTo("received too often");
            assertThat(letter.handler()).isEqualTo("notify");
            assertThat(letter.deadline().at()).isEqualTo(START.plusSeconds(60));
        });
    }

    @Test
    void anEventOfAHandlerWithoutLedgerIsBuriedUnrun() {
        engine.handler("notify", within("60S"), WORKS);

        isBuriedUnrun();
    }

    @Test
    void anEventOfAKeptHandlerIsBuriedUnrun() {
        engine.kept("notify", within("60S"), WORKS);

        isBuriedUnrun();
    }

    @Test
    void anEventOfAHandlerThatIsGoneIsBuriedUnrun() {
        engine.handler("another", within("60S"), WORKS);

        isBuriedUnrun();
    }

    @Test
    void belongsToItsEvent() {
        BatchItem.GivenUp givenUp = givenUp();

        assertThat(givenUp.event()).isSameAs(givenUp.parked().event());
        assertThat(new BatchItem.Retried("message-1", givenUp.parked()).event()).isSameAs(givenUp.parked().event());
    }

    private BatchProcessor withoutLedger(Idempotency idempotency) {
        EventRoute route = new EventRoute("notify", EventSource.Kind.STREAM, "orders", "placed", bytes -> "", within("60S"),
                idempotency, OrderRule.ANY, WORKS);
        EngineSettings settings = new EngineSettings(1, Optional.empty(), Duration.ZERO, Duration.ZERO, false, "shop:1.0");
        return new BatchProcessor(new EventRouter(List.of(route)), settings,
                new BatchProcessor.Ports(event -> new Envelope("", "placed", Correlation.NONE, "text/plain", event.data()),
                        engine.retryQueue::apply,
                        engine.deadLetterQueue::apply, DispatchListener.NONE),
                new BatchProcessor.Surroundings(engine.virtual, engine.virtual, new Random(7), Runnable::run));
    }

    @Test
    void aHandlerThatNeedsALedgerIsRefusedWithoutOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> withoutLedger(new Idempotency.ByRecord()))
                .withMessageContaining("notify needs a ledger");
    }

    @Test
    void aHandlerThatNeedsNoneRunsWithoutOne() {
        Invocation invocation = new Invocation("orders-stream", "request-1", START.plusSeconds(30));
        List<BatchItem> items = List.of(new BatchItem.Fresh("0", event(0, "placed:a", START)));

        assertThat(withoutLedger(Idempotency.NONE).process(items, invocation))
                .containsExactly(new ItemOutcome("0", Outcome.HANDLED));
    }
}
