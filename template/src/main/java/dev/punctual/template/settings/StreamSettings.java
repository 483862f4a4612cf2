package dev.punctual.template.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * A stream, and how its events reach the function. Values out of AWS's ranges are refused when the deployment is designed.
 *
 * @param arn the stream's ARN where it exists already; unset, the template makes it
 * @param mode how its capacity is billed
 * @param shards how many it has, at least 1; provisioned streams only
 * @param retention how long it keeps records: 24 to 8,760 whole hours
 * @param batchSize 1 to 10,000 records; unset, 100
 * @param batchingWindow 0 to 300 whole seconds; unset, a twentieth of the shortest budget
 * @param parallelizationFactor 1 to 10 batches of one shard at a time
 * @param maximumRetryAttempts 0 to 10,000 further deliveries of a batch whose function failed as a whole
 * @param maximumRecordAge 60 s to 7 days; unset, an hour, or twice the longest budget if that is more
 * @param onFailureBucket whether Lambda keeps what it gives up on in the bucket, bytes included, instead of telling the
 *        on-failure queue where it was
 */
public record StreamSettings(Optional<String> arn, StreamMode mode, int shards, Duration retention,
        Optional<Integer> batchSize, Optional<Duration> batchingWindow, int parallelizationFactor, int maximumRetryAttempts,
        Optional<Duration> maximumRecordAge, boolean onFailureBucket) {

    /** One provisioned shard that keeps records for a day. */
    public static final StreamSettings DEFAULT = new StreamSettings(Optional.empty(), StreamMode.PROVISIONED, 1,
            Duration.ofHours(24), Optional.empty(), Optional.empty(), 1, 10, Optional.empty(), false);
}
