package dev.punctual.template.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * A queue that feeds handlers, or the queues beside a source, and how their messages reach the functions. Values out of AWS's
 * ranges are refused when the deployment is designed.
 *
 * @param arn the ARN of the queue that feeds handlers where it exists already; unset, the template makes it
 * @param visibilityTimeout how long a message is hidden while a function has it: 0 to 12 h, at least six times the timeout of
 *        the function, which it is when unset
 * @param maxReceiveCount how often a message is received before it is given up, at least 5: throttled functions count, too
 * @param batchSize 1 to 10 messages
 * @param maximumConcurrency 2 to 1,000 batches at a time; unset, 10 of a retry queue, 2 of an on-failure queue, and as many
 *        of a queue that feeds handlers as the account has
 */
public record QueueSettings(Optional<String> arn, Optional<Duration> visibilityTimeout, int maxReceiveCount, int batchSize,
        Optional<Integer> maximumConcurrency) {

    /** What AWS advises. */
    public static final QueueSettings DEFAULT = new QueueSettings(Optional.empty(), Optional.empty(), 5, 10, Optional.empty());
}
