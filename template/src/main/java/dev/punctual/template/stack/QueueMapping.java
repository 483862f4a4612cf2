package dev.punctual.template.stack;

import java.util.Optional;

import dev.punctual.template.application.FunctionRole;

/**
 * The event source mapping from a queue to a function.
 *
 * @param queue the queue
 * @param role the function
 * @param batchSize 1 to 10 messages
 * @param maximumConcurrency 2 to 1,000 batches at a time, or as many as the account has
 */
public record QueueMapping(Queue queue, FunctionRole role, int batchSize, Optional<Integer> maximumConcurrency) {

    /** The id of the resource, such as {@code OrdersRetryQueueMapping}. */
    public String id() {
        return queue.id() + "Mapping";
    }
}
