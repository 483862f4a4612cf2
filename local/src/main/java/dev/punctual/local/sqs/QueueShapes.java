package dev.punctual.local.sqs;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.punctual.local.wire.Addressed;

/** The requests and responses of the operations on queues. */
final class QueueShapes {

    private QueueShapes() {
    }

    /** The request of CreateQueue and GetQueueUrl. */
    record Named(@Nullable String queueName, @Nullable Map<String, @Nullable String> attributes) implements Addressed {

        @Override
        public String resource() {
            return queueName == null ? "" : queueName;
        }
    }

    record ListQueues(@Nullable String queueNamePrefix, @Nullable Integer maxResults, @Nullable String nextToken)
            implements
                Addressed {

        @Override
        public String resource() {
            return "";
        }
    }

    /** The request of DeleteQueue and PurgeQueue. */
    record Addressee(@Nullable String queueUrl) implements OnQueue {
    }

    record GetAttributes(@Nullable String queueUrl, @Nullable List<String> attributeNames) implements OnQueue {
    }

    record SetAttributes(@Nullable String queueUrl, @Nullable Map<String, @Nullable String> attributes) implements OnQueue {
    }

    record Url(String queueUrl) {
    }

    record Urls(List<String> queueUrls, @Nullable String nextToken) {
    }

    record ListSources(@Nullable String queueUrl, @Nullable Integer maxResults, @Nullable String nextToken)
            implements
                OnQueue {
    }

    /** SQS spells the member in lower case here, and only here. */
    record Sources(@JsonProperty("queueUrls") List<String> urls, @Nullable String nextToken) {
    }

    record Attributes(@Nullable Map<String, String> attributes) {
    }
}
