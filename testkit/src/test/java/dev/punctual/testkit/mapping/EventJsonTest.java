package dev.punctual.testkit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.mapping.event.KinesisEventRecord;
import dev.punctual.testkit.mapping.event.SqsEventRecord;
import dev.punctual.testkit.queue.MessageAttribute;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.ReceivedMessage;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.stream.StreamRecord;
import dev.punctual.testkit.time.VirtualScheduler;

class EventJsonTest {

    @Test
    void aKinesisEventReadsAsAwsWritesIt() {
        var world = new StreamMappingFixture(1);
        world.pass(Duration.ofMillis(1_234));
        var sequenceNumber = world.put("customer", "Hello, this is a test.");

        world.start(StreamMappingFixture.settings());
        world.passSeconds(1);

        assertThat(world.function.events.get(0).json().toString()).isEqualTo("{\"Records\":[{\"kinesis\":{"
                + "\"kinesisSchemaVersion\":\"1.0\",\"partitionKey\":\"customer\",\"sequenceNumber\":\"" + sequenceNumber
                + "\","
                + "\"data\":\"SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==\",\"approximateArrivalTimestamp\":1.767225601234E9},"
                + "\"eventSource\":\"aws:kinesis\",\"eventVersion\":\"1.0\",\"eventID\":\"shardId-000000000000:"
                + sequenceNumber
                + "\",\"eventName\":\"aws:kinesis:record\","
                + "\"invokeIdentityArn\":\"arn:aws:iam::000000000000:role/notifier-role\",\"awsRegion\":\"us-east-1\","
                + "\"eventSourceARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/orders\"}]}");
    }

    @Test
    void anSqsEventReadsAsAwsWritesIt() {
        var time = new VirtualScheduler();
        var queues = new QueueService(time, new AwsLocation("123456789012", "eu-west-1"),
                new FaultPlan(new SplittableRandom(1)),
                new SplittableRandom(2));
        queues.createQueue("retries", Map.of());
        var attributes = Map.of("trace", MessageAttribute.string("abc"));
        var bytes = Map.of("raw", MessageAttribute.binary("x".getBytes(StandardCharsets.UTF_8)));
        var id = queues.sendMessage("retries", SendRequest.of("Grüße").with(attributes)).messageId();
        queues.sendMessage("retries", SendRequest.of("x").with(bytes));
        var function = new FakeFunction(time);

        new QueueMapping(QueueMappingSettings.of("retries").build(), queues, function, time).start();
        time.advance(Duration.ofSeconds(1));

        var record = function.events.get(0).records().get(0);
        assertThat(record.get("receiptHandle").asText()).isNotEmpty();
        assertThat(record.toString().replace(record.get("receiptHandle").asText(), "HANDLE")).isEqualTo("{\"messageId\":\"" + id
                + "\",\"receiptHandle\":\"HANDLE\",\"body\":\"Grüße\",\"attributes\":{\"ApproximateReceiveCount\":\"1\","
                + "\"SentTimestamp\":\"1767225600000\",\"SenderId\":\"123456789012\","
                + "\"ApproximateFirstReceiveTimestamp\":\"1767225600000\"},\"messageAttributes\":{\"trace\":{"
                + "\"stringValue\":\"abc\",\"stringListValues\":[],\"binaryListValues\":[],\"dataType\":\"String\"}},"
                + "\"md5OfBody\":\"49c5f675b49037b6044b803ac9d1a6d7\",\"eventSource\":\"aws:sqs\","
                + "\"eventSourceARN\":\"arn:aws:sqs:eu-west-1:123456789012:retries\",\"awsRegion\":\"eu-west-1\"}");
        assertThat(function.events.get(0).records().get(1).at("/messageAttributes/raw").toString()).isEqualTo(
                "{\"binaryValue\":\"eA==\",\"stringListValues\":[],\"binaryListValues\":[],\"dataType\":\"Binary\"}");
    }

    @Test
    void anArrivalIsWrittenAsPlainSecondsWithAFraction() {
        var arrival = Instant.parse("2026-01-01T00:00:01.234Z");
        var record = new StreamRecord("1", arrival, new byte[] { 1 }, "key");

        var json = new KinesisEventRecord(record, "shardId-000000000000", "arn", "us-east-1", "role").toJson();

        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"approximateArrivalTimestamp\":1767225601.234}");
    }

    @Test
    void messageAttributesAreWrittenInTheOrderOfTheirNamesSoThatRunsRepeatExactly() {
        var attributes = new LinkedHashMap<String, MessageAttribute>();
        List.of("f", "b", "e", "a", "d", "c").forEach(name -> attributes.put(name, MessageAttribute.string(name)));
        var now = Instant.EPOCH;
        var message = new ReceivedMessage("id", "handle", "body", attributes, 1, now, now, "sender", Optional.empty());

        var json = Event.of(new SqsEventRecord(message, "arn", "us-east-1").toJson(), now).json();

        assertThat(json.get("messageAttributes").fieldNames()).toIterable().containsExactly("a", "b", "c", "d", "e", "f");
    }
}
