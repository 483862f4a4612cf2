package dev.punctual.testkit.simulation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
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
    public void attemptEnded(String handler, EventContext context, Instant start, Instant end,
            @Nullable Throwable failure) {
        if (failure != null) {
            surrounds.history().add(new Happening.Failed(surrounds.now(), invocation(), context.id(), handler,
                    failure.getClass().getSimpleName()));
        }
    }

    @Override
    public void finished(Finished finished) {
        surrounds.history()
                .add(new Happening.Finished(surrounds.now(), invocation(), finished.event().id(),
                        finished.handler(), finished.outcome().getClass().getSimpleName(), finished.outcome().acknowledged()));
    }

    private static int invocation() {
        var execution = Strand.current().execution();
        execution.process().checkAlive();
        return execution.id();
    }
}
