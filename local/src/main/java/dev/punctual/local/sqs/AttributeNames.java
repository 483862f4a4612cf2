package dev.punctual.local.sqs;

import java.util.List;
import java.util.Set;

/** Which attributes a request asks for. */
final class AttributeNames {

    private static final Set<String> OF_QUEUES = Set.of("All", "Policy", "VisibilityTimeout", "MaximumMessageSize",
            "MessageRetentionPeriod", "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible",
            "CreatedTimestamp",
            "LastModifiedTimestamp", "QueueArn", "ApproximateNumberOfMessagesDelayed", "DelaySeconds",
            "ReceiveMessageWaitTimeSeconds", "RedrivePolicy", "FifoQueue", "ContentBasedDeduplication", "KmsMasterKeyId",
            "KmsDataKeyReusePeriodSeconds", "DeduplicationScope", "FifoThroughputLimit", "RedriveAllowPolicy",
            "SqsManagedSseEnabled");

    private AttributeNames() {
    }

    /** Whether SQS has such an attribute of queues. */
    static boolean isKnown(String name) {
        return OF_QUEUES.contains(name);
    }

    /**
     * Whether one of the names asks for a message attribute; {@code All}, {@code .*} and prefixes such as {@code trace.*} do
     * for several.
     */
    static boolean match(List<String> wanted, String attribute) {
        return wanted.stream().anyMatch(name -> name.equals("All") || name.equals(attribute)
                || name.endsWith(".*") && attribute.startsWith(name.substring(0, name.length() - 2)));
    }
}
