package dev.punctual.runtime.readback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.wire.json.JsonFault;

/**
 * What Lambda puts into a bucket about a batch that it gave up: the event that the function would have got, as a string or an
 * object, and more.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html">Retain discarded batch
 *      records for a Kinesis data stream</a>
 */
final class InvocationRecord {

    private static final String PAYLOAD = "payload";

    private final JsonFactory json;

    InvocationRecord(JsonFactory json) {
        this.json = json;
    }

    /**
     * The event in an invocation record.
     *
     * @throws MalformedEventException if there is none
     */
    byte[] event(byte[] object) {
        try (JsonParser parser = json.createParser(object)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean payload = parser.currentName().equals(PAYLOAD);
                    JsonToken value = parser.nextToken();
                    if (payload) {
                        return value == JsonToken.VALUE_STRING ? parser.getText().getBytes(StandardCharsets.UTF_8)
                                : copy(parser);
                    }
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new MalformedEventException("it is not JSON" + JsonFault.place(e));
        } catch (IOException e) {
            throw new MalformedEventException("it cannot be read: " + e.getClass().getName());
        }
        throw new MalformedEventException("it has no field 'payload'");
    }

    private byte[] copy(JsonParser parser) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            generator.copyCurrentStructure(parser);
        }
        return bytes.toByteArray();
    }
}
