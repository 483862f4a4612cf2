package dev.punctual.local.lambda;

/**
 * An execution environment as it was when it was looked at.
 *
 * @param id the function's name and a number, counted from 1
 * @param pid of its process; 0 until that is started
 * @param state what it does
 * @param invocations events it was handed so far
 */
public record EnvironmentView(String id, long pid, State state, int invocations) {

    /** What an environment does. */
    public enum State {
        /** Its process starts, until it calls for its first event. */
        INITIALIZING,
        /** It waits for an event. */
        IDLE,
        /** It has an event, and has not called for the next one. */
        WORKING,
        /** It was told to end, and its process is not yet gone. */
        ENDING
    }
}
