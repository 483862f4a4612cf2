package dev.punctual.runtime.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What Lambda is told of a failure.
 *
 * @param type of the error: the exception's class
 * @param body a JSON object with {@code errorMessage}, {@code errorType} and {@code stackTrace}
 */
public record ErrorReport(String type, byte[] body) {

    private static final int MOST_FRAMES = 64;

    /** That of an exception; at most 64 frames of its stack. */
    public static ErrorReport of(Throwable failure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("errorMessage", String.valueOf(failure.getMessage()));
            json.writeStringField("errorType", failure.getClass().getName());
            json.writeArrayFieldStart("stackTrace");
            StackTraceElement[] frames = failure.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                json.writeString(frames[i].toString());
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        return new ErrorReport(failure.getClass().getName(), bytes.toByteArray());
    }
}
