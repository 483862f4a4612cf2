package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.util.Optional;

import dev.punctual.testkit.lambda.InvocationResult;

/**
 * How far a mapping has come, at the moment it was asked.
 *
 * @param invocations how often the function was invoked, throttled attempts not counted
 * @param itemsSent records or messages in those invocations, repeated ones counted again
 * @param itemsDone records or messages the mapping is through with because the function handled them
 * @param itemsDiscarded records given up, or messages that went back to their queue
 * @param inFlight invocations that run or wait to be repeated
 * @param buffered records or messages read but not in an invocation, and messages that are handled but not deleted yet
 * @param iteratorAge age of the last record in the last batch when it was sent; zero for queues
 * @param lastResult of the last invocation that ended
 * @param lastError why the source or destination last refused the mapping
 */
public record MappingProgress(long invocations, long itemsSent, long itemsDone, long itemsDiscarded, int inFlight, int buffered,
        Duration iteratorAge, Optional<InvocationResult> lastResult, Optional<String> lastError) {

    /** Whether nothing runs or waits here; what is still in the source is not known. */
    public boolean isIdle() {
        return inFlight == 0 && buffered == 0;
    }
}
