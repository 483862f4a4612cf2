package dev.punctual.runtime.readback;

import java.time.Instant;

import dev.punctual.wire.envelope.LambdaNotice;
import dev.punctual.wire.payload.PayloadException;

/** Reads records of a stream again; safe for use by several threads. */
@FunctionalInterface
public interface StreamReader {

    /**
     * Reads the records of a notice.
     *
     * @param until when it must stop
     * @throws PayloadException if the stream cannot be asked
     */
    Records read(LambdaNotice.Batch batch, Instant until) throws PayloadException;
}
