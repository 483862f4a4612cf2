package dev.punctual.samples.food.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Input that nobody can handle, through the real functions: each record becomes a letter that tells why. */
@Timeout(240)
class BadInputIT {

    /** More than the visibility timeout of the queues: one function may fail once. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** What the functions logged, for whoever must find out why the test failed. */
    private static final Path LOG = Path.of("target", "bad-input.log");

    private static final Format JSON = new Format(Format.Payload.JSON, false);

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void tellsWhyEachRecordCouldNotBeHandled() throws IOException, InterruptedException {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("no json at all", "UNDECODABLE");
        expected.put("{\"specversion\":\"1.0\",\"type\":\"order_placed\",\"data\":", "UNDECODABLE");
        expected.put("[1,2,3]", "UNDECODABLE");
        expected.put("{\"specversion\":\"1.0\",\"type\":\"order_placed\",\"data\":{\"totalCents\":\"a lot\"}}", "UNDECODABLE");
        expected.put("{\"type\":\"order_placed\"}{}", "UNDECODABLE");
        expected.put("{\"type\":\"order_cancelled\"}", "UNKNOWN_TYPE");
        expected.put("{\"no\":\"type\"}", "UNKNOWN_TYPE");

        try (LocalCloud cloud = LocalCloud.start(Functions.of(JSON.payload()), JSON, LOG);
                KinesisClient kinesis = cloud.kinesis();
                SqsClient sqs = cloud.sqs()) {
            for (String data : expected.keySet()) {
                kinesis.putRecord(record -> record.streamName(LocalCloud.STREAM).partitionKey(data)
                        .data(SdkBytes.fromString(data, StandardCharsets.UTF_8)));
            }

            Map<String, String> reasons = reasonsByData(sqs, cloud.deadLetterQueueUrl(), expected.size());

            assertThat(reasons).containsExactlyInAnyOrderEntriesOf(expected);
        }
    }

    private Map<String, String> reasonsByData(SqsClient sqs, String queueUrl, int count) throws IOException {
        Map<String, String> reasons = new HashMap<>();
        Instant end = Instant.now().plus(PATIENCE);
        while (reasons.size() < count && Instant.now().isBefore(end)) {
            for (Message message : sqs.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(10)
                    .waitTimeSeconds(2)).messages()) {
                JsonNode letter = mapper.readTree(message.body());
                reasons.put(letter.path("event").path("data").asText(), letter.path("reason").asText());
            }
        }
        return reasons;
    }
}
