package dev.punctual.testkit.simulation.history;

/** Where the ledger says an event stands for one handler. */
public enum EntryState {
    /** Nobody has it. */
    FREE,
    /** An owner has it. */
    IN_PROGRESS,
    /** It waits in the retry queue. */
    PARKED,
    /** Its handler returned. */
    HANDLED,
    /** A later event of its key was handled before it. */
    SUPERSEDED,
    /** It was given up. */
    DEAD;

    /** Whether nothing may follow. */
    boolean isTerminal() {
        return this == HANDLED || this == SUPERSEDED || this == DEAD;
    }
}
