package dev.punctual.ledger;

import java.util.Comparator;

/**
 * The order of positions in a stream, {@link dev.punctual.event.EventRecord#position()}: Kinesis sequence numbers, decimal
 * numbers without leading zeros and too large for a {@code long}, each perhaps with {@code :} and the place in an aggregated
 * record. For one partition key they grow over time, across shards too.
 */
public final class SequenceOrder {

    /** Earlier positions first; an aggregated record itself comes before its events. */
    public static final Comparator<String> ASCENDING = SequenceOrder::compare;

    private SequenceOrder() {
    }

    /** Whether one position comes before another. */
    public static boolean isBefore(String position, String other) {
        return compare(position, other) < 0;
    }

    private static int compare(String position, String other) {
        int end = end(position);
        int otherEnd = end(other);
        if (end != otherEnd) {
            return Integer.compare(end, otherEnd);
        }
        int records = position.substring(0, end).compareTo(other.substring(0, otherEnd));
        return records != 0 ? records : Integer.compare(sub(position, end), sub(other, otherEnd));
    }

    private static int end(String position) {
        int colon = position.indexOf(':');
        return colon < 0 ? position.length() : colon;
    }

    private static int sub(String position, int end) {
        return end == position.length() ? -1 : Integer.parseInt(position.substring(end + 1));
    }
}
