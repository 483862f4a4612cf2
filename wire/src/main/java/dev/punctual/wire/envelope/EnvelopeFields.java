package dev.punctual.wire.envelope;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.Redrive;
import dev.punctual.event.EventRecord;

/** What parked events and dead letters have in common, as JSON. */
final class EnvelopeFields {

    /** Up to so many bytes, reading matters more than size: a message takes eight times as much. */
    private static final int READ_BY_PEOPLE = 128 * 1_024;

    /** Of an event's bytes: as they are, or elsewhere, or nowhere. */
    static final String TEXT = "text";
    static final String ELSEWHERE = "elsewhere";
    static final String MISSING = "missing";
    /** A nonce of 12 bytes, the ciphertext, a tag of 16 bytes; the key is encrypted by AWS KMS. */
    static final String ENCRYPTION = "KMS-AES-256-GCM";

    /** Writes one JSON object. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private EnvelopeFields() {
    }

    static String object(JsonFactory factory, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = factory.createGenerator(bytes)) {
            // Else characters beyond the basic plane, such as emoji, become escapes that nobody can read.
            json.enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static void event(JsonGenerator json, EventRecord event, LetterData data) throws IOException {
        json.writeObjectFieldStart("event");
        json.writeStringField("sourceKind", event.source().kind().name().toLowerCase(java.util.Locale.ROOT));
        json.writeStringField("sourceName", event.source().name());
        json.writeStringField("sourceArn", event.source().arn());
        json.writeStringField("shardId", event.shardId());
        json.writeStringField("sequenceNumber", event.sequenceNumber());
        if (event.subSequenceNumber() != EventRecord.ALONE) {
            json.writeNumberField("subSequenceNumber", event.subSequenceNumber());
        }
        text(json, "partitionKey", event.partitionKey());
        json.writeStringField("arrival", event.arrival().toString());
        attributes(json, event.attributes());
        data(json, event.data(), data);
        json.writeEndObject();
    }

    private static void attributes(JsonGenerator json, Map<String, String> attributes) throws IOException {
        if (attributes.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("attributes");
        for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
            json.writeFieldName(legal(attribute.getKey()));
            json.writeString(legal(attribute.getValue()));
        }
        json.writeEndObject();
    }

    private static void data(JsonGenerator json, byte[] bytes, LetterData data) throws IOException {
        if (data instanceof LetterData.Encrypted encrypted) {
            dataKey(json, encrypted.dataKey());
            base64(json, bytes);
        } else if (data instanceof LetterData.Elsewhere elsewhere) {
            json.writeStringField("dataEncoding", ELSEWHERE);
            text(json, "dataLocation", elsewhere.location());
            json.writeNumberField("dataSize", elsewhere.size());
            json.writeStringField("dataSha256", elsewhere.sha256());
            if (!elsewhere.dataKey().isEmpty()) {
                dataKey(json, elsewhere.dataKey());
            }
        } else if (data instanceof LetterData.Missing missing) {
            json.writeStringField("dataEncoding", MISSING);
            text(json, "dataMissing", missing.why());
        } else {
            inline(json, bytes);
        }
    }

    private static void dataKey(JsonGenerator json, String key) throws IOException {
        json.writeStringField("dataEncryption", ENCRYPTION);
        json.writeStringField("dataKey", key);
    }

    private static void base64(JsonGenerator json, byte[] bytes) throws IOException {
        json.writeStringField("dataEncoding", "base64");
        json.writeStringField("data", Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * The record's bytes: as text where that tells them exactly, so that a person can read them; else as base64. So are many
     * bytes whose text, escaped, is longer: nobody reads that much, and the queue's limit may be what matters.
     */
    private static void inline(JsonGenerator json, byte[] data) throws IOException {
        String text = text(data);
        boolean readable = text != null
                && (data.length <= READ_BY_PEOPLE || escapedLength(text, data.length) <= data.length / 3 * 4);
        if (readable) {
            json.writeStringField("dataEncoding", TEXT);
            json.writeStringField("data", text);
        } else {
            base64(json, data);
        }
    }

    private static @org.jspecify.annotations.Nullable String text(byte[] data) {
        try {
            // A decoder of its own reports malformed input instead of replacing it.
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
            return text.chars().allMatch(EnvelopeFields::isReadable) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static long escapedLength(String text, int bytes) {
        return bytes + text.chars().filter(character -> character < ' ' || character == '"' || character == '\\').count();
    }

    private static boolean isReadable(int character) {
        return character >= ' ' && character < '\uFFFE' || character == '\n' || character == '\r' || character == '\t';
    }

    static void redrive(JsonGenerator json, Redrive redrive) throws IOException {
        json.writeNumberField("redriveCount", redrive.count());
        if (redrive.count() > 0) {
            text(json, "previousLetter", redrive.previousLetter());
        }
    }

    static void attempts(JsonGenerator json, AttemptHistory attempts) throws IOException {
        json.writeNumberField("attemptCount", attempts.count());
        json.writeArrayFieldStart("attempts");
        for (Attempt attempt : attempts.kept()) {
            json.writeStartObject();
            json.writeNumberField("number", attempt.number());
            json.writeStringField("start", attempt.start().toString());
            json.writeStringField("end", attempt.end().toString());
            json.writeStringField("function", attempt.function());
            json.writeStringField("requestId", attempt.requestId());
            json.writeStringField("exception", attempt.failure().exception());
            text(json, "message", attempt.failure().message());
            json.writeStringField("fingerprint", attempt.failure().fingerprint());
            traceparent(json, attempt.traceparent());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Left out where there is none. */
    static void traceparent(JsonGenerator json, String traceparent) throws IOException {
        if (!traceparent.isEmpty()) {
            json.writeStringField("traceparent", traceparent);
        }
    }

    /** Text that others wrote; characters that SQS does not take (U+FFFE, U+FFFF, lone surrogates) are replaced. */
    static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeStringField(field, legal(text));
    }

    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(character -> legal.appendCodePoint(isLegal(character) ? character : '\uFFFD'));
        return legal.toString();
    }

    private static boolean isLegal(int character) {
        return character < Character.MIN_SURROGATE || character > 0xFFFF
                || character > Character.MAX_SURROGATE && character < 0xFFFE;
    }
}
