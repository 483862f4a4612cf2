package dev.punctual.samples.parcel.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.samples.parcel.event.Payment;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.outside.World;
import dev.punctual.testkit.CloudEvent;
import dev.punctual.testkit.PunctualTest;
import dev.punctual.testkit.PutEvent;

class PaymentsTest {

    private final BooksInMemory books = new BooksInMemory();

    @AutoClose
    private final PunctualTest punctual = PunctualTest.forHandlers(new Payments(new World(false), books), new Archive());

    private PutEvent pay(String id, String sender) {
        return punctual.put(Sources.PAYMENTS, sender, CloudEvent.of(Sources.PAID, new Payment(id, sender, 500)));
    }

    @Test
    void booksAPaymentOnceThoughTheProcessDiesAfterwards() {
        punctual.crash("Payments.book").afterItsEffects();

        pay("1", "ada");
        punctual.runUntilIdle();

        assertThat(books.of("ada")).isEqualTo(500);
    }

    @Test
    void booksAPaymentOnceThatIsPutTwice() {
        pay("1", "ada");
        pay("1", "ada");
        pay("2", "ada");
        punctual.runUntilIdle();

        assertThat(books.of("ada")).isEqualTo(1_000);
    }

    @Test
    void booksNothingThatABankRefuses() {
        pay("1", "gone-bank");
        punctual.runUntilIdle();

        assertThat(books.of("gone-bank")).isZero();
        assertThat(punctual.deadLetters()).singleElement().extracting(DeadLetter::handler, DeadLetter::reason)
                .containsExactly("Payments.book", Reason.PERMANENT);
    }

    @Test
    void paysBackForAnHour() {
        PutEvent refund = punctual.put(Sources.PAYMENTS, "ada",
                CloudEvent.of(Sources.REFUNDED, new Payment("3", "busy-bank", 500)));
        punctual.advance(Duration.ofMinutes(30));

        assertThat(punctual.deadLetters()).isEmpty();
        punctual.runUntilIdle();
        assertThat(punctual.deadLetters()).singleElement().extracting(DeadLetter::reason).isEqualTo(Reason.DEADLINE);
        assertThat(punctual.attempts(refund)).hasSizeGreaterThan(30);
    }

    @Test
    void triesOnceToKeepWhatIsTooLongForTheArchive() {
        PutEvent refund = punctual.put(Sources.PAYMENTS, "ada",
                CloudEvent.of(Sources.REFUNDED, new Payment("x".repeat(1_200), "ada", 500)));
        punctual.runUntilIdle();

        assertThat(punctual.attempts(refund)).hasSize(2);
        assertThat(punctual.deadLetters()).singleElement().extracting(DeadLetter::handler).isEqualTo("Archive.keep");
    }
}
