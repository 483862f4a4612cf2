package dev.punctual.spi;

import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;

/** Finds out what a record says of itself; safe for use by several threads. */
@FunctionalInterface
public interface EnvelopeReader {

    /**
     * Reads an envelope; of bytes in no known form, {@link Envelope#unknown}.
     *
     * @param event the record; neither its bytes nor its attributes are changed
     * @throws UndecodableException if it cannot be read; no other exception
     */
    Envelope read(EventRecord event) throws UndecodableException;
}
