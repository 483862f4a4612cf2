package dev.punctual.template.stack;

import java.time.Duration;

/**
 * The event source mapping from a stream to the stream function.
 *
 * @param stream the stream
 * @param batchSize 1 to 10,000 records
 * @param batchingWindow 0 to 300 whole seconds
 * @param parallelizationFactor 1 to 10 batches of one shard at a time
 * @param maximumRetryAttempts 0 to 10,000
 * @param maximumRecordAge 60 to 604,800 whole seconds
 */
public record StreamMapping(Stream stream, int batchSize, Duration batchingWindow, int parallelizationFactor,
        int maximumRetryAttempts, Duration maximumRecordAge) {

    /** The id of the resource, such as {@code OrdersStreamMapping}. */
    public String id() {
        return stream.id() + "Mapping";
    }
}
