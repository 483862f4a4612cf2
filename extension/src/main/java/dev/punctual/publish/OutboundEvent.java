package dev.punctual.publish;

import java.nio.charset.StandardCharsets;

/**
 * An event as it goes to a stream.
 *
 * @param id for messages
 * @param partitionKey 1 to 256 characters
 * @param data with its envelope; not copied
 */
public record OutboundEvent(String id, String partitionKey, byte[] data) {

    /** The most characters of a partition key, by the API of Kinesis. */
    private static final int LONGEST_KEY = 256;

    /**
     * @throws IllegalArgumentException if the partition key is empty or too long
     */
    public OutboundEvent {
        if (partitionKey.isEmpty() || partitionKey.codePointCount(0, partitionKey.length()) > LONGEST_KEY) {
            throw new IllegalArgumentException("the partition key of event " + id + " must have 1 to " + LONGEST_KEY
                    + " characters, was of " + partitionKey.length());
        }
    }

    /** Its bytes with its partition key. */
    int size() {
        return data.length + keyBytes(partitionKey);
    }

    static int keyBytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Names the event, and leaves its bytes and key out. */
    @Override
    public String toString() {
        return "OutboundEvent[" + id + ", " + data.length + " bytes]";
    }
}
