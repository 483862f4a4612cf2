package dev.punctual.testkit.mapping;

import static dev.punctual.testkit.mapping.StreamMappingFixture.DISCARDED;
import static dev.punctual.testkit.mapping.StreamMappingFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.testkit.objects.BucketNotification;
import dev.punctual.testkit.objects.ObjectService;
import dev.punctual.testkit.objects.StoredObject;

class DiscardToBucketTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUCKET = "discarded-batches";

    private final StreamMappingFixture world = new StreamMappingFixture(1);
    private final ObjectService objects = new ObjectService(world.time, AwsLocation.DEFAULT, world.faults);

    @BeforeEach
    void prepare() {
        objects.createBucket(BUCKET);
        world.function.behaviour = event -> FakeFunction.error();
    }

    @Test
    void putsTheReportWithThePayloadWhereLambdaPutsIt() throws Exception {
        world.putAll("a", "b");

        start();
        world.passSeconds(10);

        var object = only();
        assertThat(object.key()).matches("aws/lambda/[0-9a-f-]{36}/shardId-000000000000/\\d{4}/\\d{2}/\\d{2}/"
                + "\\d{4}-\\d{2}-\\d{2}T\\d{2}\\.\\d{2}\\.\\d{2}-[0-9a-f-]{36}");
        JsonNode report = JSON.readTree(object.content());
        assertThat(report.at("/requestContext/condition").asText()).isEqualTo("RetryAttemptsExhausted");
        assertThat(report.at("/KinesisBatchInfo/batchSize").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(report.get("payload").asText()).get("Records")).extracting(
                record -> new String(Base64.getDecoder().decode(record.at("/kinesis/data").asText())))
                .containsExactly("a", "b");
    }

    @Test
    void putsTheReportAgainUntilTheBucketTakesIt() {
        world.faults.order(FaultRule.at("s3:PutObject", Trigger.next(3), Fault.throttle()));
        world.putAll("a");

        start();
        world.passSeconds(60);

        only();
    }

    @Test
    void theBucketTellsAQueueOfEachReport() throws Exception {
        BucketNotification.toQueue(objects, BUCKET, "aws/lambda/", world.queues, DISCARDED, world.time);
        world.faults.order(FaultRule.at("sqs:SendMessage", Trigger.next(2), Fault.throttle()));
        world.putAll("a");

        start();
        world.passSeconds(60);

        List<JsonNode> told = world.discarded();
        assertThat(told).hasSize(2);
        assertThat(told.get(0).get("Event").asText()).isEqualTo("s3:TestEvent");
        assertThat(told.get(1).at("/Records/0/s3/object/key").asText()).isEqualTo(only().key());
        assertThat(told.get(1).at("/Records/0/s3/bucket/name").asText()).isEqualTo(BUCKET);
    }

    @Test
    void refusesTwoDestinationsAndABucketThatIsNowhere() {
        assertThatThrownBy(() -> settings().onFailureQueue("q").onFailureBucket("b").build())
                .hasMessageContaining("one on-failure destination");
        assertThatThrownBy(() -> world.start(settings().onFailureBucket(BUCKET))).hasMessageContaining("ObjectService");
    }

    private void start() {
        new StreamMapping(settings().maximumRetryAttempts(0).onFailureBucket(BUCKET).build(), world.streams, world.queues,
                objects, world.function, world.time, new SplittableRandom(3)).start();
    }

    private StoredObject only() {
        var page = objects.listObjects(BUCKET, "", "", 10);
        assertThat(page.objects()).hasSize(1);
        return page.objects().get(0);
    }
}
