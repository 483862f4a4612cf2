package dev.punctual.runtime.tracing;

import org.jspecify.annotations.Nullable;

import dev.punctual.event.TraceContext;
import dev.punctual.spi.PublishObserver;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * A span for each published event, from its making until its stream has it: below the span that is current where it is
 * published, an attempt's most of the time.
 */
final class PublishSpans implements PublishObserver {

    private final Tracer tracer;

    PublishSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Publication begin(Outgoing event) {
        Span span = tracer.spanBuilder("send " + event.stream()).setSpanKind(SpanKind.PRODUCER).setParent(parent(event))
                .startSpan();
        if (span.isRecording()) {
            span.setAttribute(SpanAttributes.SYSTEM, SpanAttributes.KINESIS).setAttribute(SpanAttributes.OPERATION, "send")
                    .setAttribute(SpanAttributes.OPERATION_TYPE, "send")
                    .setAttribute(SpanAttributes.DESTINATION, event.stream())
                    .setAttribute(SpanAttributes.MESSAGE_ID, event.id())
                    .setAttribute(SpanAttributes.CONVERSATION_ID, event.correlation().correlationId())
                    .setAttribute(SpanAttributes.TYPE, event.type()).setAttribute(SpanAttributes.HANDLER, event.handler())
                    .setAttribute(SpanAttributes.CAUSATION_ID, event.correlation().causationId());
        }
        return new Sending(span);
    }

    private static Context parent(Outgoing event) {
        SpanContext current = Span.current().getSpanContext();
        return current.isValid() ? Context.current()
                : Context.root().with(Span.wrap(TraceContexts.of(event.correlation().trace())));
    }

    private record Sending(Span span) implements Publication {

        @Override
        public TraceContext trace() {
            return TraceContexts.of(span.getSpanContext());
        }

        @Override
        public void end(@Nullable Throwable failure) {
            if (failure != null) {
                span.setStatus(StatusCode.ERROR).setAttribute(SpanAttributes.ERROR_TYPE, failure.getClass().getName());
            }
            span.end();
        }
    }
}
