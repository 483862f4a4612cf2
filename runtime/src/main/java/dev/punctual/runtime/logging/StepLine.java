package dev.punctual.runtime.logging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.punctual.deadline.Deadline;
import dev.punctual.event.Correlation;

/**
 * One step of an event as a line of JSON, which CloudWatch Logs finds by its fields; never with a payload. Of one step, used by
 * one
 * thread.
 */
final class StepLine {

    private static final int TYPICAL = 640;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL);
    private final JsonGenerator json;

    /**
     * @param step its kind
     * @param at when it was certain
     */
    StepLine(JsonFactory factory, String step, Instant at) {
        try {
            json = factory.createGenerator(bytes);
            json.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        text("punctual", "step");
        text("step", step);
        text("at", at.toString());
    }

    /** Which event it is of. */
    StepLine event(String id, String type, Correlation correlation) {
        text("correlationId", correlation.correlationId());
        told("causationId", correlation.causationId());
        text("eventId", id);
        text("type", type);
        if (correlation.chainLength() > 0) {
            number("chainLength", correlation.chainLength());
        }
        return told("traceparent", correlation.trace().traceparent());
    }

    /** For which handler, from which source, and until when. */
    StepLine delivery(String handler, String source, Deadline deadline) {
        text("handler", handler);
        text("source", source);
        text("arrival", deadline.arrival().toString());
        return text("deadline", deadline.at().toString());
    }

    StepLine text(String field, String value) {
        try {
            json.writeStringField(field, value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
    }

    /** Left out where it is empty. */
    StepLine told(String field, String value) {
        return value.isEmpty() ? this : text(field, value);
    }

    StepLine number(String field, int value) {
        try {
            json.writeNumberField(field, value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
    }

    /** The line, with its end. */
    byte[] end() {
        try {
            json.writeEndObject();
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }
}
