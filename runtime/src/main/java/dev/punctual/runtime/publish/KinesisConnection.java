package dev.punctual.runtime.publish;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.punctual.runtime.config.PublisherConfig;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;

/** The client of Kinesis, made on first need; credentials come from the environment. Safe for use by several threads. */
final class KinesisConnection implements AutoCloseable {

    /** A cold process on little CPU takes seconds for its first call, TLS and credentials included. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(4);

    private final PublisherConfig config;
    private @Nullable KinesisClient client;

    KinesisConnection(PublisherConfig config) {
        this.config = config;
    }

    synchronized KinesisClient client() {
        KinesisClient made = client;
        if (made == null) {
            made = make();
            client = made;
        }
        return made;
    }

    /** What fails is sent again by the publisher, which keeps the order and the time; the client itself tries once. */
    private KinesisClient make() {
        KinesisClientBuilder builder = KinesisClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL_TIMEOUT).retryStrategy(RetryMode.STANDARD)
                        .retryStrategy(retries -> retries.maxAttempts(1)));
        config.endpointOverride().ifPresent(builder::endpointOverride);
        config.region().map(Region::of).ifPresent(builder::region);
        return builder.build();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}
