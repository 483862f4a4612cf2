package dev.punctual.testkit.simulation;

import java.time.Instant;

import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.History;
import dev.punctual.testkit.time.VirtualScheduler;

/** What the parts of a run share. */
record Surrounds(Plan plan, Wiring wiring, VirtualScheduler time, Turns turns, Chaos chaos, QueueService queues,
        LedgerTable ledger, History history) {

    Instant now() {
        return time.instant();
    }

    /** A point at which the running strand's process may be killed; passes only while the process is alive. */
    void boundary(String where) {
        var execution = Strand.current().execution();
        execution.process().checkAlive();
        if (chaos.strikes(FaultKind.KILL)) {
            kill(execution, "Runtime.ExitError", "killed " + where);
            throw new ProcessKilled();
        }
    }

    /** Writes down what is done to the running strand's invocation. */
    void note(String what) {
        history.add(new Happening.Fault(now(), Strand.current().execution().id(), what));
    }

    void kill(Execution execution, String errorType, String what) {
        history.add(new Happening.Fault(now(), execution.id(), what));
        execution.process().die(errorType);
    }
}
