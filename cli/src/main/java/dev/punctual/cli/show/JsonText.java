package dev.punctual.cli.show;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/** JSON, laid out anew; numbers keep the digits they have. */
public final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {
    }

    /** On many lines; empty if the bytes are not one JSON document. */
    public static Optional<String> pretty(byte[] bytes) {
        return copied(bytes, true);
    }

    /** On one line; empty if the bytes are not one JSON document. */
    public static Optional<String> compact(byte[] bytes) {
        return copied(bytes, false);
    }

    /**
     * Where bytes are not one JSON document.
     *
     * @return in a sentence without the bytes; empty if they are one
     */
    public static Optional<String> fault(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() == null) {
                return Optional.of("it is empty");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                return Optional.of("something follows the document");
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            return Optional.of(at == null ? "it is damaged" : "line " + at.getLineNr() + ", column " + at.getColumnNr());
        } catch (IOException e) {
            return Optional.of("it cannot be read");
        }
    }

    private static Optional<String> copied(byte[] bytes, boolean pretty) {
        StringWriter text = new StringWriter();
        try (JsonParser parser = JSON.createParser(bytes); JsonGenerator generator = JSON.createGenerator(text)) {
            if (pretty) {
                DefaultIndenter lines = new DefaultIndenter("  ", "\n");
                generator.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            }
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            int depth = 0;
            do {
                depth += copy(parser, generator);
            } while (depth > 0 && parser.nextToken() != null);
            if (depth > 0 || parser.nextToken() != null) {
                return Optional.empty();
            }
        } catch (IOException e) {
            // Not JSON is an answer, too.
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }

    private static int copy(JsonParser parser, JsonGenerator generator) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
            generator.writeNumber(parser.getText());
        } else {
            generator.copyCurrentEvent(parser);
        }
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
}
