package dev.punctual.runtime.tracing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.punctual.event.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

/** Places in traces, as events carry them and as OpenTelemetry knows them. */
final class TraceContexts {

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String TRACEPARENT = "traceparent";
    private static final String TRACESTATE = "tracestate";
    private static final TextMapGetter<TraceContext> GETTER = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(TraceContext trace) {
            return List.of(TRACEPARENT, TRACESTATE);
        }

        @Override
        public @Nullable String get(@Nullable TraceContext trace, String key) {
            if (trace == null) {
                return null;
            }
            String value = key.equals(TRACEPARENT) ? trace.traceparent() : trace.tracestate();
            return value.isEmpty() ? null : value;
        }
    };

    private TraceContexts() {
    }

    /** The place as OpenTelemetry knows it; an invalid one where there is none. */
    static SpanContext of(TraceContext trace) {
        if (trace.isNone()) {
            return SpanContext.getInvalid();
        }
        // What tracing systems say besides is rare, and its form is the propagator's.
        return trace.tracestate().isEmpty()
                ? SpanContext.createFromRemoteParent(trace.traceId(), trace.parentId(), TraceFlags.fromHex(trace.flags(), 0),
                        TraceState.getDefault())
                : Span.fromContext(W3C.extract(Context.root(), trace, GETTER)).getSpanContext();
    }

    /** The place as events carry it. */
    static TraceContext of(SpanContext span) {
        if (!span.isValid()) {
            return TraceContext.NONE;
        }
        if (span.getTraceState().isEmpty()) {
            return new TraceContext("00-" + span.getTraceId() + '-' + span.getSpanId() + '-' + span.getTraceFlags().asHex(),
                    "");
        }
        String[] headers = { "", "" };
        W3C.inject(Context.root().with(Span.wrap(span)), headers, (into, key, value) -> {
            if (into != null) {
                into[key.equals(TRACEPARENT) ? 0 : 1] = value;
            }
        });
        return new TraceContext(headers[0], headers[1]);
    }
}
