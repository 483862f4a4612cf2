package dev.punctual.runtime.logging;

import org.jboss.logging.Logger;

import dev.punctual.deadletter.Attempt;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.Outcome;

/** Warns of each dead letter, for people who read along; safe for use by several threads. */
public final class DeadLetterLog implements DispatchListener {

    private static final Logger LOG = Logger.getLogger("dev.punctual.dead-letters");

    @Override
    public void finished(Finished finished) {
        if (finished.outcome() instanceof Outcome.DeadLettered dead) {
            LOG.warnf("Dead letter of %s for %s: %s (attempts %d, last failure %s %s)", finished.eventId(),
                    finished.handler().isEmpty() ? "no handler" : finished.handler(), dead.reason(),
                    finished.attempts().count(),
                    finished.attempts().latest().map(Attempt::failure).map(failure -> failure.exception()).orElse("none"),
                    finished.attempts().fingerprint(dead.reason()));
        }
    }
}
