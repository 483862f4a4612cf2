package dev.punctual.samples.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.punctual.local.quarkus.BuiltApplication;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.testkit.queue.ReceiveRequest;
import dev.punctual.testkit.queue.ReceivedMessage;
import dev.punctual.testkit.stream.StreamRecord;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The functions as they were built, a jar or a native executable, in processes of their own. */
@QuarkusIntegrationTest
@Timeout(120)
class FunctionsIT {

    private final BuiltApplication application = BuiltApplication.current();

    @Test
    void answersThatAllPaymentsEndedAndBooksThemOnce() {
        List<StreamRecord> payments = List.of(
                event("1", Sources.PAID, "{\"paymentId\":\"p1\",\"sender\":\"ada\",\"cents\":900}"),
                event("2", Sources.PAID, "{\"paymentId\":\"p1\",\"sender\":\"ada\",\"cents\":900}"));

        String answer = application.invoke("StreamFunction", "PaymentsStream", payments);

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(application.endpoints().tables().items(application.deployment().name("AccountsTable"))).singleElement()
                .satisfies(account -> assertThat(account.get("cents")).hasToString("{\"N\":\"900\"}"));
    }

    @Test
    void answersThatAllParcelsEndedAndKeepsTheLetterOfTheOneThatFailed() {
        List<StreamRecord> parcels = List.of(
                event("3", Sources.REGISTERED, "{\"parcelId\":\"3\",\"sender\":\"ada\",\"recipient\":\"bob\"}"),
                event("4", Sources.REGISTERED, "{\"parcelId\":\"4\",\"sender\":\"gone-shop\",\"recipient\":\"bob\"}"));

        String answer = application.invoke("StreamFunction", "ParcelsStream", parcels);

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        await().untilAsserted(() -> assertThat(letters()).singleElement().satisfies(letter -> assertThat(letter.body())
                .contains("\"reason\":\"PERMANENT\"", "\"eventId\":\"4\"")));
    }

    private List<ReceivedMessage> letters() {
        return application.endpoints().queues().receiveMessage(application.deployment().name("ParcelsDeadLetterQueue"),
                ReceiveRequest.upTo(10).hiddenFor(Duration.ZERO));
    }

    private static StreamRecord event(String id, String type, String data) {
        String event = """
                {"specversion":"1.0","id":"%s","source":"/elsewhere","type":"%s","datacontenttype":"application/json",\
                "data":%s}""".formatted(id, type, data);
        return new StreamRecord(id, Instant.now(), event.getBytes(StandardCharsets.UTF_8), id);
    }
}
