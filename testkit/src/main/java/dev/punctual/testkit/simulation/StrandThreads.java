package dev.punctual.testkit.simulation;

/**
 * Makes the threads that strands live on, and says how the thread that drives a run waits while one of them has its turn.
 */
interface StrandThreads {

    /** A thread that is yet to be started. */
    Thread create(Runnable body);

    /** Lets other threads of the run go on; may return at any time. Called by the driving thread. */
    void letOthersRun();

    /** Waits for the end of a thread that is about to end. Called by the driving thread. */
    void join(Thread thread);

    /** Virtual threads that the driving thread carries itself, where the JVM lets us have them, else platform threads. */
    static StrandThreads fastest() {
        return CarriedThreads.ifAvailable().orElseGet(PlatformThreads::new);
    }
}
