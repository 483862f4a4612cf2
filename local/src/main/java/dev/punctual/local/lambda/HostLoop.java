package dev.punctual.local.lambda;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

import org.jboss.logging.Logger;

/** The one thread that a host's state is confined to: each event is a short task, run after the one before. */
final class HostLoop implements Executor {

    private static final Logger LOG = Logger.getLogger(HostLoop.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var loop = new Thread(task, "punctual-lambda-host");
        loop.setDaemon(true);
        return loop;
    });

    /** Runs a task, or drops it if the host is closed: then no state is left that it could concern. */
    @Override
    public void execute(Runnable task) {
        if (!offer(task)) {
            LOG.debug("An event of a host that was closed was dropped");
        }
    }

    /** Runs a task; false if the host is closed. */
    boolean offer(Runnable task) {
        try {
            thread.execute(() -> run(task));
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** Runs what was offered so far, and nothing more. */
    void stop() {
        thread.shutdown();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException defect) {
            LOG.error("An event of the Lambda host was not handled", defect);
        }
    }
}
