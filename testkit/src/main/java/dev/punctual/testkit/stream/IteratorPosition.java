package dev.punctual.testkit.stream;

import java.time.Instant;

/** Where in a shard an iterator starts to read. */
public sealed interface IteratorPosition {

    /** At the oldest record that is still there. */
    record TrimHorizon() implements IteratorPosition {
    }

    /** After the newest record. */
    record Latest() implements IteratorPosition {
    }

    /** At the record of this sequence number. */
    record AtSequenceNumber(String sequenceNumber) implements IteratorPosition {
    }

    /** After the record of this sequence number. */
    record AfterSequenceNumber(String sequenceNumber) implements IteratorPosition {
    }

    /** At the first record that arrived at this instant, not in the future, or later. */
    record AtTimestamp(Instant timestamp) implements IteratorPosition {
    }
}
