package dev.punctual.samples.food;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.punctual.local.quarkus.BuiltApplication;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.testkit.queue.ReceiveRequest;
import dev.punctual.testkit.queue.ReceivedMessage;
import dev.punctual.testkit.stream.StreamRecord;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The functions as they were built, a jar or a native executable, in processes of their own. */
@QuarkusIntegrationTest
@Timeout(120)
class FunctionsIT {

    private final BuiltApplication application = BuiltApplication.current();

    @AfterEach
    void mend() {
        application.endpoints().faults().clear();
    }

    @Test
    void answersThatAllRecordsEndedAndKeepsTheLetterOfTheOneThatFailed() {
        String answer = invoke(order("1", "prompt-pizzeria"), order("2", "closed-diner"));

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        await().untilAsserted(() -> assertThat(letters()).singleElement().satisfies(letter -> assertThat(letter.body())
                .contains("\"reason\":\"PERMANENT\"", "\"eventId\":\"2\"")));
    }

    @Test
    void namesTheRecordWhoseLetterIsRefused() {
        application.endpoints().faults().order(FaultRule.at("sqs:SendMessage*", Trigger.always(), Fault.throttle()));

        String answer = invoke(order("3", "prompt-pizzeria"), order("4", "closed-diner"));

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"4\"}]}");
    }

    private String invoke(StreamRecord... records) {
        return application.invoke("StreamFunction", "OrdersStream", List.of(records));
    }

    private List<ReceivedMessage> letters() {
        return application.endpoints().queues().receiveMessage(application.deployment().name("OrdersDeadLetterQueue"),
                ReceiveRequest.upTo(10).hiddenFor(Duration.ZERO));
    }

    private static StreamRecord order(String id, String restaurant) {
        String event = """
                {"specversion":"1.0","id":"%1$s","source":"/shop","type":"order_placed","datacontenttype":"application/json",\
                "data":{"orderId":"%1$s","customer":"ada","restaurant":"%2$s","dish":"soup","totalCents":900}}"""
                .formatted(id, restaurant);
        return new StreamRecord(id, Instant.now(), event.getBytes(StandardCharsets.UTF_8), id);
    }
}
