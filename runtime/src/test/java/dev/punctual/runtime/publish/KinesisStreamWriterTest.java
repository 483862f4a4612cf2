package dev.punctual.runtime.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.spi.ShardRange;
import dev.punctual.spi.StreamEntry;
import dev.punctual.spi.WriteResult;
import dev.punctual.spi.WriteResult.Accepted;
import dev.punctual.spi.WriteResult.Refused;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Over the wire to the local endpoint. */
class KinesisStreamWriterTest {

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final KinesisClient client = KinesisClient.builder().endpointOverride(endpoints.kinesisUri())
            .region(Region.US_EAST_1).httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .overrideConfiguration(calls -> calls.retryStrategy(retries -> retries.maxAttempts(1))).build();
    private final KinesisStreamWriter writer = new KinesisStreamWriter(() -> client, UnaryOperator.identity());

    @AfterEach
    void close() {
        client.close();
        endpoints.close();
    }

    private List<WriteResult> write(String stream) {
        return writer.write(stream,
                List.of(new StreamEntry("a", "1".getBytes(UTF_8)), new StreamEntry("b", "2".getBytes(UTF_8))));
    }

    @Test
    void tellsWhereEachRecordIs() {
        endpoints.streams().createStream("orders", 1);

        assertThat(write("orders")).containsExactly(new Accepted("shardId-000000000000"), new Accepted("shardId-000000000000"));
    }

    @Test
    void tellsWhichRecordsFailed() {
        endpoints.streams().createStream("orders", 1);
        endpoints.faults().order(FaultRule.at("kinesis:PutRecords", Trigger.call(1), Fault.failEntries(1)));

        assertThat(write("orders")).containsExactly(new Accepted("shardId-000000000000"),
                new Refused("Kinesis refused it with InternalFailure", true));
    }

    @Test
    void takesFailuresOfTheServiceForTransitoryAndRefusalsForGood() {
        endpoints.streams().createStream("orders", 1);
        endpoints.faults().order(FaultRule.at("kinesis:PutRecords", Trigger.call(1), Fault.internalFailure()));

        assertThat(write("orders")).containsOnly(new Refused("PutRecords failed with InternalFailure (HTTP 500)", true));
        assertThat(write("no-such-stream"))
                .containsOnly(new Refused("PutRecords failed with ResourceNotFoundException (HTTP 400)", false));
    }

    @Test
    void writesToTheStreamAsItIsNamedWhereItIsDeployed() {
        endpoints.streams().createStream("orders-test", 1);
        KinesisStreamWriter deployed = new KinesisStreamWriter(() -> client, name -> name + "-test");

        assertThat(deployed.shards("orders")).hasSize(1);
        assertThat(deployed.write("orders", List.of(new StreamEntry("key", new byte[] { 1 }))))
                .containsOnly(new Accepted("shardId-000000000000"));
    }

    @Test
    void knowsTheOpenShards() {
        endpoints.streams().createStream("orders", 1);
        endpoints.streams().updateShardCount("orders", 2);

        assertThat(writer.shards("orders")).extracting(ShardRange::shardId)
                .containsExactlyInAnyOrder("shardId-000000000001", "shardId-000000000002");
    }
}
