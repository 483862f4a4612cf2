package dev.punctual.journey.source;

import java.io.IOException;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Answers of CloudWatch Logs' API: {@code filter-log-events}, whose events have a {@code message}, and
 * {@code get-query-results}, whose
 * rows have fields with a {@code value}. Safe for use by several threads.
 */
final class LogAnswers {

    private final JsonFactory json = new JsonFactory();

    /**
     * Hands the messages over.
     *
     * @throws IOException if the text is not JSON
     */
    void messages(String text, Consumer<String> to) throws IOException {
        try (JsonParser parser = json.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String name = parser.currentName();
                if (token == JsonToken.VALUE_STRING && ("message".equals(name) || "value".equals(name))) {
                    to.accept(parser.getText());
                }
            }
        }
    }
}
