package dev.punctual.spi;

/**
 * Writes a payload type to bytes; safe for use by several threads.
 *
 * @param <T> the payload type
 */
public interface EventEncoder<T> {

    /**
     * Writes a payload.
     *
     * @return new bytes, which the caller may keep
     * @throws IllegalArgumentException if the payload cannot be written; its message does not quote the payload
     */
    byte[] encode(T payload);

    /** The media type of what is written, such as {@code application/json}. */
    String contentType();
}
