package dev.punctual.runtime;

import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.event.TraceContext;
import dev.punctual.spi.AttemptObserver;

/** Has several observers around each attempt: those that begin first end last. What one throws is logged. */
record Observers(List<AttemptObserver> all) implements AttemptObserver {

    private static final Logger LOG = Logger.getLogger(Observers.class);

    @Override
    public Observation begin(String handler, EventContext context, TraceContext before) {
        List<Observation> begun = new ArrayList<>(all.size());
        for (AttemptObserver observer : all) {
            try {
                begun.add(observer.begin(handler, context, before));
            } catch (RuntimeException | Error e) {
                failed(observer, e);
            }
        }
        return new All(begun);
    }

    private static void failed(Object observer, Throwable failure) {
        LOG.errorf(failure, "%s failed; events are not affected", observer.getClass().getName());
    }

    private record All(List<Observation> observations) implements Observation {

        @Override
        public TraceContext trace() {
            for (Observation observation : observations) {
                if (!observation.trace().isNone()) {
                    return observation.trace();
                }
            }
            return TraceContext.NONE;
        }

        @Override
        public void end(@Nullable Throwable failure) {
            for (int i = observations.size() - 1; i >= 0; i--) {
                try {
                    observations.get(i).end(failure);
                } catch (RuntimeException | Error e) {
                    failed(observations.get(i), e);
                }
            }
        }
    }
}
