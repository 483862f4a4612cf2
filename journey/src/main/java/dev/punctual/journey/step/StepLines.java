package dev.punctual.journey.step;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads steps from lines; safe for use by several threads.
 *
 * <p>
 * A line may be a step, have one in its field {@code punctual} or, as text, in its field {@code message} or {@code @message},
 * and may
 * begin with a time stamp, as exported lines do.
 */
public final class StepLines {

    private static final String MARK = "punctual";
    private static final int DEEPEST = 3;

    private final JsonFactory json = new JsonFactory();

    /** The step of a line; nothing where there is none. */
    public Optional<Step> read(String line) {
        return line.contains(MARK) ? read(line, 0) : Optional.empty();
    }

    private Optional<Step> read(String line, int depth) {
        int start = line.indexOf('{');
        if (start < 0 || depth > DEEPEST) {
            return Optional.empty();
        }
        try (JsonParser parser = json.createParser(line.substring(start))) {
            parser.nextToken();
            return object(parser, depth);
        } catch (IOException e) {
            // Other lines may be anything, and a step may be cut off.
            return Optional.empty();
        }
    }

    private Optional<Step> object(JsonParser parser, int depth) throws IOException {
        Map<String, String> fields = new HashMap<>();
        Optional<Step> within = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_NULL) {
                continue;
            }
            if (value.isScalarValue()) {
                fields.put(name, parser.getText());
            } else if (name.equals(MARK) && value == JsonToken.START_OBJECT && depth < DEEPEST) {
                within = object(parser, depth + 1);
            } else {
                parser.skipChildren();
            }
        }
        if (within.isPresent() || "step".equals(fields.get(MARK)) || depth > 0 && fields.containsKey("step")) {
            return within.or(() -> new StepFields(fields).step());
        }
        String message = fields.getOrDefault("message", fields.getOrDefault("@message", ""));
        return message.contains(MARK) ? read(message, depth + 1) : Optional.empty();
    }
}
