package dev.punctual.testkit;

/**
 * An event of a record that holds several.
 *
 * @param partitionKey its own, 1 to 256 characters
 * @param payload as in {@link PunctualTest#put}
 */
public record KeyedEvent(String partitionKey, Object payload) {

    /** An event with its key. */
    public static KeyedEvent of(String partitionKey, Object payload) {
        return new KeyedEvent(partitionKey, payload);
    }
}
