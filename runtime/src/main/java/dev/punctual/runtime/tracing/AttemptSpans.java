package dev.punctual.runtime.tracing;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.deadletter.Failure;
import dev.punctual.event.EventSource;
import dev.punctual.event.TraceContext;
import dev.punctual.spi.AttemptObserver;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * A span for each attempt, in the trace of its event: below the span that published the event, or, where that is not known,
 * below the attempt before. It is linked to the attempt before and to the invocation. Exceptions' messages are left out, since
 * they may quote payloads.
 */
final class AttemptSpans implements AttemptObserver {

    private final Tracer tracer;
    private final Supplier<SpanContext> invocation;

    /**
     * @param invocation the span of the invocation at hand
     */
    AttemptSpans(Tracer tracer, Supplier<SpanContext> invocation) {
        this.tracer = tracer;
        this.invocation = invocation;
    }

    // The observation closes the scope, in the same thread.
    @SuppressWarnings("MustBeClosedChecker")
    @Override
    public Observation begin(String handler, EventContext context, TraceContext before) {
        SpanContext own = TraceContexts.of(context.correlation().trace());
        SpanContext earlier = TraceContexts.of(before);
        SpanContext parent = own.isValid() ? own : earlier;
        SpanBuilder builder = tracer.spanBuilder("process " + context.source().name()).setSpanKind(SpanKind.CONSUMER)
                .setParent(Context.root().with(Span.wrap(parent)));
        if (earlier.isValid()) {
            builder.addLink(earlier);
        }
        SpanContext batch = invocation.get();
        if (batch.isValid()) {
            builder.addLink(batch);
        }
        Span span = builder.startSpan();
        if (span.isRecording()) {
            describe(span, handler, context);
        }
        return new AttemptSpan(span, span.makeCurrent());
    }

    private static void describe(Span span, String handler, EventContext context) {
        boolean stream = context.source().kind() == EventSource.Kind.STREAM;
        span.setAttribute(SpanAttributes.SYSTEM, stream ? SpanAttributes.KINESIS : SpanAttributes.SQS)
                .setAttribute(SpanAttributes.OPERATION, "process").setAttribute(SpanAttributes.OPERATION_TYPE, "process")
                .setAttribute(SpanAttributes.DESTINATION, context.source().name())
                .setAttribute(SpanAttributes.MESSAGE_ID, context.id())
                .setAttribute(SpanAttributes.CONVERSATION_ID, context.correlationId())
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
