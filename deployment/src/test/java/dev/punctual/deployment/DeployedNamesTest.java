package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.DeadLetterQueues;
import dev.punctual.Emits;
import dev.punctual.OnEvent;
import dev.punctual.PartitionKey;
import dev.punctual.PermanentFailureException;
import dev.punctual.RetryWithin;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.runtime.EventFunction;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * An application whose streams and queues have other names where they are deployed. The environment variables are real, set by
 * the build for the process that runs the tests, and are all that tells the names.
 */
class DeployedNamesTest {

    private static final String ANSWERED = "{\"batchItemFailures\":[]}";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications
            .of(Parcel.class, Bill.class, Desk.class, Parcels.class, TestContext.class, LambdaCalls.class, LocalSqs.class)
            .overrideRuntimeConfigKey("quarkus.punctual.publisher.region", "us-east-1")
            .setBeforeAllCustomizer(() -> {
                System.setProperty("aws.accessKeyId", "test");
                System.setProperty("aws.secretAccessKey", "test");
                LocalSqs.start("parcels-test-retry", "graveyard", "parcel-claims-test", "waiting-room",
                        "parcel-claims-test-dead-letter");
            })
            .setAfterAllCustomizer(() -> {
                LocalSqs.stop();
                System.clearProperty("aws.accessKeyId");
                System.clearProperty("aws.secretAccessKey");
            });

    record Parcel(String id) {
    }

    record Bill(@PartitionKey String parcel) {
    }

    @Singleton
    static class Desk {
        final List<String> seen = new CopyOnWriteArrayList<>();
        volatile RuntimeException failure;

        void attempt(String what) {
            seen.add(what);
            if (failure != null) {
                throw failure;
            }
        }
    }

    @ApplicationScoped
    static class Parcels {

        @Inject
        Desk desk;

        @OnEvent(stream = "parcels")
        @Emits(stream = "parcel-bills", type = "due")
        Bill onParcel(Parcel parcel) {
            desk.attempt("parcel " + parcel.id());
            return new Bill(parcel.id());
        }

        @OnEvent(queue = "parcel-claims")
        @RetryWithin(value = "1d", backoff = "1h", maxBackoff = "1h")
        void onClaim(Parcel parcel) {
            desk.attempt("claim of " + parcel.id());
        }
    }

    @Inject
    EventFunction function;

    @Inject
    SqsClient sqs;

    @Inject
    Desk desk;

    @Inject
    DeadLetterQueues letters;

    @ConfigProperty(name = "quarkus.punctual.publisher.endpoint-override")
    URI endpoint;

    private KinesisClient kinesis;

    @BeforeEach
    void openDesk() {
        desk.seen.clear();
        desk.failure = null;
        kinesis = KinesisClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build();
        kinesis.createStream(stream -> stream.streamName("parcel-bills-test").shardCount(1));
    }

    @AfterEach
    void clearUp() {
        kinesis.deleteStream(stream -> stream.streamName("parcel-bills-test"));
        kinesis.close();
    }

    private LambdaCalls calls() {
        return new LambdaCalls(function, sqs);
    }

    private static byte[] parcel(String id) {
        return ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void handlersTakeEventsOfTheDeployedStreamAndPublishToTheDeployedOne() {
        String answer = calls().ofStream("parcels-test", parcel("p-1"));

        assertThat(answer).isEqualTo(ANSWERED);
        assertThat(desk.seen).containsExactly("parcel p-1");
        assertThat(bills()).singleElement()
                .satisfies(bill -> assertThat(bill.data().asUtf8String()).contains("\"parcel\":\"p-1\""));
    }

    @Test
    void deadLettersAreInTheQueueOfTheDeployedSourceAndAreRedrivenToIts() {
        // given: a parcel that nobody can handle
        desk.failure = new PermanentFailureException("lost");
        assertThat(calls().ofStream("parcels-test", parcel("p-2"))).isEqualTo(ANSWERED);
        assertThat(size("graveyard", QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)).isEqualTo(1);

        // when: it is found, and its letter redriven, by the name that the handlers give the source
        desk.failure = null;
        assertThat(letters.sources()).containsExactlyInAnyOrder("parcels", "parcel-claims");
        letters.of("parcels").redrive(LetterFilter.ALL, OperationOptions.by("a test"), progress -> {
        });
        String answer = calls().ofQueue("parcels-test-retry");

        assertThat(answer).isEqualTo(ANSWERED);
        assertThat(desk.seen).containsExactly("parcel p-2", "parcel p-2");
    }

    @Test
    void eventsOfTheDeployedQueueWaitInTheQueueThatIsConfiguredByTheAnnotationsName() {
        desk.failure = new IllegalStateException("closed");
        String url = sqs.getQueueUrl(queue -> queue.queueName("parcel-claims-test")).queueUrl();
        sqs.sendMessage(message -> message.queueUrl(url).messageBody("{\"id\":\"p-3\"}"));

        String answer = calls().ofQueue("parcel-claims-test");

        assertThat(answer).isEqualTo(ANSWERED);
        assertThat(desk.seen).containsExactly("claim of p-3");
        assertThat(size("waiting-room", QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)).isEqualTo(1);
    }

    @Test
    void eventsOfTheNameThatIsNotDeployedReachNoHandler() {
        calls().ofStream("parcels", parcel("p-4"));

        assertThat(desk.seen).isEmpty();
    }

    private int size(String queue, QueueAttributeName which) {
        String url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
        return Integer.parseInt(sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(which)).attributes()
                .get(which));
    }

    private List<Record> bills() {
        List<Record> all = new ArrayList<>();
        kinesis.listShards(shards -> shards.streamName("parcel-bills-test")).shards().forEach(shard -> {
            String iterator = kinesis.getShardIterator(at -> at.streamName("parcel-bills-test").shardId(shard.shardId())
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator();
            all.addAll(kinesis.getRecords(from -> from.shardIterator(iterator)).records());
        });
        return all;
    }
}
