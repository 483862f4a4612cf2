package dev.punctual.samples.food.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.punctual.local.quarkus.BuiltApplication;
import dev.punctual.samples.food.order.Order;
import dev.punctual.testkit.queue.ReceiveRequest;
import dev.punctual.testkit.queue.ReceivedMessage;
import dev.punctual.testkit.stream.StreamRecord;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The functions as they were built, a jar or a native executable, read orders as Protocol Buffers. */
@QuarkusIntegrationTest
@Timeout(120)
class FunctionsIT {

    private final BuiltApplication application = BuiltApplication.current();

    @Test
    void answersThatAllRecordsEndedAndKeepsTheLetterOfTheOneThatCannotBeRead() {
        byte[] order = new OrderCodec().encode(new Order("1", "ada", "prompt-pizzeria", "soup", 900));
        byte[] garbage = { -1, -1 };

        String answer = application.invoke("StreamFunction", "OrdersStream", List.of(placed("1", order), placed("2", garbage)));

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        await().untilAsserted(() -> assertThat(letters()).singleElement().satisfies(letter -> assertThat(letter.body())
                .contains("\"reason\":\"UNDECODABLE\"", "\"eventId\":\"2\"")));
    }

    private List<ReceivedMessage> letters() {
        return application.endpoints().queues().receiveMessage(application.deployment().name("OrdersDeadLetterQueue"),
                ReceiveRequest.upTo(10).hiddenFor(Duration.ZERO));
    }

    private static StreamRecord placed(String id, byte[] payload) {
        String event = """
                {"specversion":"1.0","id":"%s","source":"/shop","type":"order_placed",\
                "datacontenttype":"application/protobuf","data_base64":"%s"}"""
                .formatted(id, Base64.getEncoder().encodeToString(payload));
        return new StreamRecord(id, Instant.now(), event.getBytes(StandardCharsets.UTF_8), id);
    }
}
