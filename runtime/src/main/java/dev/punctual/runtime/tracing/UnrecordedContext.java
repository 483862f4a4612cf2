package dev.punctual.runtime.tracing;

import org.jspecify.annotations.Nullable;

import dev.punctual.event.TraceContext;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.IdGenerator;

/**
 * The place of a span that is not recorded, in the trace of its parent or in one of its own, with the flag for that off: what
 * follows from it is not recorded either. Most are never asked for, so its ids are made when they are. Safe for use by several
 * threads.
 */
final class UnrecordedContext implements SpanContext {

    private static final IdGenerator IDS = IdGenerator.random();

    private final TraceContext parent;
    private volatile @Nullable SpanContext made;

    /**
     * @param parent {@link TraceContext#NONE} where there is none
     */
    UnrecordedContext(TraceContext parent) {
        this.parent = parent;
    }

    private SpanContext made() {
        SpanContext known = made;
        return known == null ? make() : known;
    }

    private synchronized SpanContext make() {
        SpanContext known = made;
        if (known == null) {
            SpanContext above = TraceContexts.of(parent);
            known = SpanContext.create(above.isValid() ? above.getTraceId() : IDS.generateTraceId(), IDS.generateSpanId(),
                    TraceFlags.getDefault(), above.getTraceState());
            made = known;
        }
        return known;
    }

    @Override
    public String getTraceId() {
        return made().getTraceId();
    }

    @Override
    public String getSpanId() {
        return made().getSpanId();
    }

    @Override
    public TraceFlags getTraceFlags() {
        return TraceFlags.getDefault();
    }

    @Override
    public TraceState getTraceState() {
        return parent.tracestate().isEmpty() ? TraceState.getDefault() : made().getTraceState();
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public boolean isRemote() {
        return false;
    }
}
