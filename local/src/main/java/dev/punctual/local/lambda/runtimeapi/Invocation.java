package dev.punctual.local.lambda.runtimeapi;

import java.time.Instant;

/**
 * One event on its way to a runtime.
 *
 * @param requestId Lambda's id of the invocation
 * @param deadline when the function is cut, to the millisecond
 * @param functionArn the function that was invoked
 * @param traceId an X-Ray tracing header
 * @param payload handed over byte for byte
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way: compared by nobody, copied by nobody
public record Invocation(String requestId, Instant deadline, String functionArn, String traceId, byte[] payload) {
}
