package dev.punctual.testkit;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes bytes of what a test puts. */
record Payloads(ObjectMapper mapper) {

    /** A mapper set up as Quarkus sets up the application's. */
    static ObjectMapper defaultMapper() {
        return JsonMapper.builder().findAndAddModules().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS).build();
    }

    /**
     * @param number of the event, for an id where a CloudEvent has none
     * @throws IllegalArgumentException if the payload cannot be written as JSON
     */
    byte[] bytes(Object payload, int number) {
        if (payload instanceof byte[] bytes) {
            return bytes.clone();
        } else if (payload instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return mapper.writeValueAsBytes(payload instanceof CloudEvent event ? envelope(event, number) : payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a " + payload.getClass().getName() + " cannot be put, since Jackson does not write it as JSON", e);
        }
    }

    private ObjectNode envelope(CloudEvent event, int number) {
        ObjectNode json = mapper.createObjectNode();
        json.put("specversion", "1.0");
        json.put("id", event.id().isEmpty() ? "event-" + number : event.id());
        json.put("source", "/test");
        json.put("type", event.type());
        if (!event.correlationId().isEmpty()) {
            json.put("correlationid", event.correlationId());
        }
        if (event.data() instanceof byte[] bytes) {
            json.put("data_base64", bytes);
        } else {
            json.set("data", mapper.valueToTree(event.data()));
        }
        return json;
    }
}
