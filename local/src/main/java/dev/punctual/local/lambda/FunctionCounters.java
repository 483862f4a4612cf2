package dev.punctual.local.lambda;

/**
 * What a function has been through since it was registered.
 *
 * @param invocations accepted ones, throttled ones not among them
 * @param coldStarts environments that were started
 * @param timeouts of initialization and of invocations
 * @param crashes processes that ended without the host wanting it; those that a fault killed are among them
 * @param throttles invocations refused because the concurrency was used up
 */
public record FunctionCounters(long invocations, long coldStarts, long timeouts, long crashes, long throttles) {
}
