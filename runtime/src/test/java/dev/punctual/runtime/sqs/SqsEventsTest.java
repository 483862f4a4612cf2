package dev.punctual.runtime.sqs;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.engine.ItemOutcome;
import dev.punctual.event.EventSource;
import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.runtime.event.RecordsReader;
import dev.punctual.spi.Outcome;

class SqsEventsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ARN = "\"eventSourceARN\":\"arn:aws:sqs:us-east-2:123456789012:my-queue\"";

    private final SqsEvents sqs = new SqsEvents(new RecordsReader(new JsonFactory()));

    private List<SqsEvents.Message> read(String payload) {
        return sqs.read(utf8(payload), NOW);
    }

    private SqsEvents.Message one(String fields) {
        return read("{\"Records\":[{\"messageId\":\"m\"," + ARN + fields + "}]}").get(0);
    }

    @Test
    void readsAMessageAsAwsDocumentsIt() {
        SqsEvents.Message message = read(SqsSamples.EVENT).get(0);

        assertThat(message).isEqualTo(new SqsEvents.Message("059f36b4-87a3-44ab-83d2-661975830a7d",
                new EventSource(EventSource.Kind.QUEUE, "my-queue", "arn:aws:sqs:us-east-2:123456789012:my-queue"),
                Instant.parse("2018-12-17T21:37:29.183Z"), "Test message.", Map.of("body", "myValue"), 1));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = { "\"4\",4", "\"many\",1", "7,1", "null,1", "\"\",1" })
    void readsHowOftenAMessageWasReceived(String count, int receives) {
        assertThat(one(",\"attributes\":{\"ApproximateReceiveCount\":" + count + "}").receives()).isEqualTo(receives);
    }

    @Test
    void readsMessageAttributesThatAreTextByTheirNamesInLowerCase() {
        SqsEvents.Message message = one("""
                ,"messageAttributes":{"Ce-Type":{"stringValue":"placed","dataType":"String","stringListValues":[]},
                "n":{"stringValue":"5","dataType":"Number"},"raw":{"binaryValue":"AAA=","dataType":"Binary"},
                "odd":{"stringValue":5},"none":{"stringValue":null},"text":"x","list":[{"stringValue":"no"}]}""");

        assertThat(message.attributes()).containsOnly(Map.entry("ce-type", "placed"), Map.entry("n", "5"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ",\"messageAttributes\":{}", ",\"messageAttributes\":null",
            ",\"messageAttributes\":[{\"stringValue\":\"no\"}]" })
    void hasNoAttributesWhereThereAreNone(String fields) {
        assertThat(one(fields).attributes()).isEmpty();
    }

    @Test
    void readsFieldsInAnyOrderAndSkipsUnknownOnes() {
        SqsEvents.Message message = read(SqsSamples.EVENT).get(1);

        assertThat(message.messageId()).isEqualTo("2e1424d4-f796-459a-8184-9c92662be6da");
        assertThat(message.sent()).isEqualTo(Instant.parse("2018-12-17T21:37:30.636Z"));
        assertThat(message.body()).isEqualTo("{\"a\":\"ä🍕\\n\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ",\"attributes\":{}", ",\"attributes\":null", ",\"attributes\":[\"SentTimestamp\",\"1\"]",
            ",\"attributes\":{\"SentTimestamp\":\"\"}", ",\"attributes\":{\"SentTimestamp\":\"soon\"}",
            ",\"attributes\":{\"SentTimestamp\":null}", ",\"attributes\":{\"SentTimestamp\":{\"a\":[]}}" })
    void takesNowForATimeThatCannotBeRead(String fields) {
        assertThat(one(fields).sent()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ",\"body\":null", ",\"body\":\"\"", ",\"body\":{\"body\":\"no\"}", ",\"body\":7" })
    void readsAnEmptyBodyWhereThereIsNoText(String fields) {
        assertThat(one(fields).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"messageId\":\"\"}", "{\"messageId\":null}", "{\"messageId\":7}",
            "{\"attributes\":{\"messageId\":\"m\"}}" })
    void refusesABatchThatNoAnswerCouldName(String record) {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> read("{\"Records\":[" + record + "]}")).withMessage("an SQS message has no messageId");
    }

    @Test
    void refusesAMessageOfNoQueue() {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> read("{\"Records\":[{\"messageId\":\"m-1\",\"body\":\"x\"}]}"))
                .withMessageStartingWith("eventSourceARN of message m-1: '' is not the ARN");
    }

    @Test
    void refusesAnEventThatIsCutAtAnyByte() {
        byte[] event = utf8(SqsSamples.EVENT);
        for (int length = 0; length < event.length; length++) {
            byte[] cut = Arrays.copyOf(event, length);
            assertThatExceptionOfType(MalformedEventException.class).as("cut to %s bytes", length)
                    .isThrownBy(() -> sqs.read(cut, NOW)).withNoCause();
        }
    }

    @Test
    void readsOrRefusesAnEventWithAnyByteChanged() {
        Random random = new Random(5);
        byte[] event = utf8(SqsSamples.EVENT);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = event.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            try {
                assertThat(sqs.read(changed, NOW)).isNotNull();
            } catch (MalformedEventException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }

    @Test
    void aMessageNeverShowsItsBody() {
        assertThat(one(",\"body\":\"marker-4711\"").toString()).contains("m", "my-queue").doesNotContain("marker");
    }

    @Test
    void namesEveryMessageThatIsNotAcknowledgedInTheOrderOfTheBatch() {
        Outcome returned = new Outcome.ReturnedToSource("no time");

        assertThat(SqsEvents.failures(List.of(new ItemOutcome("c", returned), new ItemOutcome("a", Outcome.HANDLED),
                new ItemOutcome("b", returned), new ItemOutcome("d", new Outcome.Parked(Duration.ZERO)))))
                .containsExactly("c", "b");
    }
}
