package dev.punctual.testkit.fiber;

/**
 * Unwinds the fibers of an owner that is gone; not an exception, so that code under test does not take it for one of its own.
 */
public final class OwnerGoneError extends Error {

    private static final long serialVersionUID = 1L;

    public OwnerGoneError() {
        super("the process that this thread belonged to has ended", null, false, false);
    }
}
