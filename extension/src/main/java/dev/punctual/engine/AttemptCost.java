package dev.punctual.engine;

import java.time.Duration;
import java.util.Optional;

import dev.punctual.deadline.Durations;

/**
 * C, what an attempt of one handler takes: configured, else the 99th percentile of the latest attempts; safe for use by
 * several threads.
 *
 * <p>
 * A learned cost is never more than half the handler's budget, nor half of what the invocation had when it began.
 * Otherwise a slow spell could teach the engine that no attempt fits; it would make none, and never learn that the spell
 * is over.
 */
final class AttemptCost {

    private static final int WINDOW = 128;
    private static final int REFRESH = 16;
    /** Of so many attempts, the longest one is the 99th percentile; of more, up to the window, the second longest. */
    private static final int LONGEST_COUNTS = 100;

    private final Optional<Duration> configured;
    private final Duration ceiling;
    private final long[] latestNanos = new long[WINDOW];
    private long count;
    private volatile Duration estimate = Duration.ZERO;

    AttemptCost(Optional<Duration> configured, Duration budget) {
        this.configured = configured;
        this.ceiling = Durations.part(budget, 2);
    }

    Duration expected() {
        return configured.orElse(estimate);
    }

    /**
     * C in an invocation.
     *
     * @param halfOfInvocation half of what it had when it began
     */
    Duration expectedWithin(Duration halfOfInvocation) {
        return configured.isPresent() ? configured.get() : Durations.min(estimate, halfOfInvocation);
    }

    void learn(Duration took) {
        if (configured.isEmpty()) {
            // A clock that is set back must not teach that attempts take less than nothing.
            add(Math.max(0, took.toNanos()));
        }
    }

    private synchronized void add(long nanos) {
        latestNanos[(int) (count++ % WINDOW)] = nanos;
        // The first attempts count at once; after that, looking now and then is enough.
        if (count <= REFRESH || count % REFRESH == 0) {
            estimate = Durations.min(ceiling, Duration.ofNanos(percentile99()));
        }
    }

    private long percentile99() {
        int known = (int) Math.min(count, WINDOW);
        long longest = 0;
        long second = 0;
        for (int i = 0; i < known; i++) {
            long nanos = latestNanos[i];
            if (nanos > longest) {
                second = longest;
                longest = nanos;
            } else if (nanos > second) {
                second = nanos;
            }
        }
        return known <= LONGEST_COUNTS ? longest : second;
    }
}
