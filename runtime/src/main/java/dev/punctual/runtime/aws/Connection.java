package dev.punctual.runtime.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** A client of AWS, made on first need; credentials come from the environment. Safe for use by several threads. */
public final class Connection<C extends SdkClient> implements AutoCloseable {

    private final Supplier<C> maker;
    private @Nullable C client;

    private Connection(Supplier<C> maker) {
        this.maker = maker;
    }

    /**
     * How a service is called.
     *
     * @param endpoint where it is, if not where its region says
     * @param region its region, if not that of the environment
     * @param timeout what a call takes at most, all its attempts included
     * @param attempts how often a call is tried, at least 1
     */
    public record Settings(Optional<URI> endpoint, Optional<String> region, Duration timeout, int attempts) {
    }

    /** A connection whose client a builder makes. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> Connection<C> to(
            Supplier<B> builder, Settings settings) {
        return new Connection<>(() -> {
            B made = builder.get().httpClientBuilder(UrlConnectionHttpClient.builder())
                    .overrideConfiguration(calls -> calls.apiCallTimeout(settings.timeout()).retryStrategy(RetryMode.STANDARD)
                            .retryStrategy(retries -> retries.maxAttempts(settings.attempts())));
            settings.endpoint().ifPresent(made::endpointOverride);
            settings.region().map(Region::of).ifPresent(made::region);
            return made.build();
        });
    }

    /** The client. */
    public synchronized C client() {
        C made = client;
        if (made == null) {
            made = maker.get();
            client = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}
