package dev.punctual.runtime.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes a partial batch response, which an event source mapping reads when it has {@code ReportBatchItemFailures}. */
public final class BatchResponse {

    private BatchResponse() {
    }

    /**
     * The answer that names the items which were not handled.
     *
     * @param failures their item ids, in order
     */
    public static byte[] of(List<String> failures, JsonFactory json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            generator.writeStartObject();
            generator.writeArrayFieldStart("batchItemFailures");
            for (String failure : failures) {
                generator.writeStartObject();
                generator.writeStringField("itemIdentifier", failure);
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        return bytes.toByteArray();
    }
}
