package dev.punctual.local.lambda;

import java.time.Duration;
import java.util.function.LongPredicate;

/**
 * A fault to order: kills the process (SIGKILL) that works on certain invocations, if it still does after a while.
 *
 * <p>
 * Such an invocation fails with {@code Runtime.ExitError}, even if its answer is on its way when the fault strikes: what the
 * function did until then is done.
 *
 * @param invocations which ones, by their number since the function was registered, counted from 1; throttled ones do not
 *        count. Called on the host's own thread: it must be quick and must not throw
 * @param after how long after the event was handed over; zero or more
 */
public record EnvironmentFault(LongPredicate invocations, Duration after) {

    /** @throws IllegalArgumentException if the delay is negative */
    public EnvironmentFault {
        if (after.isNegative()) {
            throw new IllegalArgumentException("EnvironmentFault: after was " + after + "; use zero or more.");
        }
    }

    /** Never strikes. */
    public static EnvironmentFault none() {
        return new EnvironmentFault(invocation -> false, Duration.ZERO);
    }

    /** Kills during the n-th invocation, as soon as its event was handed over: hardly any of the function's code runs. */
    public static EnvironmentFault killDuring(long invocation) {
        return killDuring(invocation, Duration.ZERO);
    }

    /** Kills during the n-th invocation, this long after its event was handed over. */
    public static EnvironmentFault killDuring(long invocation, Duration after) {
        return new EnvironmentFault(number -> number == invocation, after);
    }
}
