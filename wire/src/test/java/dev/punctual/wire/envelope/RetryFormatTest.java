package dev.punctual.wire.envelope;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.parked;
import static dev.punctual.wire.testing.Samples.queue;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.testing.Samples;

class RetryFormatTest {

    private final RetryFormat format = new RetryFormat(new JsonFactory());
    private final String text = format.write(parked(event(utf8("{\"a\":1}")), Duration.ofSeconds(7)));

    private void refuses(String message, String why) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> format.read(message)).withNoCause()
                .withMessageContaining(why);
    }

    private static void assertSame(ParkedEvent read, ParkedEvent written) {
        assertThat(read).usingRecursiveComparison().ignoringFields("delay").isEqualTo(written);
        assertThat(read.delay()).as("the delay is spent").isZero();
    }

    @Test
    void carriesAnEventOfAStream() throws UndecodableException {
        ParkedEvent written = parked(event(utf8("x")), Duration.ofSeconds(7));

        assertSame(format.read(format.write(written)), written);
    }

    @Test
    void carriesAnEventOfAQueue() throws UndecodableException {
        EventRecord event = new EventRecord(queue("orders"), "", "059f36b4-87a3-44ab-83d2-661975830a7d", "", Instant.EPOCH,
                utf8("x"));
        ParkedEvent written = new ParkedEvent("", event, new Deadline(Instant.EPOCH, Instant.MAX), AttemptHistory.NONE, 3,
                Redrive.NONE, Duration.ofSeconds(900));

        assertSame(format.read(format.write(written)), written);
    }

    @Test
    void carriesAnEventOfAnAggregatedRecord() throws UndecodableException {
        ParkedEvent first = parked(event(utf8("record")).sub(0, "its-own-key", utf8("x")), Duration.ZERO);
        ParkedEvent late = parked(event(utf8("record")).sub(65_535, "its-own-key", utf8("y")), Duration.ZERO);

        assertSame(format.read(format.write(first)), first);
        assertSame(format.read(format.write(late)), late);
        assertThat(format.read(format.write(late)).event().id()).endsWith(":65535");
    }

    @Test
    void carriesWhatCameBesideAnEvent() throws UndecodableException {
        EventRecord alone = event(utf8("x"));
        Map<String, String> attributes = Map.of("ce_type", "order_placed", "data", "1", "arrival", "\"now\"", "k\uFFFE",
                "v\uFFFF");
        EventRecord event = new EventRecord(alone.source(), "", "id", EventRecord.ALONE, "", alone.arrival(), alone.data(),
                attributes);

        String message = format.write(parked(event, Duration.ZERO));

        assertThat(SqsCharacters.takes(message)).isTrue();
        assertThat(format.read(message).event().attributes()).isEqualTo(
                Map.of("ce_type", "order_placed", "data", "1", "arrival", "\"now\"", "k\uFFFD", "v\uFFFD"));
        assertThat(format.read(message).event().data()).isEqualTo(utf8("x"));
    }

    @Test
    void saysNothingOfWhatAnEventDoesNotHave() throws UndecodableException {
        assertThat(text).doesNotContain("subSequenceNumber", "attributes");
        assertThat(format.read(text).event().subSequenceNumber()).isEqualTo(EventRecord.ALONE);
        assertThat(format.read(text).event().attributes()).isEmpty();
    }

    @Test
    void refusesSubSequenceNumbersThatAreNone() {
        String sub = format.write(parked(event(utf8("record")).sub(3, "key", utf8("x")), Duration.ZERO));

        refuses(sub.replace("\"subSequenceNumber\":3", "\"subSequenceNumber\":-1"),
                "the field 'subSequenceNumber' is negative");
        refuses(sub.replace("\"subSequenceNumber\":3", "\"subSequenceNumber\":3.5"),
                "the field 'subSequenceNumber' is not a whole number");
    }

    @Test
    void carriesTheCountOfAttemptsBeyondThoseKept() throws UndecodableException {
        EventRecord event = event(utf8("x"));
        ParkedEvent written = new ParkedEvent("h", event, new Deadline(event.arrival(), event.arrival()),
                Samples.attempts(1_000), 1, Redrive.NONE, Duration.ZERO);

        ParkedEvent read = format.read(format.write(written));

        assertThat(read.attempts()).isEqualTo(written.attempts());
        assertThat(read.attempts().count()).isEqualTo(1_000);
    }

    @Test
    void replacesCharactersThatSqsRefusesInAPartitionKey() throws UndecodableException {
        EventRecord odd = new EventRecord(Samples.ORDERS, "shardId-000000000001", "1", "k\uFFFE\uD83C\u0000ey", Samples.NOW,
                utf8("x"));

        String message = format.write(parked(odd, Duration.ZERO));

        assertThat(SqsCharacters.takes(message)).isTrue();
        assertThat(format.read(message).event().partitionKey()).isEqualTo("k\uFFFD\uFFFD\u0000ey");
    }

    @Test
    void skipsUnknownFieldsAnywhere() throws UndecodableException {
        String unknown = "\"future\":{\"handler\":\"no\",\"event\":[{\"data\":\"no\"}]},\"more\":[1,[2],{}],";
        String future = text.replace("{\"punctual\"", "{" + unknown + "\"punctual\"")
                .replace("\"event\":{", "\"event\":{" + unknown).replace("{\"number\":1", "{" + unknown + "\"number\":1")
                .replace("\"attempts\":[", "\"attempts\":[null,[{\"number\":9}],\"x\",");

        assertThat(future).hasSizeGreaterThan(text.length() + 3 * unknown.length());
        assertThat(format.read(future)).usingRecursiveComparison().isEqualTo(format.read(text));
    }

    @Test
    void refusesAVersionFromTheFuture() {
        refuses(text.replace("\"version\":1", "\"version\":2"), "its version is 2, this application reads up to 1");
    }

    @Test
    void refusesAMessageOfAnotherKind() {
        refuses(new DeadLetterFormat(new JsonFactory()).write(Samples.letter(event(utf8("x")))), "it is not a Punctual retry");
        refuses("{}", "it is not a Punctual retry");
        refuses("{\"punctual\":{\"punctual\":\"retry\"}}", "it is not a Punctual retry");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "\"retry\"", "1", "hello" })
    void refusesTextThatIsNoObject(String message) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> format.read(message)).withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = { "version", "handler", "countedFrom", "deadline", "attemptCount", "sourceKind", "sourceName",
            "sourceArn", "shardId", "sequenceNumber", "partitionKey", "arrival", "dataEncoding", "data", "number", "start",
            "end", "function", "requestId", "exception", "message", "fingerprint" })
    void refusesAMessageThatLacksAField(String field) {
        refuses(text.replace("\"" + field + "\":", "\"x" + field + "\":"), "the field '" + field + "' is missing");
    }

    @ParameterizedTest
    @CsvSource({ "deadline, an instant", "countedFrom, an instant", "arrival, an instant", "start, an instant",
            "end, an instant" })
    void refusesAFieldThatIsNoInstant(String field, String what) {
        refuses(text.replaceAll("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"marker\""),
                "the field '" + field + "' is not " + what);
    }

    @Test
    void refusesOtherFieldsOutOfRangeAndTellsNothingOfThem() {
        refuses(text.replace("\"attemptCount\":2", "\"attemptCount\":2.5"), "the field 'attemptCount' is not a whole number");
        refuses(text.replace("\"sourceKind\":\"stream\"", "\"sourceKind\":\"marker\""), "its event has an unknown sourceKind");
        refuses(text.replace("\"dataEncoding\":\"text\"", "\"dataEncoding\":\"base64\""), "data that is not base64");
    }

    @Test
    void refusesAMessageThatIsCutAnywhere() {
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            assertThatExceptionOfType(UndecodableException.class).as("cut to %s characters", length)
                    .isThrownBy(() -> format.read(cut)).withNoCause();
        }
    }

    @Test
    void refusesAMessageThatIsNestedBeyondMeasure() {
        refuses("{\"a\":" + "[".repeat(100_000), "it is not JSON");
    }
}
