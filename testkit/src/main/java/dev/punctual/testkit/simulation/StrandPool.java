package dev.punctual.testkit.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** Strands to be used again, also by the next run; closing it ends their threads. For one run at a time. */
final class StrandPool implements AutoCloseable {

    private final StrandThreads threads;
    private final Deque<Strand> idle = new ArrayDeque<>();

    StrandPool(StrandThreads threads) {
        this.threads = threads;
    }

    /** The seat of the thread that drives the run; for this thread. */
    Seat driver() {
        return new Seat(Thread.currentThread(), threads::letOthersRun);
    }

    Strand take(Turns turns, Execution execution, Runnable task) {
        var strand = idle.poll();
        if (strand == null) {
            strand = new Strand(this, threads);
            strand.seat().thread().start();
        }
        strand.assign(turns, execution, task);
        return strand;
    }

    void giveBack(Strand strand) {
        idle.push(strand);
    }

    /** Ends the threads; strands that still wait in a run that broke off are daemons and end with the machine. */
    @Override
    public void close() {
        idle.forEach(strand -> {
            strand.seat().give();
            threads.join(strand.seat().thread());
        });
        idle.clear();
    }
}
