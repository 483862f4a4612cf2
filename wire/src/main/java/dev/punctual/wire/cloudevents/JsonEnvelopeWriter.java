package dev.punctual.wire.cloudevents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;

import dev.punctual.event.ContentTypes;
import dev.punctual.event.CorrelationAttributes;

/** CloudEvents in JSON: data that is JSON stands there as it is, text as text, everything else as base64. */
final class JsonEnvelopeWriter implements EnvelopeWriter {

    private static final int ATTRIBUTES = 256;

    private final JsonFactory json;

    JsonEnvelopeWriter(JsonFactory json) {
        this.json = json;
    }

    @Override
    public byte[] write(OutgoingEnvelope event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(ATTRIBUTES + event.data().length * 4 / 3);
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            attributes(event, generator);
            data(event, generator, out);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array refused to be written to", e);
        }
        return out.toByteArray();
    }

    private static void attributes(OutgoingEnvelope event, JsonGenerator generator) throws IOException {
        generator.writeStringField("specversion", "1.0");
        generator.writeStringField("id", event.id());
        generator.writeStringField("source", event.source());
        generator.writeStringField("type", event.type());
        generator.writeStringField("time", event.time().toString());
        optional("subject", event.subject(), generator);
        optional("partitionkey", event.partitionKey(), generator);
        for (Map.Entry<String, String> attribute : CorrelationAttributes.of(event.correlation()).entrySet()) {
            generator.writeStringField(attribute.getKey(), attribute.getValue());
        }
        if (event.data().length > 0) {
            optional("datacontenttype", event.contentType(), generator);
        }
    }

    private static void optional(String name, String value, JsonGenerator generator) throws IOException {
        if (!value.isEmpty()) {
            generator.writeStringField(name, value);
        }
    }

    private void data(OutgoingEnvelope event, JsonGenerator generator, ByteArrayOutputStream out) throws IOException {
        byte[] data = event.data();
        if (data.length == 0) {
            return;
        }
        if (ContentTypes.isJson(event.contentType())) {
            check(data);
            generator.writeFieldName("data");
            // The generator puts the colon; the bytes need no way through characters.
            generator.writeRawValue("");
            generator.flush();
            out.write(data, 0, data.length);
            return;
        }
        Optional<String> text = ContentTypes.isText(event.contentType()) ? text(data) : Optional.empty();
        if (text.isPresent()) {
            generator.writeStringField("data", text.get());
        } else {
            generator.writeBinaryField("data_base64", data);
        }
    }

    /** What is no JSON would break the envelope, for all who read it. */
    private void check(byte[] data) throws IOException {
        boolean one;
        try (JsonParser parser = json.createParser(data)) {
            one = parser.nextToken() != null && parser.skipChildren().nextToken() == null && data[0] != (byte) 0xef;
        } catch (JacksonException e) {
            one = false;
        }
        if (!one || JsonEnvelopeReader.isWide(data)) {
            throw new IllegalArgumentException("the data is said to be JSON and is not, or not in UTF-8");
        }
    }

    private static Optional<String> text(byte[] data) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
