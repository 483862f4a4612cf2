package dev.punctual.testkit.fiber;

/** What fibers work for, such as a process; once it is gone, they unwind. */
@FunctionalInterface
public interface FiberOwner {

    /** Whether its fibers go on; never true again after it was false. */
    boolean isAlive();
}
