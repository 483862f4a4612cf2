package dev.punctual.runtime.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Made-up events, as producers write them. */
final class SampleEvents {

    /** The id of every made-up event. */
    static final String ID = "00000000-0000-0000-0000-000000000000";

    private SampleEvents() {
    }

    /** The payload itself for handlers of every type, else a CloudEvent around it. */
    static byte[] event(String type, byte[] payload, JsonFactory json) {
        return type.isEmpty() ? payload : cloudEvent(type, payload, json);
    }

    private static byte[] cloudEvent(String type, byte[] payload, JsonFactory json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("specversion", "1.0");
            out.writeStringField("id", ID);
            out.writeStringField("source", "/punctual");
            out.writeStringField("type", type);
            if (payload.length > 0 && payload[0] == '{') {
                out.writeFieldName("data");
                out.writeRawValue(new String(payload, UTF_8));
            } else {
                out.writeStringField("data_base64", Base64.getEncoder().encodeToString(payload));
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        return bytes.toByteArray();
    }
}
