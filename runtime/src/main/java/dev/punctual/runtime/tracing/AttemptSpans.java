package dev.punctual.runtime.tracing;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.deadletter.Failure;
import dev.punctual.event.EventSource;
import dev.punctual.event.TraceContext;
import dev.punctual.spi.AttemptObserver;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;

/**
 * A span for each attempt, in the trace of its event: below the span that published the event, or, where that is not known,
 * below the attempt before. It is linked to the attempt before and to the invocation. Exceptions' messages are left out, since
 * they may quote payloads.
 */
final class AttemptSpans implements AttemptObserver {

    private final Tracer tracer;
    private final Sampling sampling;
    private final InvocationSpans invocations;

    /**
     * @param sampling what is known of the tracer's sampler
     * @param invocations tells of the invocation at hand
     */
    AttemptSpans(Tracer tracer, Sampling sampling, InvocationSpans invocations) {
        this.tracer = tracer;
        this.sampling = sampling;
        this.invocations = invocations;
    }

    @Override
    public Observation begin(String handler, EventContext context, TraceContext before) {
        TraceContext own = context.correlation().trace();
        TraceContext parent = own.isNone() ? before : own;
        Span span = sampling.leavesOut(parent) ? Span.wrap(new UnrecordedContext(parent)) : start(context, parent);
        if (span.isRecording()) {
            link(span, before);
            describe(span, handler, context);
        }
        return new AttemptSpan(span, makeCurrent(span, parent));
    }

    private Span start(EventContext context, TraceContext parent) {
        return tracer.spanBuilder("process " + context.source().name()).setSpanKind(SpanKind.CONSUMER)
                .setParent(Context.root().with(Span.wrap(TraceContexts.of(parent)))).startSpan();
    }

    /**
     * A trace that nobody records need not be told to the logging context, which is most of what making a span current takes.
     * Events are handled by threads of Punctual's own, for which the default storage is that of all.
     */
    @SuppressWarnings("MustBeClosedChecker") // The observation closes it, in the same thread.
    private static Scope makeCurrent(Span span, TraceContext parent) {
        return span.isRecording() || Sampling.isSampled(parent) ? span.makeCurrent()
                : ContextStorage.defaultStorage().attach(Context.root().with(span));
    }

    private void link(Span span, TraceContext before) {
        SpanContext earlier = TraceContexts.of(before);
        if (earlier.isValid()) {
            span.addLink(earlier);
        }
        SpanContext batch = invocations.current();
        if (batch.isValid()) {
            span.addLink(batch);
        }
    }

    private void describe(Span span, String handler, EventContext context) {
        boolean stream = context.source().kind() == EventSource.Kind.STREAM;
        span.setAttribute(SpanAttributes.SYSTEM, stream ? SpanAttributes.KINESIS : SpanAttributes.SQS)
                .setAttribute(SpanAttributes.OPERATION, "process").setAttribute(SpanAttributes.OPERATION_TYPE, "process")
                .setAttribute(SpanAttributes.DESTINATION, context.source().name())
                .setAttribute(SpanAttributes.MESSAGE_ID, context.id())
                .setAttribute(SpanAttributes.CONVERSATION_ID, context.correlationId())
                .setAttribute(SpanAttributes.FUNCTION, invocations.function())
                .setAttribute(SpanAttributes.HANDLER, handler).setAttribute(SpanAttributes.TYPE, context.type())
                .setAttribute(SpanAttributes.ATTEMPT, (long) context.attempt())
                .setAttribute(SpanAttributes.ARRIVAL, context.arrival().toString())
                .setAttribute(SpanAttributes.DEADLINE, context.deadline().toString());
        if (!context.correlation().causationId().isEmpty()) {
            span.setAttribute(SpanAttributes.CAUSATION_ID, context.correlation().causationId());
        }
    }

    private record AttemptSpan(Span span, Scope scope) implements Observation {

        @Override
        public TraceContext trace() {
            return TraceContexts.of(span.getSpanContext());
        }

        @Override
        public void end(@Nullable Throwable failure) {
            scope.close();
            if (failure != null && span.isRecording()) {
                Failure told = Failure.of(failure);
                span.setStatus(StatusCode.ERROR).setAttribute(SpanAttributes.ERROR_TYPE, told.exception());
                span.addEvent("exception", Attributes.of(SpanAttributes.EXCEPTION_TYPE, told.exception(),
                        SpanAttributes.FINGERPRINT, told.fingerprint()));
            }
            span.end();
        }
    }
}
