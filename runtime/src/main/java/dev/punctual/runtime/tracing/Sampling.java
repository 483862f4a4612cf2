package dev.punctual.runtime.tracing;

import dev.punctual.event.TraceContext;
import io.opentelemetry.api.trace.TraceFlags;

/**
 * Tells of some spans, before they are made, that their sampler will leave them out. Only of samplers that decide by what the
 * parent says, or not at all, can that be told without asking them; asking twice would count twice with those that draw lots
 * or ration.
 *
 * @param always no span is recorded
 * @param roots no span without a parent is recorded
 * @param below no span is recorded below one that is not
 */
record Sampling(boolean always, boolean roots, boolean below) {

    private static final String OFF = "AlwaysOffSampler";
    private static final String BY_PARENT = "ParentBased{root:";

    /** That of a sampler of which nothing is known. */
    static final Sampling UNKNOWN = new Sampling(false, false, false);

    /**
     * @param sampler what the sampler says of itself; one of OpenTelemetry's own, or a wrapper that says the same, or nothing
     *        is
     *        known of it
     */
    static Sampling of(String sampler) {
        if (sampler.equals(OFF)) {
            return new Sampling(true, true, true);
        }
        return sampler.startsWith(BY_PARENT)
                ? new Sampling(false, sampler.startsWith(BY_PARENT + OFF), sampler.contains("remoteParentNotSampled:" + OFF))
                : UNKNOWN;
    }

    /**
     * Whether a span is left out for certain.
     *
     * @param parent what it is below, elsewhere, or {@link TraceContext#NONE}
     */
    boolean leavesOut(TraceContext parent) {
        return always || (parent.isNone() ? roots : below && !isSampled(parent));
    }

    /** Whether the trace is recorded there. */
    static boolean isSampled(TraceContext place) {
        return !place.isNone() && TraceFlags.fromHex(place.flags(), 0).isSampled();
    }
}
