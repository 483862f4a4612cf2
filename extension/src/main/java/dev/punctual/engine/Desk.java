package dev.punctual.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

/**
 * What a batch wants of something slow, a queue or the ledger: one thread at a time asks for it, load by load, so that what
 * hangs or fails late costs one load and not all; safe for use by several threads.
 */
final class Desk<T> {

    private static final Logger LOG = Logger.getLogger(Desk.class);

    private final int loadSize;
    private final Consumer<List<T>> service;

    // Guarded by this.
    private final Deque<T> waiting = new ArrayDeque<>();
    private int inService;
    private boolean served;
    private boolean closed;

    /**
     * @param loadSize the most that is asked for at once
     * @param service asks; told one load after the other
     */
    Desk(int loadSize, Consumer<List<T>> service) {
        this.loadSize = loadSize;
        this.service = service;
    }

    synchronized void add(T request) {
        waiting.add(request);
    }

    /** Whether something waits that nobody serves; the caller, told so, must see to {@link #serve}. */
    synchronized boolean claim() {
        boolean claimed = !served && !closed && !waiting.isEmpty();
        served |= claimed;
        return claimed;
    }

    /** Serves what there is. */
    void serve() {
        for (List<T> load = load(); !load.isEmpty(); load = load()) {
            try {
                service.accept(load);
            } catch (RuntimeException | Error e) {
                // Whatever it was for is not finished, and so returns to its source.
                LOG.error("A load of messages or writes was lost", e);
            }
        }
    }

    private synchronized List<T> load() {
        List<T> load = new ArrayList<>();
        while (!closed && !waiting.isEmpty() && load.size() < loadSize) {
            load.add(waiting.remove());
        }
        served = !load.isEmpty();
        inService = load.size();
        return load;
    }

    /** How much waits or is being asked for. */
    synchronized int pending() {
        return waiting.size() + inService;
    }

    /** Whether there is more to wait for. */
    synchronized boolean isBusy() {
        return served || !closed && !waiting.isEmpty();
    }

    /** Asks for nothing more. */
    synchronized void close() {
        closed = true;
    }
}
