package dev.punctual.runtime.codec;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.punctual.event.Envelope;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.UndecodableException;

/**
 * Reads what JSON says of itself: a CloudEvents 1.0 envelope in structured mode, or a plain object with a field that
 * names its type; safe for use by several threads.
 *
 * <p>
 * An object is a CloudEvent when it has {@code specversion}. Its correlation id is the extension {@code correlationid}.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents JSON</a>
 */
public final class JsonEnvelopeReader implements EnvelopeReader {

    private static final String JSON = "application/json";

    private final JsonFactory json;
    private final String typeField;

    /**
     * @param typeField the field of a plain object that names its type
     */
    public JsonEnvelopeReader(JsonFactory json, String typeField) {
        this.json = json;
        this.typeField = typeField;
    }

    @Override
    public Envelope read(byte[] data) throws UndecodableException {
        try (JsonParser parser = json.createParser(data)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UndecodableException("the event is not a JSON object");
            }
            Fields fields = new Fields();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                field(parser, fields, data);
            }
            if (parser.nextToken() != null) {
                throw new UndecodableException("the event goes on after its JSON object");
            }
            return fields.cloudEvent ? cloudEvent(fields) : new Envelope("", fields.plainType, "", JSON, data);
        } catch (JacksonException e) {
            throw new UndecodableException(
                    "the event is not JSON, from byte " + Math.max(0, e.getLocation().getByteOffset()) + " on");
        } catch (IOException e) {
            throw new UndecodableException("the event cannot be read: " + e.getClass().getName());
        }
    }

    /** What was found so far. */
    private static final class Fields {
        private boolean cloudEvent;
        private String id = "";
        private String type = "";
        private String plainType = "";
        private String correlationId = "";
        private String contentType = JSON;
        private byte[] payload = {};
    }

    private void field(JsonParser parser, Fields fields, byte[] data) throws IOException, UndecodableException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals(typeField) && value == JsonToken.VALUE_STRING) {
            fields.plainType = parser.getText();
        }
        switch (name) {
            case "specversion" -> fields.cloudEvent = value == JsonToken.VALUE_STRING;
            case "id" -> fields.id = text(parser, value);
            case "type" -> fields.type = text(parser, value);
            case "correlationid" -> fields.correlationId = text(parser, value);
            case "datacontenttype" -> fields.contentType = text(parser, value);
            case "data" -> fields.payload = slice(parser, data);
            case "data_base64" -> fields.payload = base64(text(parser, value));
            default -> parser.skipChildren();
        }
        if (parser.currentToken() == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.START_ARRAY) {
            parser.skipChildren();
        }
    }

    private static String text(JsonParser parser, JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? parser.getText() : "";
    }

    /** The bytes of the value at hand, as they stand in the event. */
    private static byte[] slice(JsonParser parser, byte[] data) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getByteOffset();
        return Arrays.copyOfRange(data, start, end);
    }

    private static byte[] base64(String text) throws UndecodableException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new UndecodableException("the CloudEvent's data_base64 is not base64");
        }
    }

    private static Envelope cloudEvent(Fields fields) throws UndecodableException {
        if (fields.type.isEmpty()) {
            throw new UndecodableException("the CloudEvent has no type");
        }
        return new Envelope(fields.id, fields.type, fields.correlationId, fields.contentType, fields.payload);
    }
}
