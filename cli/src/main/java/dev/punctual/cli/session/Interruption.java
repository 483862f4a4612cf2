package dev.punctual.cli.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, and a polite request to end: the command's thread is interrupted, and given a few seconds to let go. */
public final class Interruption {

    private static final long SECONDS = 8;

    private final Thread worker;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;

    /** Of a command that runs on a thread. */
    public Interruption(Thread worker) {
        this.worker = worker;
    }

    /** Of this process, whose command runs on the calling thread. */
    public static Interruption ofThisProcess() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::request, "punctual-interruption"));
        return interruption;
    }

    /** Asks the command to stop, and waits for that. */
    void request() {
        if (finished.getCount() == 0) {
            return;
        }
        requested = true;
        worker.interrupt();
        try {
            if (!finished.await(SECONDS, TimeUnit.SECONDS)) {
                System.err.println("punctual: stopped while it held letters; others see them when its hold ends (--hold)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the command is asked to stop. */
    public boolean requested() {
        return requested;
    }

    /** The command has let go of everything. */
    public void finished() {
        finished.countDown();
    }
}
