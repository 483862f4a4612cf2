package dev.punctual.template.deadline;

import java.time.Duration;

import dev.punctual.template.settings.Packaging;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Stack;

/**
 * What nobody has configured, and must be assumed: rough figures, on the careful side.
 */
final class Estimates {

    /** How often Lambda reads a shard: "once per second for each shard", Lambda's developer guide. */
    static final Duration POLL = Duration.ofSeconds(1);
    /** How long an attempt takes where {@code quarkus.punctual.attempt-cost} is not set; a function learns it as it runs. */
    static final Duration ATTEMPT = Duration.ofMillis(50);

    private static final Duration NATIVE_START = Duration.ofMillis(400);
    private static final Duration RESTORE = Duration.ofSeconds(1);
    private static final Duration IMAGE_START = Duration.ofMillis(1_500);
    /** Of a JVM that has a whole processor. */
    private static final Duration JVM_START = Duration.ofMillis(2_500);
    /** The memory at which a function has a whole processor: Lambda's developer guide. */
    private static final int WHOLE_PROCESSOR = 1_769;
    /** What {@code quarkus.punctual.concurrency} is by default for each processor. */
    private static final int HANDLERS_PER_PROCESSOR = 4;

    private Estimates() {
    }

    /** How long the start of an environment takes, as configured or assumed. */
    static Duration coldStart(Stack stack, Function function) {
        return function.settings().coldStart().orElseGet(() -> start(stack.settings().packaging(), function));
    }

    private static Duration start(Packaging packaging, Function function) {
        if (packaging instanceof Packaging.NativeZip) {
            return NATIVE_START;
        }
        if (packaging instanceof Packaging.Image) {
            return IMAGE_START;
        }
        boolean restored = ((Packaging.JavaZip) packaging).snapStart();
        int memory = Math.min(function.settings().memory(), WHOLE_PROCESSOR);
        return restored ? RESTORE : Duration.ofMillis(JVM_START.toMillis() * WHOLE_PROCESSOR / memory);
    }

    /** How many handlers of a batch run at once by default. */
    static int concurrency(Function function) {
        return HANDLERS_PER_PROCESSOR * Math.max(1, (function.settings().memory() + WHOLE_PROCESSOR - 1) / WHOLE_PROCESSOR);
    }
}
