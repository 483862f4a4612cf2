package dev.punctual.runtime;

import java.util.List;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.event.TraceContext;
import dev.punctual.spi.AttemptObserver;

/** Has two observers around each attempt, and so any number of them: those that begin first end last. */
record Observers(AttemptObserver first, AttemptObserver second) implements AttemptObserver {

    private static final Logger LOG = Logger.getLogger(Observers.class);

    /** One that has all of them around each attempt; what one throws is logged. */
    static AttemptObserver of(List<AttemptObserver> all) {
        return all.stream().reduce(Observers::new).orElse(NONE);
    }

    @Override
    public Observation begin(String handler, EventContext context, TraceContext before) {
        Observation outer = begin(first, handler, context, before);
        Observation inner = begin(second, handler, context, before);
        return outer == Observation.NONE ? inner : inner == Observation.NONE ? outer : new Both(outer, inner);
    }

    private static Observation begin(AttemptObserver observer, String handler, EventContext context, TraceContext before) {
        try {
            return observer.begin(handler, context, before);
        } catch (RuntimeException | Error e) {
            failed(observer, e);
            return Observation.NONE;
        }
    }

    private static void failed(Object observer, Throwable failure) {
        LOG.errorf(failure, "%s failed; events are not affected", observer.getClass().getName());
    }

    private record Both(Observation outer, Observation inner) implements Observation {

        @Override
        public TraceContext trace() {
            TraceContext trace = outer.trace();
            return trace.isNone() ? inner.trace() : trace;
        }

        @Override
        public void end(@Nullable Throwable failure) {
            end(inner, failure);
            end(outer, failure);
        }

        private static void end(Observation observation, @Nullable Throwable failure) {
            try {
                observation.end(failure);
            } catch (RuntimeException | Error e) {
                failed(observation, e);
            }
        }
    }
}
