package dev.punctual.journey.source;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.punctual.journey.step.Step;
import dev.punctual.journey.step.StepFields;

/**
 * Traces in OTLP's JSON form: spans of attempts and of published events, and the events of invocations' spans. Safe for use by
 * several threads.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">JSON Protobuf encoding</a>
 */
final class OtlpSpans {

    private static final Map<String, String> FIELDS = Map.ofEntries(Map.entry("messaging.message.id", "eventId"),
            Map.entry("messaging.message.conversation_id", "correlationId"), Map.entry("messaging.destination.name", "source"),
            Map.entry("punctual.handler", "handler"), Map.entry("punctual.event.type", "type"),
            Map.entry("punctual.causation_id", "causationId"), Map.entry("punctual.attempt", "number"),
            Map.entry("punctual.attempts", "attempts"), Map.entry("punctual.arrival", "arrival"),
            Map.entry("punctual.deadline", "deadline"), Map.entry("punctual.delay", "delay"),
            Map.entry("punctual.reason", "reason"), Map.entry("punctual.why", "why"), Map.entry("error.type", "exception"),
            Map.entry("faas.name", "function"), Map.entry("messaging.operation.name", "operation"));
    private static final String OWN = "punctual.";
    private static final long NANOS = 1_000_000_000;

    private final JsonFactory json = new JsonFactory();

    /**
     * Hands the steps of a document over.
     *
     * @throws IOException if it is not JSON
     */
    void read(String document, Consumer<Step> to) throws IOException {
        try (JsonParser parser = json.createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY && "spans".equals(parser.currentName())) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        span(parser, to);
                    }
                }
            }
        }
    }

    private static void span(JsonParser parser, Consumer<Step> to) throws IOException {
        Map<String, String> fields = new HashMap<>();
        String start = "";
        String end = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "startTimeUnixNano" -> start = instant(parser.getText());
                case "endTimeUnixNano" -> end = instant(parser.getText());
                case "attributes" -> attributes(parser, fields);
                case "events" -> events(parser, to);
                default -> parser.skipChildren();
            }
        }
        ofSpan(fields, start, end).ifPresent(to);
    }

    private static Optional<Step> ofSpan(Map<String, String> fields, String start, String end) {
        fields.put("start", start);
        fields.put("at", end);
        switch (fields.getOrDefault("operation", "")) {
            case "process" -> fields.put("step", "attempt");
            case "send" -> {
                if (fields.containsKey("exception")) {
                    return Optional.empty();
                }
                fields.put("step", "published");
                fields.put("stream", fields.getOrDefault("source", ""));
            }
            default -> {
                return Optional.empty();
            }
        }
        return new StepFields(fields).step();
    }

    private static void events(JsonParser parser, Consumer<Step> to) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> fields = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "timeUnixNano" -> fields.put("at", instant(parser.getText()));
                    case "name" -> fields.put("step",
                            parser.getText().startsWith(OWN) ? parser.getText().substring(OWN.length()) : "");
                    case "attributes" -> attributes(parser, fields);
                    default -> parser.skipChildren();
                }
            }
            new StepFields(fields).step().ifPresent(to);
        }
    }

    /** {@code [{"key": …, "value": {"stringValue": …}}]}; whole numbers are texts, too. */
    private static void attributes(JsonParser parser, Map<String, String> fields) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            String key = "";
            String value = "";
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isKey = parser.currentName().equals("key");
                parser.nextToken();
                if (isKey) {
                    key = parser.getText();
                } else {
                    value = value(parser);
                }
            }
            if (FIELDS.containsKey(key)) {
                fields.put(FIELDS.get(key), value);
            }
        }
    }

    private static String value(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return "";
        }
        String value = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (parser.nextToken().isScalarValue()) {
                value = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        return value;
    }

    private static String instant(String nanos) {
        try {
            long all = Long.parseLong(nanos);
            return Instant.ofEpochSecond(all / NANOS, all % NANOS).toString();
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
