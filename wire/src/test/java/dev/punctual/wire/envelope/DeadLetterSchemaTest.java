package dev.punctual.wire.envelope;

import static dev.punctual.wire.testing.Samples.NOW;
import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.parked;
import static dev.punctual.wire.testing.Samples.queue;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.event.EventRecord;

/** What is written are letters as the documented schema has them. */
class DeadLetterSchemaTest {

    private static final Path SCHEMA = Path.of("..", "docs", "dead-letter.schema.json");
    private static final String SHA256 = "0123456789abcdef".repeat(4);
    private static final String DATA_KEY = "AQIDAHi=";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DeadLetterFormat FORMAT = new DeadLetterFormat(new JsonFactory());

    private final JsonSchema schema = schema();

    private static JsonSchema schema() {
        try (InputStream file = Files.newInputStream(SCHEMA)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Set<ValidationMessage> faults(JsonNode letter) {
        return schema.validate(letter);
    }

    private static ObjectNode json(LetterData data, Edit edit, DeadLetter letter) throws IOException {
        return (ObjectNode) MAPPER.readTree(FORMAT.write(new QueueMessage.Letter(letter, data, edit)));
    }

    static Stream<LetterData> everyWayToKeepBytes() {
        return Stream.of(LetterData.INLINE, new LetterData.Encrypted(DATA_KEY),
                new LetterData.Elsewhere("s3://claims/punctual/orders/x", 7, SHA256, ""),
                new LetterData.Elsewhere("s3://claims/punctual/orders/x", 7, SHA256, DATA_KEY),
                new LetterData.Missing("its retention has ended"));
    }

    @ParameterizedTest
    @MethodSource("everyWayToKeepBytes")
    void lettersFitHoweverTheirBytesAreKept(LetterData data) throws Exception {
        assertThat(faults(json(data, Edit.NONE, letter(event(new byte[] { 1, -1 }))))).isEmpty();
        assertThat(faults(json(data, new Edit(2, "ada", NOW), letter(event(utf8("text")))))).isEmpty();
    }

    @Test
    void lettersFitWhateverTheyTellOf() throws Exception {
        EventRecord aggregated = event(utf8("x")).sub(7, "key", utf8("y"));
        EventRecord queued = new EventRecord(queue("orders"), "", "message-1", EventRecord.ALONE, "", Instant.EPOCH,
                new byte[0], Map.of("a", "b"));
        for (EventRecord event : new EventRecord[] { aggregated, queued }) {
            assertThat(faults(json(LetterData.INLINE, Edit.NONE, letter(event)))).isEmpty();
        }
    }

    @Test
    void lettersMadeOfMessagesOfOthersFit() throws Exception {
        RetryFormat retries = new RetryFormat(new JsonFactory());
        String notice = "{\"KinesisBatchInfo\":{\"streamArn\":\"arn:aws:kinesis:us-east-2:123456789012:stream/s\","
                + "\"startSequenceNumber\":\"7\"}}";
        for (String body : new String[] { "anything", notice, retries.write(parked(event(utf8("x")), Duration.ZERO)) }) {
            QueueMessage.Letter made = new QueueMessageReader(new JsonFactory()).read(body).asLetter(
                    new QueueMessage.Facts(queue("orders-dead-letter"), "m-1", NOW, body), QueueMessage.Author.NOBODY, NOW);

            assertThat(faults(json(made.data(), made.edit(), made.letter()))).isEmpty();
        }
    }

    /** So that one of them cannot be forgotten in the schema. */
    @Test
    void everyReasonFits() throws Exception {
        for (Reason reason : Reason.values()) {
            ObjectNode letter = json(LetterData.INLINE, Edit.NONE, letter(event(utf8("x"))));

            assertThat(faults(letter.put("reason", reason.name()))).isEmpty();
        }
    }

    @Test
    void everyFieldThatIsWrittenIsDocumented() throws Exception {
        JsonNode documented = MAPPER.readTree(SCHEMA.toFile());
        for (LetterData data : everyWayToKeepBytes().toList()) {
            ObjectNode letter = json(data, new Edit(1, "ada", NOW), letter(event(utf8("x")).sub(1, "k", utf8("y"))));
            assertKnown(letter, documented.at("/properties"));
            assertKnown(letter.get("event"), documented.at("/$defs/event/properties"));
            assertKnown(letter.get("attempts").get(0), documented.at("/$defs/attempt/properties"));
        }
    }

    private static void assertKnown(JsonNode object, JsonNode properties) {
        for (Iterator<String> fields = object.fieldNames(); fields.hasNext();) {
            String field = fields.next();
            assertThat(properties.has(field)).as(field).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({ "punctual,retry", "version,2", "reason,LATE", "id,''", "diedAt,yesterday", "redriveCount,-1",
            "attemptCount,many" })
    void aFieldThatIsNotAsDocumentedDoesNotFit(String field, String value) throws Exception {
        ObjectNode letter = json(LetterData.INLINE, Edit.NONE, letter(event(utf8("x"))));

        assertThat(faults(letter.put(field, value))).isNotEmpty();
    }

    @Test
    void aLetterWithoutAFieldThatIsRequiredDoesNotFit() throws Exception {
        JsonNode documented = MAPPER.readTree(SCHEMA.toFile());
        for (JsonNode field : documented.get("required")) {
            ObjectNode letter = json(LetterData.INLINE, Edit.NONE, letter(event(utf8("x"))));
            letter.remove(field.asText());

            assertThat(faults(letter)).as(field.asText()).isNotEmpty();
        }
        assertThat(documented.get("required")).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource({ "dataLocation,file:///etc/passwd", "dataSha256,0", "dataEncryption,ROT13", "dataEncoding,text",
            "data,AAAA" })
    void bytesElsewhereThatAreNotAsDocumentedDoNotFit(String field, String value) throws Exception {
        LetterData elsewhere = new LetterData.Elsewhere("s3://claims/x", 7, SHA256, DATA_KEY);
        ObjectNode letter = json(elsewhere, Edit.NONE, letter(event(utf8("x"))));
        ((ObjectNode) letter.get("event")).put(field, value);

        assertThat(faults(letter)).as(field.toLowerCase(Locale.ROOT)).isNotEmpty();
    }

    @Test
    void aRedrivenLetterNamesTheOneBefore() throws Exception {
        ObjectNode letter = json(LetterData.INLINE, Edit.NONE, letter(event(utf8("x"))));
        assertThat(letter.get("redriveCount").asInt()).isEqualTo(new Redrive(2, "").count());

        letter.remove("previousLetter");

        assertThat(faults(letter)).isNotEmpty();
    }
}
