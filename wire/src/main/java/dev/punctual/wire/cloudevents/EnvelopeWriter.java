package dev.punctual.wire.cloudevents;

/** Writes an event with its envelope; safe for use by several threads. */
@FunctionalInterface
public interface EnvelopeWriter {

    /**
     * Writes an event.
     *
     * @return new bytes, or the event's own data where there is no envelope
     * @throws IllegalArgumentException if the data is not what its content type says; the message does not quote it
     */
    byte[] write(OutgoingEnvelope event);
}
