package dev.punctual.testkit.mapping.response;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * A function's answer under {@code ReportBatchItemFailures}, read as Lambda reads it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html">AWS's rules on
 *      success and failure conditions</a>
 */
public sealed interface PartialResponse {

    /** No failures: an empty answer, {@code null}, no list, a null list or an empty one. */
    record AllSucceeded() implements PartialResponse {
    }

    /** Some items failed; at least one id, none of them empty. */
    record Failures(Set<String> itemIdentifiers) implements PartialResponse {
    }

    /**
     * The answer breaks the rules, so the whole batch counts as failed.
     *
     * @param reason for people
     */
    record Malformed(String reason) implements PartialResponse {
    }

    /** Reads an answer; never throws. */
    static PartialResponse parse(byte[] payload) {
        try (var parser = Reader.JSON.createParser(payload)) {
            return Reader.read(parser);
        } catch (IOException e) {
            return new Malformed("not JSON: " + e.getClass().getSimpleName());
        }
    }

    /** Walks through the JSON. */
    final class Reader {

        private static final JsonFactory JSON = new JsonFactory();

        private Reader() {
        }

        private static PartialResponse read(JsonParser json) throws IOException {
            var first = json.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                return new AllSucceeded();
            }
            if (first != JsonToken.START_OBJECT) {
                return new Malformed("not a JSON object");
            }
            PartialResponse result = new AllSucceeded();
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                if (name.equals("batchItemFailures")) {
                    result = failures(json);
                } else {
                    json.skipChildren();
                }
                if (result instanceof Malformed) {
                    return result;
                }
            }
            return json.nextToken() == null ? result : new Malformed("more than one JSON value");
        }

        private static PartialResponse failures(JsonParser json) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                return new AllSucceeded();
            }
            if (json.currentToken() != JsonToken.START_ARRAY) {
                return new Malformed("batchItemFailures is not a list");
            }
            var ids = new LinkedHashSet<String>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                var id = json.currentToken() == JsonToken.START_OBJECT ? identifier(json) : "";
                if (id.isEmpty()) {
                    return new Malformed("an item of batchItemFailures has no itemIdentifier, or an empty one");
                }
                ids.add(id);
            }
            return ids.isEmpty() ? new AllSucceeded() : new Failures(Set.copyOf(ids));
        }

        private static String identifier(JsonParser json) throws IOException {
            var id = "";
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                var value = json.nextToken();
                if (name.equals("itemIdentifier") && value == JsonToken.VALUE_STRING) {
                    id = json.getText();
                } else {
                    json.skipChildren();
                }
            }
            return id;
        }
    }
}
