package dev.punctual.cli.show;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.LetterGroup;
import dev.punctual.deadletter.StoredLetter;

/** Letters and groups as JSON for scripts; fields are added over time, and never change their meaning. */
public final class LetterJson {

    /** Writes some fields of an object. */
    @FunctionalInterface
    public interface Fields {

        /** Writes them. */
        void write(JsonGenerator json) throws IOException;
    }

    private static final JsonFactory JSON = new JsonFactory();

    private LetterJson() {
    }

    /** An object on one line. */
    public static String object(Fields fields) {
        return document(json -> {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        });
    }

    /** Any document on one line. */
    public static String document(Fields content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON is not written to memory", e);
        }
        return text.toString();
    }

    /** What a letter says, its attempts and bytes left out. */
    public static void summary(JsonGenerator json, StoredLetter stored) throws IOException {
        DeadLetter letter = stored.letter();
        json.writeStringField("id", letter.id());
        json.writeStringField("shortId", ShortId.of(letter.id()));
        json.writeStringField("source", stored.source());
        json.writeStringField("reason", letter.reason().name());
        json.writeStringField("detail", letter.detail());
        json.writeStringField("handler", letter.handler());
        json.writeStringField("fingerprint", letter.fingerprint());
        json.writeStringField("eventId", letter.eventId());
        json.writeStringField("type", letter.type());
        json.writeStringField("correlationId", letter.correlationId());
        json.writeStringField("contentType", letter.contentType());
        json.writeStringField("arrivedAt", letter.event().arrival().toString());
        json.writeStringField("countedFrom", letter.deadline().arrival().toString());
        json.writeStringField("deadline", letter.deadline().at().toString());
        json.writeStringField("diedAt", letter.diedAt().toString());
        json.writeNumberField("attempts", letter.attempts().count());
        json.writeNumberField("redriveCount", letter.redrive().count());
        json.writeStringField("previousLetter", letter.redrive().previousLetter());
        json.writeNumberField("revision", stored.edit().revision());
        json.writeStringField("data", where(stored.data()));
        json.writeStringField("sentAt", stored.sent().toString());
        json.writeStringField("messageId", stored.messageId());
        if (letter.attempts().latest().isPresent()) {
            json.writeStringField("exception", letter.attempts().latest().get().failure().exception());
            json.writeStringField("message", letter.attempts().latest().get().failure().message());
        }
    }

    private static String where(LetterData data) {
        if (data instanceof LetterData.Elsewhere elsewhere) {
            return elsewhere.location();
        }
        return data instanceof LetterData.Missing ? "missing" : data instanceof LetterData.Encrypted ? "encrypted" : "inline";
    }

    /** Where a letter's event came from, and who gave it up. */
    public static void origin(JsonGenerator json, DeadLetter letter) throws IOException {
        json.writeStringField("sourceArn", letter.event().source().arn());
        json.writeStringField("shardId", letter.event().shardId());
        json.writeStringField("sequenceNumber", letter.event().sequenceNumber());
        json.writeStringField("partitionKey", letter.event().partitionKey());
        json.writeStringField("function", letter.function());
        json.writeStringField("requestId", letter.requestId());
        json.writeStringField("application", letter.application());
    }

    /** The attempts that are kept. */
    public static void timeline(JsonGenerator json, DeadLetter letter) throws IOException {
        json.writeArrayFieldStart("timeline");
        for (Attempt attempt : letter.attempts().kept()) {
            json.writeStartObject();
            json.writeNumberField("number", attempt.number());
            json.writeStringField("start", attempt.start().toString());
            json.writeStringField("end", attempt.end().toString());
            json.writeStringField("function", attempt.function());
            json.writeStringField("requestId", attempt.requestId());
            json.writeStringField("exception", attempt.failure().exception());
            json.writeStringField("message", attempt.failure().message());
            json.writeStringField("fingerprint", attempt.failure().fingerprint());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A group. */
    public static void group(JsonGenerator json, LetterGroup group) throws IOException {
        json.writeStartObject();
        json.writeStringField("fingerprint", group.key().fingerprint());
        json.writeStringField("reason", group.key().reason().name());
        json.writeStringField("handler", group.key().handler());
        json.writeNumberField("count", group.count());
        json.writeStringField("firstSeen", group.firstSeen().toString());
        json.writeStringField("lastSeen", group.lastSeen().toString());
        json.writeObjectFieldStart("example");
        summary(json, group.example());
        json.writeEndObject();
        json.writeEndObject();
    }
}
