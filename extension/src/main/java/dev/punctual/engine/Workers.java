package dev.punctual.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that make a batch's attempts: each takes what is ready until nothing is, and ends; it never waits. Safe for
 * use by several threads.
 */
final class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);

    private final Executor executor;
    private final Supplier<@Nullable Delivery> source;
    private final Consumer<Delivery> work;
    private final Runnable left;

    // Guarded by this.
    private final Map<Thread, Delivery> busy = new HashMap<>();
    // How many there can be: fewer than configured where no more threads can be had.
    private int places;
    private int active;
    private boolean cut;

    /**
     * @param source what is ready, or null
     * @param work makes an attempt, and throws nothing
     * @param left told when a worker has ended
     */
    Workers(Executor executor, int places, Supplier<@Nullable Delivery> source, Consumer<Delivery> work, Runnable left) {
        this.executor = executor;
        this.places = places;
        this.source = source;
        this.work = work;
        this.left = left;
    }

    synchronized int free() {
        return places - active;
    }

    synchronized boolean areIdle() {
        return active == 0;
    }

    /** Whether an attempt is under way. */
    synchronized boolean areBusy() {
        return !busy.isEmpty();
    }

    synchronized boolean canBeHad() {
        return places > 0;
    }

    void start(int starting) {
        synchronized (this) {
            active += starting;
        }
        for (int i = 0; i < starting; i++) {
            if (!run(executor, this::run, "for a handler")) {
                notStarted(i, starting - i);
                return;
            }
        }
    }

    /** An executor may be closed, or memory may not do for another thread; what is there goes on. */
    static boolean run(Executor executor, Runnable task, String purpose) {
        try {
            executor.execute(task);
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            LOG.errorf(e, "No thread could be had %s", purpose);
            return false;
        }
    }

    private synchronized void notStarted(int started, int missing) {
        active -= missing;
        // Those that were started may have ended by now.
        places = Math.max(active, Math.min(started, 1));
    }

    private void run() {
        try {
            for (Delivery delivery = next(); delivery != null; delivery = next()) {
                work.accept(delivery);
            }
        } finally {
            leave();
            left.run();
        }
    }

    private synchronized @Nullable Delivery next() {
        Delivery next = cut ? null : source.get();
        if (next != null) {
            busy.put(Thread.currentThread(), next);
        }
        return next;
    }

    private synchronized void leave() {
        busy.remove(Thread.currentThread());
        // A cut may have interrupted this thread in its last call; the executor's next task must not feel it.
        if (cut && Thread.interrupted()) {
            LOG.debug("A handler ended after its invocation had been answered");
        }
        active--;
    }

    /** Interrupts the attempts under way; none begins any more. */
    synchronized void cut() {
        cut = true;
        busy.forEach((thread, delivery) -> {
            if (!delivery.finished) {
                thread.interrupt();
            }
        });
    }
}
