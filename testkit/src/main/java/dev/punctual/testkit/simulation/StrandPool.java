package dev.punctual.testkit.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** Strands to be used again, also by the next run; closing it ends their threads. For one run at a time. */
final class StrandPool implements AutoCloseable {

    private final Deque<Strand> idle = new ArrayDeque<>();

    Strand take(Execution execution, Runnable task) {
        var strand = idle.poll();
        if (strand == null) {
            strand = new Strand(this);
            strand.start();
        }
        strand.assign(execution, task);
        return strand;
    }

    void giveBack(Strand strand) {
        idle.push(strand);
    }

    /** Ends the threads; strands that still wait in a run are daemons and end with the machine. */
    @Override
    public void close() {
        idle.forEach(Strand::takeTurn);
        idle.clear();
    }
}
