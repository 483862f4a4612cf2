package dev.punctual.testkit.handler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.event.Correlation;
import dev.punctual.event.CorrelationAttributes;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.UndecodableException;

/** Reads CloudEvents in structured mode, and plain JSON objects whose field {@code type} names their type. */
public final class JsonEnvelopes implements EnvelopeReader {

    private static final String JSON = "application/json";

    private final ObjectMapper mapper;

    public JsonEnvelopes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Envelope read(EventRecord event) throws UndecodableException {
        return read(event.data());
    }

    Envelope read(byte[] data) throws UndecodableException {
        JsonNode event;
        try {
            event = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(data);
        } catch (IOException e) {
            throw new UndecodableException("the event is not JSON (" + e.getClass().getSimpleName() + ")");
        }
        if (!event.isObject()) {
            throw new UndecodableException("the event is not a JSON object");
        }
        return event.path("specversion").isTextual() ? cloudEvent(event)
                : new Envelope("", event.path("type").asText(""), Correlation.NONE, JSON, data);
    }

    private static Envelope cloudEvent(JsonNode event) throws UndecodableException {
        String type = event.path("type").asText("");
        if (type.isEmpty()) {
            throw new UndecodableException("the CloudEvent has no type");
        }
        return new Envelope(event.path("id").asText(""), type, correlation(event),
                event.path("datacontenttype").asText(JSON), payload(event));
    }

    private static Correlation correlation(JsonNode event) {
        CorrelationAttributes attributes = new CorrelationAttributes();
        event.fields().forEachRemaining(field -> attributes.put(field.getKey(), field.getValue().asText("")));
        return attributes.correlation();
    }

    private static byte[] payload(JsonNode event) throws UndecodableException {
        if (!event.has("data_base64")) {
            return event.has("data") ? event.get("data").toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        try {
            return event.get("data_base64").binaryValue();
        } catch (IOException e) {
            throw new UndecodableException("the CloudEvent's data_base64 is not base64");
        }
    }
}
