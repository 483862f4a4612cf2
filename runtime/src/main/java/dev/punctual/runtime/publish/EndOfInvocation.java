package dev.punctual.runtime.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

import dev.punctual.publish.Transport;
import dev.punctual.publish.Transport.UnderWay;

/**
 * Sees to it that nothing is under way when the function answers: Lambda freezes the process then, perhaps for good.
 */
public final class EndOfInvocation {

    private static final Logger LOG = Logger.getLogger(EndOfInvocation.class);

    private final Optional<Transport> transport;
    private final InstantSource clock;
    private final Duration guard;

    /**
     * @param guard what is kept free at the end of an invocation
     */
    public EndOfInvocation(Optional<Transport> transport, InstantSource clock, Duration guard) {
        this.transport = transport;
        this.clock = clock;
        this.guard = guard;
    }

    /** Waits until everything is accepted or given up; when time runs out, gives up the rest. */
    public void settle(Instant end) {
        transport.ifPresent(published -> settle(published, end));
    }

    private void settle(Transport published, Instant end) {
        List<UnderWay> underWay = published.underWay();
        if (underWay.isEmpty()) {
            return;
        }
        Duration left = Duration.between(clock.instant(), end.minus(guard));
        if (left.isNegative() || !published.await(underWay, left)) {
            int events = published.abandon("the invocation left no more time");
            LOG.errorf("%d published events were given up: the invocation left no more time. They may not be on their streams",
                    events);
        }
    }
}
