package dev.punctual.runtime.metrics.emf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes a document as a line of JSON; safe for use by several threads. */
final class EmfLine {

    private static final int TYPICAL = 2_048;

    private final JsonFactory json;
    private final String namespace;

    /**
     * @param namespace of the metrics, 1 to 255 characters
     */
    EmfLine(JsonFactory json, String namespace) {
        this.json = json;
        this.namespace = namespace;
    }

    /**
     * The line, with its end.
     *
     * @param properties what the line says beside its metrics, for queries
     */
    byte[] write(EmfDocuments.Document document, Instant at, Map<String, String> properties) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            metadata(document, at, out);
            for (Map.Entry<String, String> property : properties.entrySet()) {
                if (!document.dimensions().containsKey(property.getKey()) && !document.names().contains(property.getKey())) {
                    out.writeStringField(property.getKey(), property.getValue());
                }
            }
            for (Map.Entry<String, String> dimension : document.dimensions().entrySet()) {
                out.writeStringField(dimension.getKey(), dimension.getValue());
            }
            for (List<Sample> samples : document.directives().values()) {
                for (Sample sample : samples) {
                    value(sample, out);
                }
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private void metadata(EmfDocuments.Document document, Instant at, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("_aws");
        out.writeNumberField("Timestamp", at.toEpochMilli());
        out.writeArrayFieldStart("CloudWatchMetrics");
        for (Map.Entry<Set<String>, List<Sample>> directive : document.directives().entrySet()) {
            out.writeStartObject();
            out.writeStringField("Namespace", namespace);
            out.writeArrayFieldStart("Dimensions");
            out.writeStartArray();
            for (String dimension : directive.getKey()) {
                out.writeString(dimension);
            }
            out.writeEndArray();
            out.writeEndArray();
            out.writeArrayFieldStart("Metrics");
            for (Sample sample : directive.getValue()) {
                out.writeStartObject();
                out.writeStringField("Name", sample.name());
                out.writeStringField("Unit", sample.unit());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void value(Sample sample, JsonGenerator out) throws IOException {
        if (sample.value() instanceof Sample.Number number) {
            out.writeFieldName(sample.name());
            number(number.value(), out);
        } else if (sample.value() instanceof Sample.Values values) {
            distribution(sample.name(), values.values(), out);
        }
    }

    private static void distribution(String name, Distribution.Snapshot values, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeArrayFieldStart("Values");
        for (Distribution.Bucket bucket : values.buckets()) {
            number(bucket.mean(), out);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("Counts");
        for (Distribution.Bucket bucket : values.buckets()) {
            out.writeNumber(bucket.count());
        }
        out.writeEndArray();
        out.writeFieldName("Max");
        number(values.max(), out);
        out.writeFieldName("Min");
        number(values.min(), out);
        out.writeNumberField("Count", values.count());
        out.writeFieldName("Sum");
        number(values.sum(), out);
        out.writeEndObject();
    }

    /** Three digits after the point: a thousandth of a millisecond. */
    private static void number(double value, JsonGenerator out) throws IOException {
        double rounded = Math.round(value * 1_000) / 1_000d;
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15) {
            out.writeNumber((long) rounded);
        } else {
            out.writeNumber(rounded);
        }
    }
}
