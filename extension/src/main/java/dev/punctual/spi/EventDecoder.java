package dev.punctual.spi;

/**
 * Reads a handler's payload type from bytes; safe for use by several threads.
 *
 * @param <T> the payload type
 */
@FunctionalInterface
public interface EventDecoder<T> {

    /**
     * Reads a payload, anew for each attempt.
     *
     * @param payload not changed, nor handed on: a handler may change what it is given
     * @throws UndecodableException if the bytes are not a {@code T}; no other exception
     */
    T decode(byte[] payload) throws UndecodableException;
}
