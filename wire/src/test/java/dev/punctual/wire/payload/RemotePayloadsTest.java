package dev.punctual.wire.payload;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.local.LocalEndpoints;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.spi.SendResult;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.envelope.RedriveFormat;
import dev.punctual.wire.kms.KmsDataKeys;
import dev.punctual.wire.s3.S3ObjectStore;
import dev.punctual.wire.sqs.SqsLetterStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Letters at the local endpoints of SQS, S3 and KMS, over HTTP. */
class RemotePayloadsTest {

    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final StaticCredentialsProvider CREDENTIALS = StaticCredentialsProvider
            .create(AwsBasicCredentials.create("test", "test"));

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final SqsClient sqs = SqsClient.builder().endpointOverride(endpoints.sqsUri()).region(Region.US_EAST_1)
            .httpClientBuilder(UrlConnectionHttpClient.builder()).credentialsProvider(CREDENTIALS).build();
    private final S3Client s3 = S3Client.builder().endpointOverride(endpoints.s3Uri()).region(Region.US_EAST_1)
            .forcePathStyle(true).httpClientBuilder(UrlConnectionHttpClient.builder()).credentialsProvider(CREDENTIALS)
            .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.doNotRetry())).build();
    private final KmsClient kms = KmsClient.builder().endpointOverride(endpoints.kmsUri()).region(Region.US_EAST_1)
            .httpClientBuilder(UrlConnectionHttpClient.builder()).credentialsProvider(CREDENTIALS)
            .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.doNotRetry())).build();
    private final JsonFactory json = new JsonFactory();
    private final InstantSource clock = InstantSource.system();
    private final byte[] large = new byte[3_000_000];
    private Payloads payloads = Payloads.INLINE;

    @BeforeEach
    void create() {
        new Random(1).nextBytes(large);
        sqs.createQueue(request -> request.queueName("orders-dead-letter"));
        sqs.createQueue(request -> request.queueName("orders-retry"));
        s3.createBucket(request -> request.bucket("claims"));
        payloads = payloads(endpoints.keys().createKey());
    }

    private Payloads payloads(String key) {
        ClaimCheck claimCheck = new ClaimCheck(new S3ObjectStore(() -> s3),
                new ClaimCheck.Settings(Optional.of("claims"), "punctual/", Set.of()));
        return new Payloads(Optional.of(new KmsDataKeys(() -> kms, Optional.of(key))), true, Optional.of(claimCheck), clock);
    }

    @AfterEach
    void close() {
        sqs.close();
        s3.close();
        kms.close();
        endpoints.close();
    }

    private SqsLetterStore store(Payloads with) {
        return new SqsLetterStore(() -> sqs, SqsLetterStore.Queues.of("orders"), json, clock, with);
    }

    private StoredLetter added(byte[] data) {
        StoredLetter letter = new StoredLetter(letter(event(data)), LetterData.INLINE, Edit.NONE, "", "", Instant.EPOCH,
                "orders");
        assertThat(store(payloads).add(List.of(letter), List.of(data))).containsExactly(SendResult.SENT);
        return store(payloads).receive(HOLD).get(0);
    }

    @Test
    void keepsASmallLetterEncryptedInItsMessage() {
        StoredLetter found = added(utf8("a secret"));

        assertThat(found.data()).isInstanceOf(LetterData.Encrypted.class);
        assertThat(new String(found.letter().event().data(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(store(payloads(endpoints.keys().createKey())).data(found)).isEqualTo(utf8("a secret"));
    }

    @Test
    void keepsALargeLetterInTheBucketAndRedrivesItFromThere() throws Exception {
        StoredLetter found = added(large);
        assertThat(found.data()).isInstanceOfSatisfying(LetterData.Elsewhere.class, elsewhere -> {
            assertThat(elsewhere.location()).startsWith("s3://claims/punctual/orders/");
            assertThat(elsewhere.size()).isEqualTo(large.length + 28);
        });

        byte[] data = store(payloads).data(found);
        assertThat(data).isEqualTo(large);
        store(payloads).redrive(List.of(new RedrivenEvent("h", found.letter().event().withData(data), found.data(),
                Instant.EPOCH, found.letter().redrive().next(found.letter().id()), "", "")));

        String body = sqs.receiveMessage(request -> request.queueUrl(url("orders-retry"))).messages().get(0).body();
        QueueMessage.Redriven redriven = new RedriveFormat(json).readStored(body);
        assertThat(payloads.open(redriven.event().event(), redriven.data())).isEqualTo(large);
    }

    private String url(String queue) {
        return sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }

    @Test
    void doesNotSendALetterWhoseBytesTheBucketDoesNotTake() {
        endpoints.faults().order(FaultRule.at("s3:PutObject", Trigger.always(), Fault.throttle()));
        StoredLetter letter = new StoredLetter(letter(event(large)), LetterData.INLINE, Edit.NONE, "", "", Instant.EPOCH,
                "orders");

        List<SendResult> results = store(payloads).add(List.of(letter), List.of(large));

        assertThat(SendResult.refusal(results.get(0)).orElseThrow()).startsWith("S3 does not take the object s3://claims/");
        assertThat(store(payloads).receive(HOLD)).isEmpty();
    }

    @Test
    void doesNotTakeHalfAnObjectForAWhole() {
        StoredLetter found = added(large);
        endpoints.faults().order(FaultRule.at("s3:GetObject", Trigger.next(1), Fault.cutOff()));

        assertThatThrownBy(() -> store(payloads).data(found)).hasMessageContaining("s3://claims/");
        assertThat(store(payloads).data(found)).isEqualTo(large);
    }

    @Test
    void saysThatAnObjectIsGone() {
        StoredLetter found = added(large);
        String location = ((LetterData.Elsewhere) found.data()).location();
        s3.deleteObject(request -> request.bucket("claims").key(location.substring("s3://claims/".length())));

        assertThatThrownBy(() -> store(payloads).data(found))
                .hasMessageStartingWith("S3 does not give the object " + location);
    }

    @Test
    void doesNotSendALetterThatCannotBeEncrypted() {
        endpoints.faults().order(FaultRule.at("kms:GenerateDataKey", Trigger.always(), Fault.internalFailure()));
        StoredLetter letter = new StoredLetter(letter(event(utf8("a secret"))), LetterData.INLINE, Edit.NONE, "", "",
                Instant.EPOCH, "orders");

        List<SendResult> results = store(payloads).add(List.of(letter), List.of(utf8("a secret")));

        assertThat(SendResult.refusal(results.get(0)).orElseThrow()).startsWith("KMS makes no data key with ");
        assertThat(store(payloads).receive(HOLD)).isEmpty();
    }

    @Test
    void saysThatKmsDoesNotDecrypt() {
        StoredLetter found = added(utf8("a secret"));
        endpoints.faults().order(FaultRule.at("kms:Decrypt", Trigger.always(), Fault.throttle()));

        assertThatThrownBy(() -> store(payloads(endpoints.keys().createKey())).data(found))
                .hasMessageStartingWith("KMS does not decrypt the data key of an event of orders");
    }
}
