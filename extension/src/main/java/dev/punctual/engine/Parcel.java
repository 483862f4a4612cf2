package dev.punctual.engine;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.ParkedEvent;

/** Something that a queue must have before its item can be acknowledged. */
sealed interface Parcel {

    /** The share of an item that waits for it. */
    Share share();

    /** What has become of the event once the queue has it. */
    Outcome outcome();

    /** An event for the retry queue. */
    record Parked(Delivery share, ParkedEvent event) implements Parcel {

        @Override
        public Outcome outcome() {
            return new Outcome.Parked(event.delay());
        }
    }

    /** An event for the dead-letter queue. */
    record Letter(Share share, DeadLetter letter) implements Parcel {

        @Override
        public Outcome outcome() {
            return new Outcome.DeadLettered(letter.reason());
        }
    }
}
