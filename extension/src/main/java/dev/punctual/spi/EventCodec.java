package dev.punctual.spi;

/**
 * Reads a handler's payload type from bytes; safe for use by several threads.
 *
 * @param <T> the payload type
 */
@FunctionalInterface
public interface EventCodec<T> {

    /**
     * Reads a payload.
     *
     * @param payload not changed
     * @throws UndecodableException if the bytes are not a {@code T}; no other exception
     */
    T decode(byte[] payload) throws UndecodableException;
}
