package dev.punctual.template.stack;

import java.time.Duration;
import java.util.Optional;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;

/**
 * An SQS queue.
 *
 * @param source what feeds handlers: the queue itself, or that beside which it is
 * @param purpose what it is for
 * @param arn the ARN of the queue where the template does not make it
 * @param visibilityTimeout how long a message is hidden while a function has it
 * @param retention how long it keeps messages: 60 s to 14 days
 * @param redrive where messages go that were received in vain; empty for dead-letter queues
 */
public record Queue(Source source, QueuePurpose purpose, Optional<String> arn, Duration visibilityTimeout, Duration retention,
        Optional<Redrive> redrive) {

    /** The longest that SQS keeps messages: 14 days. */
    public static final Duration LONGEST_RETENTION = Duration.ofDays(14);

    /**
     * Where messages go that were received in vain.
     *
     * @param purpose the queue beside the same source
     * @param maxReceiveCount how often they are received before
     */
    public record Redrive(QueuePurpose purpose, int maxReceiveCount) {
    }

    /** The id of the resource, such as {@code OrdersRetryQueue}. */
    public String id() {
        return id(source, purpose);
    }

    /** The id of a queue beside a source, or of the source itself. */
    static String id(Source source, QueuePurpose purpose) {
        return LogicalIds.of(source.name()) + purpose.logicalId() + "Queue";
    }

    /** The queues whose messages may be redriven to this one, by their purpose. */
    public Optional<QueuePurpose> redrivenFrom() {
        return switch (purpose) {
            case SOURCE, RETRY -> Optional.empty();
            case ON_FAILURE -> Optional.of(source.isStream() ? QueuePurpose.RETRY : QueuePurpose.SOURCE);
            case DEAD_LETTER -> Optional.of(QueuePurpose.ON_FAILURE);
        };
    }

    /** The function that it feeds; empty for dead-letter queues. */
    public Optional<FunctionRole> feeds() {
        return switch (purpose) {
            case SOURCE -> Optional.of(FunctionRole.STREAM);
            case RETRY -> Optional.of(FunctionRole.RETRY);
            case ON_FAILURE -> Optional.of(FunctionRole.DEAD_LETTER);
            case DEAD_LETTER -> Optional.empty();
        };
    }
}
