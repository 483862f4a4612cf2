package dev.punctual.runtime.event;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.punctual.wire.json.JsonFault;

/** Walks the {@code Records} of a Lambda event, straight from its bytes; safe for use by several threads. */
public final class RecordsReader {

    /** Reads one record or a part of one, field by field. */
    public interface FieldReader {

        /**
         * Reads the value of a field; what it leaves of an object or array is skipped.
         *
         * @param parser at the value
         */
        void read(String field, JsonParser parser) throws IOException;
    }

    /** Reads one record; the parser is at its start, and must be left at its end. */
    public interface ItemReader<T> {

        /** Reads the record. */
        T read(JsonParser parser) throws IOException;
    }

    private final JsonFactory json;

    /**
     * @param json makes the parsers
     */
    public RecordsReader(JsonFactory json) {
        this.json = json;
    }

    /**
     * The {@code eventSource} of the first record, or an empty string where there is none; what follows it is not read.
     *
     * @throws MalformedEventException if the payload is not an object with {@code Records}
     */
    public String source(byte[] payload) {
        String[] source = { "" };
        List<String> sources = records(payload, parser -> {
            eachField(parser, (field, value) -> {
                if (field.equals("eventSource")) {
                    source[0] = value.getText();
                }
            });
            return source[0];
        }, 1);
        return sources.isEmpty() ? "" : sources.get(0);
    }

    /**
     * Every record of an event, in its order.
     *
     * @throws MalformedEventException if the payload is not an object with {@code Records}, or was cut off
     */
    public <T> List<T> all(byte[] payload, ItemReader<T> reader) {
        return records(payload, reader, Integer.MAX_VALUE);
    }

    private <T> List<T> records(byte[] payload, ItemReader<T> reader, int atMost) {
        try (JsonParser parser = json.createParser(payload)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean records = parser.currentName().equals("Records");
                    if (parser.nextToken() == JsonToken.START_ARRAY && records) {
                        List<T> items = items(parser, reader, atMost);
                        if (items.size() < atMost) {
                            readToEnd(parser);
                        }
                        return items;
                    }
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new MalformedEventException("the payload is not JSON" + JsonFault.place(e));
        } catch (IOException e) {
            throw new MalformedEventException("the payload cannot be read: " + e.getClass().getName());
        }
        throw new MalformedEventException(
                "the payload has no Records; expected the event of a Kinesis or SQS event source mapping");
    }

    private static <T> List<T> items(JsonParser parser, ItemReader<T> reader, int atMost) throws IOException {
        List<T> items = new ArrayList<>();
        while (items.size() < atMost && parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new MalformedEventException("Records[" + items.size() + "] is not an object");
            }
            items.add(reader.read(parser));
        }
        return items;
    }

    private static void readToEnd(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw new MalformedEventException("the payload goes on after its JSON object");
        }
    }

    /** Reads the fields of the object at hand, to its end. */
    public static void eachField(JsonParser parser, FieldReader reader) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            boolean nested = value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY;
            reader.read(field, parser);
            if (nested && (parser.currentToken() == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.START_ARRAY)) {
                parser.skipChildren();
            }
        }
    }
}
