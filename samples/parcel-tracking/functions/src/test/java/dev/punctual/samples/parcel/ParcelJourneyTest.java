package dev.punctual.samples.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.punctual.EventPublisher;
import dev.punctual.OutgoingEvent;
import dev.punctual.samples.parcel.event.Movement;
import dev.punctual.samples.parcel.event.Parcel;
import dev.punctual.samples.parcel.event.Payment;
import dev.punctual.samples.parcel.event.Scan;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.payment.BooksInMemory;
import dev.punctual.testkit.PunctualTest;
import io.quarkus.test.junit.QuarkusTest;

/** The whole application, its beans and configuration included, in virtual time. */
@QuarkusTest
class ParcelJourneyTest {

    @Inject
    PunctualTest punctual;

    @Inject
    BooksInMemory books;

    @Inject
    EventPublisher publisher;

    private void happens(String type, Object what) {
        publisher.publish(Sources.PARCELS, OutgoingEvent.of(type, what).withPartitionKey("p-1"));
    }

    @Test
    void takesAParcelFromItsSenderToItsRecipient() {
        Parcel parcel = new Parcel("p-1", "ada", "ben");
        happens(Sources.REGISTERED, parcel);
        publisher.publish(Sources.PAYMENTS, OutgoingEvent.of(Sources.PAID, new Payment("1", "ada", 500)));
        happens(Sources.PICKED_UP, new Movement("p-1", "flaky-van"));
        punctual.put(Sources.HAND_SCANS, "p-1", new Scan("p-1", "flaky-scanner", "north", new byte[] { 1 }));
        happens(Sources.SORTED, new Movement("p-1", "north"));
        happens(Sources.DELIVERED, parcel);
        punctual.runUntilIdle();

        assertThat(punctual.deadLetters()).isEmpty();
        assertThat(punctual.handled("p-1")).hasSize(6);
        assertThat(books.of("ada")).isEqualTo(500);
    }

    @Test
    void tellsSendersOfParcelsThatNobodyOpensFor() {
        happens(Sources.DELIVERED, new Parcel("p-1", "ada", "busy-ben"));
        punctual.runUntilIdle();

        assertThat(punctual.story()).contains("CustomerCare#nobodyAtHome was told of its letter",
                "CustomerCare#alert was told of its letter");
    }
}
