package dev.punctual.aggregation;

/**
 * One event of an aggregated record.
 *
 * @param partitionKey its own partition key, 1 to 256 characters
 * @param explicitHashKey what places it on a shard instead of its partition key, or an empty string
 * @param data its bytes, not copied; may be empty
 */
public record AggregatedEvent(String partitionKey, String explicitHashKey, byte[] data) {

    /** Says how large it is, and leaves its bytes and keys out. */
    @Override
    public String toString() {
        return "AggregatedEvent[" + data.length + " bytes]";
    }
}
