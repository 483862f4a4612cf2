package dev.punctual.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import dev.punctual.AfterDeadLetter;
import dev.punctual.EventContext;
import dev.punctual.Idempotent;
import dev.punctual.OnEvent;
import dev.punctual.Ordered;
import dev.punctual.Ordering;
import dev.punctual.RetryWithin;
import dev.punctual.deadletter.Reason;
import dev.punctual.spi.InMemoryLedger;

class IdempotentHandlersTest {

    private static final String BOOK = "Accounts.book";
    private static final String TRANSFER = "Accounts.transfer";

    record Booking(String number) {
    }

    static class Accounts {
        final List<String> booked = new ArrayList<>();

        @OnEvent(stream = "bookings")
        @RetryWithin(value = "1m", backoff = "5s")
        @Idempotent(key = "number")
        @Ordered(value = Ordering.PER_KEY, afterDeadLetter = AfterDeadLetter.RELEASE)
        void book(Booking booking) {
            booked.add(booking.number());
        }

        @OnEvent(stream = "transfers")
        @RetryWithin("1m")
        @Idempotent
        void transfer(Booking booking, EventContext context) {
            InMemoryLedger.Effects effects = () -> booked.add(booking.number());
            context.transact(effects);
        }
    }

    private final Accounts accounts = new Accounts();

    @AutoClose
    private final PunctualTest punctual = PunctualTest.forHandlers(accounts);

    @Test
    void handlesOnceWhatIsDeliveredTwice() {
        punctual.deliverNextBatchTwice();

        var booking = punctual.put("bookings", "ada", new Booking("1"));
        punctual.runUntilIdle();

        punctual.event(booking).isHandled().afterAttempts(1);
        assertThat(accounts.booked).containsExactly("1");
        assertThat(punctual.story()).contains("(request-1)", "(request-2)");
    }

    @Test
    void recognisesADuplicateByItsKey() {
        var first = punctual.put("bookings", "ada", new Booking("1"));
        var again = punctual.put("bookings", "ada", new Booking("1"));
        punctual.runUntilIdle();

        punctual.event(first).isHandled();
        punctual.event(again).isDuplicate().afterAttempts(0);
    }

    @Test
    void keepsTheOrderOfAKeyWhileItsHeadWaits() {
        punctual.fail(BOOK, new IOException("no bank")).times(1);

        var first = punctual.put("bookings", "ada", new Booking("1"));
        var second = punctual.put("bookings", "ada", new Booking("2"));
        punctual.runUntilIdle();

        assertThat(punctual.handled("ada")).containsExactly(first, second);
        assertThat(punctual.attempts()).extracting(HandlerCall::event).containsExactly(first, first, second);
    }

    @Test
    void makesTransactedEffectsOnceInACrashAfterThem() {
        punctual.crash(TRANSFER).afterItsEffects();

        var transfer = punctual.put("transfers", "ada", new Booking("1"));
        punctual.runUntilIdle();

        assertThat(accounts.booked).containsExactly("1");
        punctual.event(transfer).isDuplicate().afterAttempts(1);
    }

    @Test
    void buriesWhatKillsEachProcess() {
        punctual.crash(BOOK).times(9);

        var booking = punctual.put("bookings", "ada", new Booking("1"));
        punctual.runUntilIdle();

        punctual.event(booking).isDeadLettered(Reason.CRASH_LOOP).afterAttempts(3);
    }

    @Test
    void returnsEventsWhileTheLedgerIsOutOfReach() {
        punctual.breakLedger(Duration.ofSeconds(5));

        var booking = punctual.put("bookings", "ada", new Booking("1"));
        punctual.advance(Duration.ofSeconds(4));

        punctual.event(booking).isUnderWay().afterAttempts(0);
        assertThat(punctual.story()).contains("the ledger is out of reach");
        punctual.runUntilIdle();
        punctual.event(booking).isHandled();
    }
}
