package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What the lanes of a mapping have in common. */
record LaneContext(StreamMappingSettings settings, GuardedScheduler scheduler, StreamRetryRules rules, Invoker invoker,
        DiscardDestination destination, Tally tally, BooleanSupplier running, Supplier<Duration> retention) {

    Instant now() {
        return scheduler.instant();
    }

    boolean isRunning() {
        return running.getAsBoolean();
    }

    /** The maximum age, at most what the stream keeps. */
    Duration maximumAge() {
        var kept = retention.get();
        return settings.maximumRecordAge().filter(age -> age.compareTo(kept) < 0).orElse(kept);
    }
}
