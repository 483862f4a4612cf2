package dev.punctual.local.wire;

/** The shape of a request that says what it is about, so that latency can be ordered for it. */
public interface Addressed {

    /** The name of the stream or queue; empty when the request is about none, or says so in a way that is refused later. */
    String resource();

    /** How many entries a batch has; 0 for operations that take none. */
    default int entryCount() {
        return 0;
    }
}
