package dev.punctual.engine;

import java.time.Duration;

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
    record Parked(Delivery share, Duration delay) implements Parcel {

        ParkedEvent event() {
            return share.parked(delay);
        }

        /** The same with its delay cut, if need be, to whole seconds within a time. */
        Parked within(Duration atMost) {
            return delay.compareTo(atMost) <= 0 ? this : new Parked(share, Duration.ofSeconds(atMost.getSeconds()));
        }

        @Override
        public Outcome outcome() {
            return new Outcome.Parked(delay);
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
