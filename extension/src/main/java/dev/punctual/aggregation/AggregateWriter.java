package dev.punctual.aggregation;

import java.util.Arrays;

/**
 * Packs events into one record, and knows at each moment how large it is; for use by one thread.
 *
 * <p>
 * A key is written once for all events that have it. For the same events and keys, the bytes are those that Amazon's
 * {@code amazon-kinesis-aggregator} writes.
 */
public final class AggregateWriter {

    private static final int FIRST_CAPACITY = 1024;
    private static final int NO_KEY = -1;

    private final KeyTable partitionKeys = new KeyTable();
    private final KeyTable explicitHashKeys = new KeyTable();
    private byte[] events = new byte[FIRST_CAPACITY];
    private int eventsSize;
    private int count;
    private String first = "";

    /** Whether nothing was added since it was made or cleared. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** How many events there are; at most {@link AggregatedRecord#MOST_EVENTS}. */
    public int count() {
        return count;
    }

    /** The length of the record in bytes, exactly; its fixed parts alone while it is empty. */
    public int size() {
        return AggregatedRecord.sizeAround(partitionKeys.size() + explicitHashKeys.size() + eventsSize);
    }

    /**
     * The length of the record in bytes, exactly, with one more event.
     *
     * @param partitionKey the event's partition key
     * @param explicitHashKey its explicit hash key, or an empty string
     * @param dataLength the number of its bytes
     */
    public int sizeWith(String partitionKey, String explicitHashKey, int dataLength) {
        int keys = partitionKeys.growthWith(partitionKey);
        int hashKeyIndex = NO_KEY;
        if (!explicitHashKey.isEmpty()) {
            keys += explicitHashKeys.growthWith(explicitHashKey);
            hashKeyIndex = explicitHashKeys.indexOf(explicitHashKey);
        }
        int length = eventLength(partitionKeys.indexOf(partitionKey), hashKeyIndex, dataLength);
        return size() + keys + Wire.sizeOfField(length);
    }

    private static int eventLength(int partitionKeyIndex, int explicitHashKeyIndex, int dataLength) {
        int explicitHashKey = explicitHashKeyIndex == NO_KEY ? 0 : 1 + Wire.sizeOf(explicitHashKeyIndex);
        return 1 + Wire.sizeOf(partitionKeyIndex) + explicitHashKey + Wire.sizeOfField(dataLength);
    }

    /**
     * Adds an event; how large the record may become is the caller's to see to, with {@link #sizeWith}.
     *
     * @param partitionKey 1 to 256 characters
     * @param explicitHashKey a decimal number below 2^128, or an empty string
     * @param data copied; may be empty
     * @throws IllegalArgumentException if a key is not as Kinesis takes it
     * @throws IllegalStateException if there are {@link AggregatedRecord#MOST_EVENTS} already
     */
    public void add(String partitionKey, String explicitHashKey, byte[] data) {
        Keys.requirePartitionKey(partitionKey);
        Keys.requireExplicitHashKey(explicitHashKey);
        if (count == AggregatedRecord.MOST_EVENTS) {
            throw new IllegalStateException("a record takes no more than " + count + " events");
        }
        int partitionKeyIndex = partitionKeys.add(partitionKey);
        int hashKeyIndex = explicitHashKey.isEmpty() ? NO_KEY : explicitHashKeys.add(explicitHashKey);
        write(partitionKeyIndex, hashKeyIndex, data);
        if (count == 0) {
            first = partitionKey;
        }
        count++;
    }

    private void write(int partitionKeyIndex, int explicitHashKeyIndex, byte[] data) {
        int length = eventLength(partitionKeyIndex, explicitHashKeyIndex, data.length);
        int newSize = eventsSize + Wire.sizeOfField(length);
        if (newSize > events.length) {
            events = Arrays.copyOf(events, Math.max(newSize, 2 * events.length));
        }
        WireWriter out = new WireWriter(events, eventsSize);
        out.number(Wire.RECORDS, length);
        out.number(Wire.PARTITION_KEY_INDEX, partitionKeyIndex);
        if (explicitHashKeyIndex != NO_KEY) {
            out.number(Wire.EXPLICIT_HASH_KEY_INDEX, explicitHashKeyIndex);
        }
        out.bytes(Wire.DATA, data);
        eventsSize = newSize;
    }

    /**
     * The record with all events that were added.
     *
     * @throws IllegalStateException if there are none: a record without events is refused by its consumers
     */
    public byte[] toBytes() {
        if (isEmpty()) {
            throw new IllegalStateException("an aggregated record needs an event");
        }
        byte[] record = new byte[size()];
        WireWriter out = new WireWriter(record, AggregatedRecord.messageStart());
        partitionKeys.writeTo(out, Wire.PARTITION_KEYS);
        explicitHashKeys.writeTo(out, Wire.EXPLICIT_HASH_KEYS);
        out.raw(events, eventsSize);
        return AggregatedRecord.seal(record);
    }

    /**
     * The partition key of the first event, which the record itself is put with.
     *
     * @throws IllegalStateException if there is none
     */
    public String partitionKey() {
        if (isEmpty()) {
            throw new IllegalStateException("an aggregated record without events has no partition key");
        }
        return first;
    }

    /** Forgets what was added; its memory is used again. */
    public void clear() {
        partitionKeys.clear();
        explicitHashKeys.clear();
        eventsSize = 0;
        count = 0;
        first = "";
    }
}
