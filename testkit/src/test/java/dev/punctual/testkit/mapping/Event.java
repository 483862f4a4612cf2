package dev.punctual.testkit.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An event that a function got, and when. */
record Event(JsonNode json, int size, Instant at) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Event of(byte[] payload, Instant at) {
        try {
            return new Event(MAPPER.readTree(payload), payload.length, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> records() {
        return StreamSupport.stream(json.get("Records").spliterator(), false).toList();
    }

    /** Payloads of Kinesis records or bodies of SQS messages. */
    List<String> texts() {
        return records().stream().map(Event::text).toList();
    }

    /** The identifiers that a partial response names. */
    String id(String text) {
        var record = records().stream().filter(item -> text(item).equals(text)).findFirst().orElseThrow();
        return record.has("kinesis") ? record.at("/kinesis/sequenceNumber").asText() : record.get("messageId").asText();
    }

    private static String text(JsonNode record) {
        return record.has("body") ? record.get("body").asText()
                : new String(Base64.getDecoder().decode(record.at("/kinesis/data").asText()), StandardCharsets.UTF_8);
    }
}
