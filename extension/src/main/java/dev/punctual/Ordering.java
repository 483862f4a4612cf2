package dev.punctual;

/** In which order a handler takes the events of a stream. */
public enum Ordering {
    /** In any order: an event may be overtaken while it waits for its next attempt. */
    UNORDERED,
    /**
     * Events of one partition key in their order: while one of them waits in the retry queue, those behind it wait there,
     * too. Keys do not hold up each other. Needs {@link Idempotent}.
     */
    PER_KEY,
    /**
     * Events of one shard in their order: an event is tried again in place only, and holds up its shard until it is
     * handled or a dead letter.
     */
    PER_SHARD
}
