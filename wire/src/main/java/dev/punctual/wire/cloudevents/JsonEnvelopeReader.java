package dev.punctual.wire.cloudevents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.punctual.event.ContentTypes;
import dev.punctual.event.Correlation;
import dev.punctual.event.CorrelationAttributes;
import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.json.JsonFault;

/**
 * Reads what JSON says of itself: a CloudEvents 1.0 envelope in structured mode, or a plain object with a field that
 * names its type; safe for use by several threads.
 *
 * <p>
 * An object is a CloudEvent when it has {@code specversion}. Its correlation stands in extension attributes.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents JSON</a>
 */
final class JsonEnvelopeReader {

    private static final String JSON = "application/json";
    /** How values begin that are no objects; a space is no value at all. */
    private static final String VALUES = " [\"-0123456789tfn";
    private static final byte BYTE_ORDER_MARK = (byte) 0xef;

    private final JsonFactory json;
    private final String typeField;
    private final byte[] typeFieldBytes;

    /**
     * @param typeField the field of a plain object that names its type
     */
    JsonEnvelopeReader(JsonFactory json, String typeField) {
        this.json = json;
        this.typeField = typeField;
        this.typeFieldBytes = typeField.getBytes(StandardCharsets.UTF_8);
    }

    Envelope read(byte[] data) throws UndecodableException {
        if (isWide(data)) {
            throw new UndecodableException("the event is not in UTF-8");
        }
        String plain = PlainJson.typeOf(data, typeFieldBytes);
        if (plain != null) {
            return new Envelope("", plain, Correlation.NONE, JSON, data);
        }
        byte first = first(data);
        if (first != '{' && first != BYTE_ORDER_MARK) {
            // A parser would say so, too, but by an exception of its own.
            throw new UndecodableException(
                    first >= 0 && VALUES.indexOf(first) >= 0 ? "the event is not a JSON object" : "the event is not JSON");
        }
        return parse(data);
    }

    /** With the parser, which knows what is unusual, and says what is wrong. */
    Envelope parse(byte[] data) throws UndecodableException {
        try (JsonParser parser = json.createParser(data)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UndecodableException("the event is not a JSON object");
            }
            Fields fields = new Fields();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                field(parser, fields);
            }
            if (parser.nextToken() != null) {
                throw new UndecodableException("the event goes on after its JSON object");
            }
            return fields.cloudEvent ? cloudEvent(fields, data)
                    : new Envelope("", fields.plainType, Correlation.NONE, JSON, data);
        } catch (JacksonException e) {
            throw new UndecodableException("the event is not JSON" + JsonFault.place(e));
        } catch (IOException e) {
            throw new UndecodableException("the event cannot be read: " + e.getClass().getName());
        }
    }

    /** Whether it is in UTF-16 or UTF-32, which Jackson reads too, and counts no bytes then. */
    static boolean isWide(byte[] data) {
        return data.length > 1 && (data[0] == 0 || data[1] == 0 || (data[0] & 0xfe) == 0xfe && (data[1] & 0xfe) == 0xfe);
    }

    /** What stands behind white space; a space where nothing does. */
    private static byte first(byte[] data) {
        for (byte next : data) {
            if (next != ' ' && next != '\t' && next != '\n' && next != '\r') {
                return next;
            }
        }
        return ' ';
    }

    /** What was found so far. */
    private static final class Fields {
        private boolean cloudEvent;
        private String id = "";
        private String type = "";
        private String plainType = "";
        private final CorrelationAttributes correlation = new CorrelationAttributes();
        private String contentType = "";
        private String base64 = "";
        private boolean quoted;
        private int dataStart;
        private int dataEnd;
    }

    private void field(JsonParser parser, Fields fields) throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals(typeField)) {
            fields.plainType = text(parser, value);
        }
        switch (name) {
            case "specversion" -> fields.cloudEvent = value == JsonToken.VALUE_STRING;
            case "id" -> fields.id = text(parser, value);
            case "type" -> fields.type = text(parser, value);
            case "datacontenttype" -> fields.contentType = text(parser, value);
            case "data" -> locate(parser, fields);
            case "data_base64" -> fields.base64 = text(parser, value);
            default -> {
                if (CorrelationAttributes.isOne(name) && value.isScalarValue()) {
                    fields.correlation.put(name, parser.getText());
                }
                parser.skipChildren();
            }
        }
        if (parser.currentToken() == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.START_ARRAY) {
            parser.skipChildren();
        }
    }

    private static String text(JsonParser parser, JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? parser.getText() : "";
    }

    /** Where the value at hand stands in the event. */
    private static void locate(JsonParser parser, Fields fields) throws IOException {
        fields.quoted = parser.currentToken() == JsonToken.VALUE_STRING;
        fields.dataStart = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        fields.dataEnd = (int) parser.currentLocation().getByteOffset();
    }

    private Envelope cloudEvent(Fields fields, byte[] event) throws IOException, UndecodableException {
        if (fields.type.isEmpty()) {
            throw new UndecodableException("the CloudEvent has no type");
        }
        return new Envelope(fields.id, fields.type, fields.correlation.correlation(), contentType(fields),
                payload(fields, event));
    }

    /** JSON where nothing is said, as the format has it; of binary data nothing is known then. */
    private static String contentType(Fields fields) {
        return fields.contentType.isEmpty() && fields.base64.isEmpty() ? JSON : fields.contentType;
    }

    private byte[] payload(Fields fields, byte[] event) throws IOException, UndecodableException {
        if (!fields.base64.isEmpty()) {
            return base64(fields.base64);
        }
        if (fields.quoted && !ContentTypes.isJson(contentType(fields))) {
            // Text: JSON's quotes and escapes are the envelope's.
            return content(event, fields.dataStart, fields.dataEnd);
        }
        return Arrays.copyOfRange(event, fields.dataStart, fields.dataEnd);
    }

    private static byte[] base64(String text) throws UndecodableException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new UndecodableException("the CloudEvent's data_base64 is not base64");
        }
    }

    private byte[] content(byte[] event, int start, int end) throws IOException, UndecodableException {
        try (JsonParser parser = json.createParser(event, start, end - start)) {
            parser.nextToken();
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(parser.getText()));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            throw new UndecodableException("the CloudEvent's data holds half of a surrogate pair");
        }
    }
}
