package dev.punctual.testkit.simulation;

/** Unwinds the threads of a process that is gone; not an exception, so that no code under test takes it for one of its own. */
final class ProcessKilled extends Error {

    private static final long serialVersionUID = 1L;

    ProcessKilled() {
        super("the simulated process was killed", null, false, false);
    }
}
