package dev.punctual.testkit.mapping.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes JSON to bytes. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {
    }

    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    static byte[] write(Content content) {
        var bytes = new ByteArrayOutputStream();
        try (var json = FACTORY.createGenerator(bytes)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON could not be written to memory", e);
        }
        return bytes.toByteArray();
    }
}
