package dev.punctual.testkit;

/** A stream or queue, the mapping that reads it, and the function that takes its batches. */
interface Lane {

    VirtualFunction function();

    /** Whether no event is in it. */
    boolean isThrough();
}
