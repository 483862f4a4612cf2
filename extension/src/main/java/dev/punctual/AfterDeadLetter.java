package dev.punctual;

/** What becomes of a key once one of its events is a dead letter. */
public enum AfterDeadLetter {
    /** Not chosen; the build refuses it with {@link Ordering#PER_KEY}. */
    UNDECIDED,
    /** The events behind it are run. */
    RELEASE,
    /** The events behind it become dead letters, too, until the ledger has forgotten the dead one. */
    HALT
}
