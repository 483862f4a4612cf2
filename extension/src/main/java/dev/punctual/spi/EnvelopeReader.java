package dev.punctual.spi;

import dev.punctual.event.Envelope;

/** Finds out what a record's bytes say of themselves; safe for use by several threads. */
@FunctionalInterface
public interface EnvelopeReader {

    /**
     * Reads an envelope.
     *
     * @param data the record's bytes, not changed
     * @throws UndecodableException if the bytes are in no known form; no other exception
     */
    Envelope read(byte[] data) throws UndecodableException;
}
