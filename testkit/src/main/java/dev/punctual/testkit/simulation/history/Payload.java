package dev.punctual.testkit.simulation.history;

import java.util.Arrays;

/**
 * Bytes that are compared by content and never printed.
 *
 * @param bytes not copied, must not be changed
 */
public record Payload(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Their number and hash. */
    @Override
    public String toString() {
        return bytes.length + " bytes, hash " + Integer.toHexString(hashCode());
    }
}
