package dev.punctual.cli.access;

import dev.punctual.spi.LetterStoreException;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Makes clients of SQS that start fast: with the JDK's HTTP client, named, so that nothing is searched for. */
final class SqsClients {

    private SqsClients() {
    }

    static SqsClient open(Place place) {
        try {
            DefaultCredentialsProvider.Builder credentials = DefaultCredentialsProvider.builder();
            place.profile().ifPresent(credentials::profileName);
            SqsClientBuilder builder = SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder())
                    .credentialsProvider(credentials.build());
            place.profile().ifPresent(name -> builder.overrideConfiguration(config -> config.defaultProfileName(name)));
            place.region().map(Region::of).ifPresent(builder::region);
            place.endpoint().ifPresent(builder::endpointOverride);
            return builder.build();
        } catch (SdkClientException e) {
            throw new LetterStoreException("There is no way to SQS: " + e.getMessage()
                    + ". Name a region with --region, and a profile with --profile", e);
        }
    }
}
