package dev.punctual.runtime.config;

/** The functions that one artefact holds. */
public enum FunctionRole {
    /** Makes the first attempts: fed by the streams and queues of handlers. */
    STREAM,
    /** Makes the later attempts: fed by retry queues. */
    RETRY,
    /** Completes dead letters: fed by on-failure queues. */
    DEAD_LETTER
}
