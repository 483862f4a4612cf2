package dev.punctual.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.punctual.deadletter.OperationReport;

/** Counts what an operation does, and tells of it from time to time; safe for use by several threads. */
final class Tally {

    private static final int FAILURES_KEPT = 20;
    private static final Duration EVERY = Duration.ofMillis(100);

    private final Consumer<OperationReport> progress;
    private final InstantSource clock;
    private final List<String> failures = new ArrayList<>();
    private Instant nextTelling = Instant.MIN;
    private long seen;
    private long done;
    private long quarantined;
    private long failed;

    Tally(Consumer<OperationReport> progress, InstantSource clock) {
        this.progress = progress;
        this.clock = clock;
    }

    synchronized void saw(int letters) {
        seen += letters;
    }

    synchronized void did(int letters) {
        done += letters;
    }

    synchronized void quarantined() {
        quarantined++;
    }

    synchronized void failed(String why) {
        failed++;
        if (failures.size() < FAILURES_KEPT) {
            failures.add(why);
        }
    }

    /** Says something that is no letter's failure. */
    synchronized void note(String what) {
        if (failures.size() < FAILURES_KEPT) {
            failures.add(what);
        }
    }

    /** Tells, unless it has told just before. */
    void tell() {
        OperationReport report;
        synchronized (this) {
            Instant now = clock.instant();
            if (now.isBefore(nextTelling)) {
                return;
            }
            nextTelling = now.plus(EVERY);
            report = report(false);
        }
        progress.accept(report);
    }

    synchronized OperationReport report(boolean complete) {
        return new OperationReport(seen, done, quarantined, failed, failures, complete);
    }
}
