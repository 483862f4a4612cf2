package dev.punctual.local.lambda.runtimeapi;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An error as a runtime reports it.
 *
 * @param type such as {@code java.lang.IllegalStateException}
 * @param message what the function said of it
 */
public record ErrorReport(String type, String message) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNKNOWN = "Runtime.Unknown";

    /**
     * Reads a report: the body's {@code errorType} and {@code errorMessage}, else the type that the header names.
     *
     * @param header the value of {@code Lambda-Runtime-Function-Error-Type}
     */
    static ErrorReport parse(@Nullable String header, byte[] body) {
        var fallback = header == null || header.isBlank() ? UNKNOWN : header;
        try {
            var report = JSON.readTree(body);
            return new ErrorReport(text(report, "errorType", fallback), text(report, "errorMessage", ""));
        } catch (IOException notJson) {
            return new ErrorReport(fallback, "The runtime's error report of " + body.length + " bytes is not JSON");
        }
    }

    private static String text(JsonNode report, String field, String fallback) {
        var value = report.path(field);
        return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : fallback;
    }
}
