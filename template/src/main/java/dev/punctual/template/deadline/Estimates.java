package dev.punctual.template.deadline;

import java.time.Duration;

import dev.punctual.deadline.Costs;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Timing;
import dev.punctual.template.settings.FunctionSettings;
import dev.punctual.template.settings.Settings;

/** What is assumed where nothing is configured; {@code docs/deadlines.md} has the table and says where it comes from. */
final class Estimates {

    /** How often Lambda reads a shard: "about once a second", says its developer guide. */
    static final Duration POLL = Duration.ofSeconds(1);
    /** What it takes to see a message of a queue that feeds handlers: long polls wait for it all the time. */
    static final Duration LONG_POLL = Duration.ofMillis(100);
    /** C, where it is learned. */
    static final Duration ATTEMPT = Duration.ofMillis(50);
    /** How long a mapping waits before it delivers a batch again that failed; AWS does not say, our model doubles 0.5 s. */
    static final Duration REDELIVERY = Duration.ofSeconds(1);
    /** The most that this doubles to, with each failure in a row, in our model. */
    static final Duration LONGEST_REDELIVERY = Duration.ofMinutes(1);
    /** What the engine's threads take to wake up: it plans with so much more than C after a failed attempt. */
    static final Duration WAKE_UP = Duration.ofMillis(20);
    /** After so many failures in a row the engine leaves a handler alone for a while. */
    static final int FAILURES_IN_A_ROW = 20;

    private static final int MEMORY_PER_CORE = 1_769;
    private static final int HANDLERS_PER_CORE = 4;

    private Estimates() {
    }

    static Duration attempt(Timing timing) {
        return timing.attemptCost().orElse(ATTEMPT);
    }

    static Costs costs(Timing timing) {
        return new Costs(attempt(timing), timing.guard(), timing.queueLatency());
    }

    static Duration coldStart(Settings settings, FunctionRole role) {
        FunctionSettings function = settings.function(role);
        return function.coldStart().orElseGet(() -> ColdStarts.of(settings.packaging(), function.memory()));
    }

    /** How many handlers of a batch run at once: as configured, else four for each core that the function's memory brings. */
    static int concurrency(Timing timing, FunctionSettings function) {
        int cores = (function.memory() + MEMORY_PER_CORE - 1) / MEMORY_PER_CORE;
        return timing.concurrency().orElse(HANDLERS_PER_CORE * cores);
    }
}
