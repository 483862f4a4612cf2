package dev.punctual.runtime.kinesis;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import dev.punctual.event.EventSource;

/**
 * What all records of one batch have in common, byte for byte: Lambda writes the same fields in the same order, and only five
 * values differ. A record is read by comparing what stands between those values; immutable.
 *
 * @param texts the bounds in the payload of what stands before each value, in their order, and behind the last one
 * @param source the stream
 * @param shardId the shard
 */
record RecordLayout(int[] texts, EventSource source, String shardId) {

    /** The values that differ, in Lambda's order. */
    static final int PARTITION_KEY = 0;
    static final int SEQUENCE_NUMBER = 1;
    static final int DATA = 2;
    static final int ARRIVAL = 3;
    /** In the event's id, behind the shard's. */
    static final int SEQUENCE_NUMBER_AGAIN = 4;
    static final int END = 5;

    private static final int NO_MATCH = -1;

    /**
     * Learns the layout from a batch's first record.
     *
     * @param start where the record begins
     * @return null if it is not written as Lambda does: another reader has to make sense of it
     */
    static @Nullable RecordLayout learn(byte[] payload, int start) {
        return new LayoutScanner(payload, start).scan();
    }

    /** Where the text before a value ends, or -1 if the record has another text there. */
    int behind(int value, byte[] payload, int at) {
        int from = texts[2 * value];
        int to = texts[2 * value + 1];
        int end = at + to - from;
        return end <= payload.length && Arrays.equals(payload, at, end, payload, from, to) ? end : NO_MATCH;
    }

    /** The length of what is the same in each record. */
    int constantLength() {
        int length = 0;
        for (int i = 0; i < texts.length; i += 2) {
            length += texts[i + 1] - texts[i];
        }
        return length;
    }
}
