package dev.punctual.runtime.logging;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

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
    /** The id of the event whose handler published this one. */
    public static final String CAUSATION_ID = "causationId";
    /** The event's id. */
    public static final String EVENT_ID = "eventId";
    /** The handler's id. */
    public static final String HANDLER = "handler";
    /** The number of the attempt, 1 for the first. */
    public static final String ATTEMPT = "attempt";

    private static final DetailedLogging DETAIL = new DetailedLogging();

    /** Takes away what was put. */
    private record End(LogIds ids, boolean detailed) implements Observation {

        @Override
        public void end(@Nullable Throwable failure) {
            if (detailed) {
                DETAIL.end();
            }
            ids.remove(CORRELATION_ID);
            ids.remove(CAUSATION_ID);
            ids.remove(EVENT_ID);
            ids.remove(HANDLER);
            ids.remove(ATTEMPT);
        }
    }

    private final LogIds ids;
    private final Observation end;
    private final Observation endInDetail;
    private final Map<String, String> packages;

    @Inject
    LogContext(HandlerRegistry handlers, Instance<LogIds> ids) {
        this(handlers, ids.isResolvable() ? ids.get() : LogIds.MDC_OF_ALL);
    }

    /**
     * @param handlers tells where handlers are
     */
    public LogContext(HandlerRegistry handlers) {
        this(handlers, LogIds.MDC_OF_ALL);
    }

    private LogContext(HandlerRegistry handlers, LogIds ids) {
        this.ids = ids;
        this.end = new End(ids, false);
        this.endInDetail = new End(ids, true);
        this.packages = handlers.handlers().stream().map(HandlerRegistry.Handler::definition)
                .collect(Collectors.toUnmodifiableMap(HandlerDefinition::id, HandlerDefinition::packageName));
    }

    @Override
    public Observation begin(String handler, EventContext context, TraceContext before) {
        ids.put(CORRELATION_ID, context.correlationId());
        ids.put(CAUSATION_ID, context.correlation().causationId());
        ids.put(EVENT_ID, context.id());
        ids.put(HANDLER, handler);
        ids.put(ATTEMPT, context.attempt());
        if (context.debug()) {
            DETAIL.begin(packages.getOrDefault(handler, ""));
            return endInDetail;
        }
        return end;
    }
}
