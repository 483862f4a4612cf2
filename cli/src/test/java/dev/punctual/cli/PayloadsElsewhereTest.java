package dev.punctual.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.LetterData;
import dev.punctual.local.LocalEndpoints;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.envelope.RedriveFormat;
import dev.punctual.wire.kms.KmsDataKeys;
import dev.punctual.wire.payload.ClaimCheck;
import dev.punctual.wire.payload.Payloads;
import dev.punctual.wire.s3.S3ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Letters whose bytes are in a bucket, or encrypted, as an operator meets them. */
class PayloadsElsewhereTest {

    private static final StaticCredentialsProvider CREDENTIALS = StaticCredentialsProvider
            .create(AwsBasicCredentials.create("test", "test"));

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final S3Client s3 = S3Client.builder().endpointOverride(endpoints.s3Uri()).region(Region.US_EAST_1)
            .forcePathStyle(true).httpClientBuilder(UrlConnectionHttpClient.builder()).credentialsProvider(CREDENTIALS).build();
    private final KmsClient kms = KmsClient.builder().endpointOverride(endpoints.kmsUri()).region(Region.US_EAST_1)
            .httpClientBuilder(UrlConnectionHttpClient.builder()).credentialsProvider(CREDENTIALS).build();

    @TempDir
    private Path home;
    private CommandFixture command;

    @BeforeEach
    void open() {
        command = new CommandFixture(home);
        s3.createBucket(request -> request.bucket("claims"));
    }

    @AfterEach
    void close() {
        command.close();
        s3.close();
        kms.close();
        endpoints.close();
    }

    private CommandFixture.Run letters(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--s3-endpoint", endpoints.s3Uri().toString(), "--kms-endpoint", endpoints.kmsUri().toString()));
        return command.letters(all.toArray(String[]::new));
    }

    private void put(DeadLetter letter, boolean encrypted) throws Exception {
        Payloads payloads = new Payloads(
                Optional.of(new KmsDataKeys(() -> kms, Optional.of(endpoints.keys().createKey()))), encrypted,
                Optional.of(new ClaimCheck(new S3ObjectStore(() -> s3),
                        new ClaimCheck.Settings(Optional.of("claims"), "punctual/", Set.of()))),
                () -> Letters.NOW);
        DeadLetterFormat format = new DeadLetterFormat(new JsonFactory());
        command.putText(payloads.stow(letter.event(), LetterData.INLINE,
                (event, data) -> format.write(new QueueMessage.Letter(letter.withEvent(event), data, Edit.NONE))));
    }

    private static DeadLetter large() {
        return Letters.order(1).withData(("{\"note\":\"" + "x".repeat(1_500_000) + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void showsBytesOfABucketThatIsAllowed() throws Exception {
        put(large(), false);

        CommandFixture.Run shown = letters("show", Letters.order(1).id(), "--json", "--bucket", "claims");

        assertThat(shown.err()).isEmpty();
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).hasSizeGreaterThan(1_500_000).contains("s3://claims/punctual/orders/");
    }

    @Test
    void saysWhichBucketToAllow() throws Exception {
        put(large(), false);

        CommandFixture.Run shown = letters("show", Letters.order(1).id());

        assertThat(shown.out()).contains("RestaurantClosedException")
                .contains("Payload: cannot be had; The bucket 'claims' is not one that messages may name");
        assertThat(shown.code()).isEqualTo(1);
    }

    @Test
    void redrivesWhatIsInABucketAndEncrypted() throws Exception {
        put(large(), true);

        CommandFixture.Run redriven = letters("redrive", "--all", "--yes", "--bucket", "claims");

        assertThat(redriven.err() + redriven.out()).contains("1");
        assertThat(redriven.code()).isZero();
        assertThat(command.retried()).singleElement().satisfies(body -> {
            RedrivenEvent event = new RedriveFormat(new JsonFactory()).readStored(body).event();
            assertThat(event.event().data()).isEmpty();
            assertThat(body).contains("s3://claims/punctual/").contains("KMS-AES-256-GCM");
        });
        assertThat(command.left()).isEmpty();
    }

    @Test
    void showsWhatIsEncrypted() throws Exception {
        put(Letters.order(1), true);

        assertThat(command.left().get(0)).doesNotContain("12.50");
        CommandFixture.Run shown = letters("show", Letters.order(1).id(), "--json");

        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("12.50").contains("\"data\":\"encrypted\"");
    }
}
