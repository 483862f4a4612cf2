package dev.punctual.runtime.kinesis;

import static dev.punctual.runtime.kinesis.KinesisSamples.record;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.engine.BatchItem;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.runtime.event.RecordsReader;

class KinesisEventsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final KinesisEvents kinesis = new KinesisEvents(new RecordsReader(new JsonFactory()));

    private List<BatchItem> read(String payload) {
        return kinesis.readAnyJson(utf8(payload), NOW);
    }

    private static String text(BatchItem item) {
        return new String(item.event().data(), StandardCharsets.UTF_8);
    }

    @Test
    void readsARecordAsAwsDocumentsIt() {
        BatchItem item = read(KinesisSamples.EVENT).get(0);

        assertThat(item).isInstanceOf(BatchItem.Fresh.class);
        assertThat(item.itemId()).isEqualTo(KinesisSamples.SEQUENCE_NUMBER);
        EventRecord event = item.event();
        assertThat(event.source()).isEqualTo(new EventSource(EventSource.Kind.STREAM, "lambda-stream",
                "arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream"));
        assertThat(event.shardId()).isEqualTo("shardId-000000000006");
        assertThat(event.sequenceNumber()).isEqualTo(KinesisSamples.SEQUENCE_NUMBER);
        assertThat(event.partitionKey()).isEqualTo("1");
        assertThat(event.arrival()).isEqualTo(Instant.parse("2018-12-17T22:10:50.987Z"));
        assertThat(text(item)).isEqualTo("Hello, this is a test.");
    }

    @Test
    void readsFieldsInAnyOrderAndSkipsUnknownOnes() {
        BatchItem item = read(KinesisSamples.EVENT).get(1);

        assertThat(item.itemId()).isEqualTo("49590338271490256608559692540925702759324208523137515618");
        assertThat(item.event().source().name()).isEqualTo("lambda-stream");
        assertThat(item.event().shardId()).isEqualTo("shardId-000000000006");
        assertThat(item.event().partitionKey()).isEqualTo("päckchen-🍕");
        assertThat(item.event().arrival()).isEqualTo(Instant.parse("2018-12-17T22:11:51.166Z"));
        assertThat(text(item)).isEqualTo("This is only a test.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = { "1545084650.987 | 2018-12-17T22:10:50.987Z",
            "1545084650 | 2018-12-17T22:10:50Z", "\"2018-12-17T22:10:50.987Z\" | 2018-12-17T22:10:50.987Z",
            "null | 2026-01-01T00:00:00Z", "\"yesterday\" | 2026-01-01T00:00:00Z", "{\"a\":[1]} | 2026-01-01T00:00:00Z" })
    void readsTheArrivalInAnyForm(String json, Instant expected) {
        BatchItem item = read(
                record("{\"approximateArrivalTimestamp\":" + json + ",\"sequenceNumber\":\"1\",\"data\":\"eA==\"}")).get(0);

        assertThat(item.event().arrival()).isEqualTo(expected);
        assertThat(text(item)).isEqualTo("x");
    }

    @Test
    void takesNowForAnArrivalThatIsMissing() {
        assertThat(read(record("{\"sequenceNumber\":\"1\",\"data\":\"eA==\"}")).get(0).event().arrival()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"sequenceNumber\":\"1\"}", "{\"sequenceNumber\":\"1\",\"data\":\"\"}",
            "{\"sequenceNumber\":\"1\",\"data\":null}", "{\"sequenceNumber\":\"1\",\"data\":{\"data\":\"eA==\"}}",
            "{\"data\":[\"eA==\"],\"sequenceNumber\":\"1\"}", "{\"data\":17,\"sequenceNumber\":\"1\"}" })
    void keepsARecordWithoutDataAsUnreadable(String kinesisFields) {
        BatchItem item = read(record(kinesisFields)).get(0);

        assertThat(item).isInstanceOfSatisfying(BatchItem.Unreadable.class,
                unreadable -> assertThat(unreadable.detail()).isEqualTo("the record has no data"));
        assertThat(item.itemId()).isEqualTo("1");
        assertThat(item.event().data()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "marker!", "marker4711=", "ab c", "ä", "====" })
    void keepsDataThatIsNotBase64AsItStandsAndTellsNothingOfIt(String data) {
        BatchItem item = read(record("{\"sequenceNumber\":\"1\",\"data\":\"" + data + "\"}")).get(0);

        assertThat(item).isInstanceOfSatisfying(BatchItem.Unreadable.class,
                unreadable -> assertThat(unreadable.detail()).isEqualTo("the record's data is not base64"));
        assertThat(text(item)).isEqualTo(data);
        assertThat(item.toString()).doesNotContain("marker");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "null", "[]", "\"x\"", "{\"sequenceNumber\":\"\"}", "{\"sequenceNumber\":null}",
            "{\"sequenceNumber\":17}", "{\"sequenceNumber\":\"-1\"}", "{\"sequenceNumber\":\"1.5\"}",
            "{\"sequenceNumber\":\"marker\"}", "{\"sequenceNumber\":\"١\"}", "{\"nested\":{\"sequenceNumber\":\"1\"}}" })
    void refusesABatchThatNoAnswerCouldName(String kinesisFields) {
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> read(record(kinesisFields)))
                .withMessage("a Kinesis record has no kinesis.sequenceNumber, or not a decimal one");
    }

    @Test
    void refusesARecordOfNoStream() {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> read("{\"Records\":[{\"kinesis\":{\"sequenceNumber\":\"17\",\"data\":\"eA==\"}}]}"))
                .withMessageStartingWith("eventSourceARN of record 17: '' is not the ARN");
    }

    @Test
    void readsABatchWithoutRecords() {
        assertThat(read("{\"Records\":[]}")).isEmpty();
    }
}
