package dev.punctual.samples.food.order;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;

/** The client of Kinesis, made on first need; region and credentials come from Lambda's environment. */
class KinesisClients {

    @Produces
    @ApplicationScoped
    KinesisClient kinesis(@ConfigProperty(name = "kinesis.endpoint-override") Optional<URI> endpoint) {
        KinesisClientBuilder builder = KinesisClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(timeouts -> timeouts.apiCallAttemptTimeout(Duration.ofSeconds(1))
                        .apiCallTimeout(Duration.ofSeconds(2)));
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    void close(@Disposes KinesisClient client) {
        client.close();
    }
}
