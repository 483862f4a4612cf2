package dev.punctual.ledger;

import java.util.Comparator;

/**
 * The order of Kinesis sequence numbers: decimal numbers without leading zeros, too large for a {@code long}. For one
 * partition key they grow over time, across shards too.
 */
public final class SequenceOrder {

    /** Earlier numbers first. */
    public static final Comparator<String> ASCENDING = Comparator.comparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());

    private SequenceOrder() {
    }

    /** Whether one number comes before another. */
    public static boolean isBefore(String number, String other) {
        return ASCENDING.compare(number, other) < 0;
    }
}
