package dev.punctual.local.lambda;

import java.util.concurrent.atomic.AtomicLong;

/** Counts for {@link FunctionCounters}; written by the host's loop, read by anyone. */
final class Tally {

    final AtomicLong invocations = new AtomicLong();
    final AtomicLong coldStarts = new AtomicLong();
    final AtomicLong timeouts = new AtomicLong();
    final AtomicLong crashes = new AtomicLong();
    final AtomicLong throttles = new AtomicLong();

    FunctionCounters read() {
        return new FunctionCounters(invocations.get(), coldStarts.get(), timeouts.get(), crashes.get(), throttles.get());
    }
}
