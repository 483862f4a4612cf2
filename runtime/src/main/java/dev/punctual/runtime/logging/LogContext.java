package dev.punctual.runtime.logging;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.event.TraceContext;
import dev.punctual.runtime.handler.HandlerDefinition;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.spi.AttemptObserver;

/**
 * Puts what identifies an event into the logging context (MDC) of the thread that handles it, and lowers the log level for
 * events that ask for it ({@code correlationdebug}); safe for use by several threads.
 */
@Singleton
public class LogContext implements AttemptObserver {

    /** The id that the events of one business transaction share. */
    public static final String CORRELATION_ID = "correlationId";
    /** The id of the event whose handler published this one; absent where there is none. */
    public static final String CAUSATION_ID = "causationId";
    /** The event's id. */
    public static final String EVENT_ID = "eventId";
    /** The handler's id. */
    public static final String HANDLER = "handler";
    /** The number of the attempt, 1 for the first. */
    public static final String ATTEMPT = "attempt";

    private static final DetailedLogging DETAIL = new DetailedLogging();

    private static final Observation END = new End(false, false);
    private static final Observation END_OF_CAUSED = new End(true, false);

    /** Takes away what was put, and nothing else: each costs, at each event. */
    private record End(boolean caused, boolean detailed) implements Observation {

        @Override
        public void end(@Nullable Throwable failure) {
            if (detailed) {
                DETAIL.end();
            }
            if (caused) {
                MDC.remove(CAUSATION_ID);
            }
            MDC.remove(CORRELATION_ID);
            MDC.remove(EVENT_ID);
            MDC.remove(HANDLER);
            MDC.remove(ATTEMPT);
        }
    }

    private final Map<String, String> packages;

    /**
     * @param handlers tells where handlers are
     */
    @Inject
    public LogContext(HandlerRegistry handlers) {
        this.packages = handlers.handlers().stream().map(HandlerRegistry.Handler::definition)
                .collect(Collectors.toUnmodifiableMap(HandlerDefinition::id, HandlerDefinition::packageName));
    }

    @Override
    public Observation begin(String handler, EventContext context, TraceContext before) {
        boolean caused = !context.correlation().causationId().isEmpty();
        if (caused) {
            MDC.put(CAUSATION_ID, context.correlation().causationId());
        }
        MDC.put(CORRELATION_ID, context.correlationId());
        MDC.put(EVENT_ID, context.id());
        MDC.put(HANDLER, handler);
        MDC.put(ATTEMPT, context.attempt());
        if (context.correlation().debug()) {
            DETAIL.begin(packages.getOrDefault(handler, ""));
            return new End(caused, true);
        }
        return caused ? END_OF_CAUSED : END;
    }
}
