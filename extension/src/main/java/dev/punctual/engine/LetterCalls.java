package dev.punctual.engine;

import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.LetterRoute;
import dev.punctual.event.Envelope;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.EventDecoder;
import dev.punctual.spi.UndecodableException;

/**
 * Calls dead-letter methods: with the letters that they take, and the events of those, read as they were for their handlers.
 * Safe for use by several threads.
 */
public final class LetterCalls {

    private static final Logger LOG = Logger.getLogger(LetterCalls.class);

    private final EventRouter router;
    private final EnvelopeReader envelopes;

    /**
     * @param router knows the handlers
     * @param envelopes reads what letters' records say of themselves
     */
    public LetterCalls(EventRouter router, EnvelopeReader envelopes) {
        this.router = router;
        this.envelopes = envelopes;
    }

    /**
     * Whether a method takes a letter: the letter names the handler that the method names, if it names one; and the letter's
     * handler takes the type of event that the method takes, if it takes one. A letter that names no handler of this
     * application is of all that take its event.
     */
    public boolean takes(LetterRoute route, DeadLetter letter) {
        if (!route.handler().isEmpty()) {
            return route.handler().equals(letter.handler());
        }
        return route.takesEveryEvent() || handlers(letter).stream().anyMatch(route::takesEventsOf);
    }

    private List<EventRoute> handlers(DeadLetter letter) {
        return router.route(letter.handler()).map(List::of)
                .orElseGet(() -> router.routes(letter.event().source(), typeOf(letter)));
    }

    private String typeOf(DeadLetter letter) {
        return hasBytes(letter) ? envelope(letter).type() : letter.type();
    }

    /**
     * Calls a method that takes a letter; one that takes an event is left out where that cannot be read, unless the method
     * says that it is optional.
     *
     * @return whether the method was called
     * @throws Throwable whatever the method throws
     */
    public boolean tell(LetterRoute route, DeadLetter letter) throws Throwable {
        Optional<Object> event = route.payload().flatMap(payload -> event(route, payload.decoder(), letter));
        boolean called = event.isPresent() || route.payload().isEmpty() || route.payload().get().optional();
        if (called) {
            route.invoker().invoke(event, letter);
        }
        return called;
    }

    private Optional<Object> event(LetterRoute route, EventDecoder<?> decoder, DeadLetter letter) {
        if (!hasBytes(letter)) {
            LOG.infof("%s gets no event of the letter %s: the letter does not hold its bytes", route.method(), letter.id());
            return Optional.empty();
        }
        try {
            return Optional.of(Guarded.decode(decoder, envelope(letter)));
        } catch (UndecodableException e) {
            LOG.infof("%s gets no event of the letter %s: %s", route.method(), letter.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean hasBytes(DeadLetter letter) {
        return letter.event().data().length > 0;
    }

    private Envelope envelope(DeadLetter letter) {
        try {
            return Guarded.read(envelopes, letter.event());
        } catch (UndecodableException e) {
            return Envelope.unknown(letter.event().data(), String.valueOf(e.getMessage()));
        }
    }
}
