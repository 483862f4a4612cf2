package dev.punctual.testkit.simulation;

import java.time.Instant;

import dev.punctual.EventContext;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Outcome;
import dev.punctual.testkit.simulation.history.Happening;

/** Writes down what the engine tells; each call is also a point at which the process may be gone. */
final class HistoryListener implements DispatchListener {

    private final Surrounds surrounds;

    HistoryListener(Surrounds surrounds) {
        this.surrounds = surrounds;
    }

    @Override
    public void attemptStarted(String handler, EventContext context, Instant start) {
        surrounds.history().add(new Happening.Attempted(start, invocation(), context.id(), handler, context.attempt()));
    }

    @Override
    public void attemptFailed(String handler, EventContext context, Throwable failure) {
        surrounds.history().add(new Happening.Failed(surrounds.now(), invocation(), context.id(), handler,
                failure.getClass().getSimpleName()));
    }

    @Override
    public void finished(String handler, EventRecord event, Outcome outcome, int failedAttempts, Instant end) {
        surrounds.history()
                .add(new Happening.Finished(surrounds.now(), invocation(), event.id(), handler,
                        outcome.getClass().getSimpleName(), outcome.acknowledged()));
    }

    private static int invocation() {
        var execution = Strand.current().execution();
        execution.process().checkAlive();
        return execution.id();
    }
}
