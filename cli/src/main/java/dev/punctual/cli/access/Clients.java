package dev.punctual.cli.access;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.punctual.spi.LetterStoreException;
import dev.punctual.wire.sqs.SdkMessages;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Makes clients of AWS that start fast: with the JDK's HTTP client, named, so that nothing is searched for. */
final class Clients implements AutoCloseable {

    private final Place place;
    private final List<SdkClient> open = new ArrayList<>();

    Clients(Place place) {
        this.place = place;
    }

    /**
     * Makes a client.
     *
     * @param service its name, for messages
     */
    synchronized <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> C open(B builder,
            Optional<URI> endpoint, String service) {
        try {
            DefaultCredentialsProvider.Builder credentials = DefaultCredentialsProvider.builder();
            place.profile().ifPresent(credentials::profileName);
            builder.httpClientBuilder(UrlConnectionHttpClient.builder()).credentialsProvider(credentials.build());
            place.profile().ifPresent(name -> builder.overrideConfiguration(config -> config.defaultProfileName(name)));
            place.region().map(Region::of).ifPresent(builder::region);
            endpoint.ifPresent(builder::endpointOverride);
            C client = builder.build();
            open.add(client);
            return client;
        } catch (SdkClientException e) {
            throw new LetterStoreException("There is no way to " + service + ": " + SdkMessages.brief(e)
                    + ". Name a region with --region, and a profile with --profile", e);
        }
    }

    @Override
    public synchronized void close() {
        open.forEach(SdkClient::close);
    }
}
