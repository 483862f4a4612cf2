package dev.punctual.runtime.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.LetterRoute;
import dev.punctual.engine.LetterCalls;
import dev.punctual.runtime.deadletter.DeadLetterCompleter.Subscriber;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.wire.envelope.LambdaNotice;

/** The application's dead-letter methods as the dead-letter function tells them. */
public final class LetterSubscribers {

    private LetterSubscribers() {
    }

    /**
     * One for each method, in the same order.
     *
     * @param router knows the handlers
     * @param envelopes reads records as they are read for handlers
     */
    public static List<Subscriber> of(List<LetterRoute> methods, EventRouter router, EnvelopeReader envelopes,
            JsonFactory json) {
        LambdaNotice notices = new LambdaNotice(json);
        LetterCalls calls = new LetterCalls(router, envelopes, letter -> !isNotice(letter, notices));
        return methods.stream().map(method -> subscriber(method, calls)).toList();
    }

    private static Subscriber subscriber(LetterRoute method, LetterCalls calls) {
        return new Subscriber() {
            @Override
            public boolean takes(DeadLetter letter) {
                return calls.takes(method, letter);
            }

            @Override
            public void tell(DeadLetter letter) throws Throwable {
                calls.tell(method, letter);
            }
        };
    }

    /** Lambda's notice stands in the place of an event's bytes, and JSON fits many a type that it is not. */
    private static boolean isNotice(DeadLetter letter, LambdaNotice notices) {
        return letter.reason() == Reason.ABANDONED && letter.handler().isEmpty()
                && notices.read(new String(letter.event().data(), StandardCharsets.UTF_8)).isPresent();
    }
}
