package dev.punctual.engine;

import org.jboss.logging.Logger;

import dev.punctual.event.ContentTypes;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.EventDecoder;
import dev.punctual.spi.EventEncoder;
import dev.punctual.spi.UndecodableException;

/**
 * Calls readers of foreign bytes; one that breaks its promise and throws something else, Errors too, costs the event its
 * handling, never the batch. Only when memory runs out, it is not the event's fault.
 */
final class Guarded {

    private static final Logger LOG = Logger.getLogger(Guarded.class);

    private Guarded() {
    }

    static Envelope read(EnvelopeReader reader, EventRecord event) throws UndecodableException {
        try {
            return reader.read(event);
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw broken("envelope reader " + reader.getClass().getName(), e);
        }
    }

    static Object decode(EventDecoder<?> decoder, Envelope envelope) throws UndecodableException {
        try {
            if (decoder instanceof EventEncoder<?> codec && !ContentTypes.fit(codec.contentType(), envelope.contentType())) {
                throw new UndecodableException("the payload's content type is "
                        + ContentTypes.printable(envelope.contentType()) + ", and the handler takes " + codec.contentType());
            }
            return decoder.decode(envelope.payload());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw broken("codec " + decoder.getClass().getName(), e);
        }
    }

    // The exception's own text may quote the payload, so only its class is told.
    private static UndecodableException broken(String reader, Throwable e) {
        String what = "The " + reader + " failed with " + e.getClass().getName();
        LOG.error(what);
        return new UndecodableException(what);
    }
}
