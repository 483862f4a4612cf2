package dev.punctual.wire.sqs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import software.amazon.awssdk.services.sqs.SqsClient;

/** The URLs of queues: configured ones, else asked for by name once; safe for use by several threads. */
public final class QueueUrls {

    private final Supplier<SqsClient> client;
    private final Map<String, String> asked = new ConcurrentHashMap<>();

    /**
     * @param client called on first need
     */
    public QueueUrls(Supplier<SqsClient> client) {
        this.client = client;
    }

    /**
     * The URL of a queue.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if it must be asked for, and SQS does not tell
     */
    public String of(QueueAddress queue) {
        return queue.url().orElseGet(() -> asked.computeIfAbsent(queue.name(),
                name -> client.get().getQueueUrl(request -> request.queueName(name)).queueUrl()));
    }
}
