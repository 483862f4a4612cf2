package dev.punctual.spi;

/**
 * Reads and writes a payload type; safe for use by several threads.
 *
 * @param <T> the payload type
 */
public interface EventCodec<T> extends EventDecoder<T>, EventEncoder<T> {
}
