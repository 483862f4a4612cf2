package dev.punctual.runtime.tracing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.punctual.event.EventSource;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.InvocationListener;
import dev.punctual.spi.Outcome;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * A span for each invocation, in the trace that Lambda tells of, with an event for each dead letter and for whatever else was
 * not handled in it. What is recorded leaves the process before the invocation is answered.
 */
final class InvocationSpans implements InvocationListener, DispatchListener {

    private final Tracer tracer;
    private final Supplier<String> header;
    private final Consumer<Duration> flush;
    private final Duration patience;
    private final InstantSource clock;
    private volatile Span span = Span.getInvalid();
    private volatile String function = "";

    /**
     * @param header Lambda's trace header, or an empty string
     * @param flush sends what is recorded, within a time
     * @param patience the longest that an answer may wait for that
     */
    InvocationSpans(Tracer tracer, Supplier<String> header, Consumer<Duration> flush, Duration patience, InstantSource clock) {
        this.tracer = tracer;
        this.header = header;
        this.flush = flush;
        this.patience = patience;
        this.clock = clock;
    }

    /** The span of the invocation at hand. */
    SpanContext current() {
        return span.getSpanContext();
    }

    /** The function that is invoked, or an empty string before the first invocation. */
    String function() {
        return function;
    }

    @Override
    public void began(String function, String requestId, Instant end) {
        this.function = function;
        span = tracer.spanBuilder(function).setSpanKind(SpanKind.SERVER)
                .setParent(Context.root().with(Span.wrap(XrayHeader.read(header.get()))))
                .setAttribute(SpanAttributes.FUNCTION, function).setAttribute(SpanAttributes.REQUEST, requestId)
                .setAttribute(SpanAttributes.TRIGGER, "pubsub").startSpan();
    }

    @Override
    public void received(EventSource source, int records, Instant newest) {
        span.setAttribute(SpanAttributes.DESTINATION, source.name()).setAttribute(SpanAttributes.BATCH_COUNT, (long) records);
    }

    @Override
    public void finished(Finished finished) {
        Outcome outcome = finished.outcome();
        if (outcome instanceof Outcome.Handled || !span.isRecording()) {
            return;
        }
        AttributesBuilder attributes = Attributes.builder().put(SpanAttributes.MESSAGE_ID, finished.eventId())
                .put(SpanAttributes.CONVERSATION_ID, finished.correlation().correlationId())
                .put(SpanAttributes.DESTINATION, finished.event().source().name())
                .put(SpanAttributes.HANDLER, finished.handler()).put(SpanAttributes.TYPE, finished.envelope().type())
                .put(SpanAttributes.ARRIVAL, finished.deadline().arrival().toString())
                .put(SpanAttributes.DEADLINE, finished.deadline().at().toString())
                .put(SpanAttributes.ATTEMPTS, (long) finished.attempts().count());
        if (!finished.correlation().causationId().isEmpty()) {
            attributes.put(SpanAttributes.CAUSATION_ID, finished.correlation().causationId());
        }
        if (outcome instanceof Outcome.Parked parked) {
            attributes.put(SpanAttributes.DELAY, parked.delay().toString());
        } else if (outcome instanceof Outcome.DeadLettered dead) {
            attributes.put(SpanAttributes.REASON, dead.reason().name()).put(SpanAttributes.FINGERPRINT,
                    finished.attempts().fingerprint(dead.reason()));
        } else if (outcome instanceof Outcome.ReturnedToSource returned) {
            attributes.put(SpanAttributes.WHY, returned.why());
        }
        span.addEvent("punctual." + (outcome instanceof Outcome.DeadLettered ? "dead-letter" : outcome.word()),
                attributes.build(), finished.end());
    }

    @Override
    public void answering(Instant end) {
        span.end();
        span = Span.getInvalid();
        Duration left = Duration.between(clock.instant(), end);
        flush.accept(left.compareTo(patience) < 0 ? left : patience);
    }
}
