package dev.punctual.runtime.priming;

import java.util.List;

import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.InvocationListener;

/** A listener of ours that has a twin which does the same work, and whose lines lead nowhere. */
public interface Primable {

    /** A new twin, which shares nothing that anybody can see. */
    Twin twin();

    /**
     * What is told of made-up events in a listener's place.
     *
     * @param events told of events
     * @param invocations told of invocations
     */
    record Twin(List<DispatchListener> events, List<InvocationListener> invocations) {
    }
}
