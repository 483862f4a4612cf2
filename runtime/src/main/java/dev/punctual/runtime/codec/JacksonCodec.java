package dev.punctual.runtime.codec;

import java.io.IOException;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;

/** Reads a payload from JSON with Jackson's databind. */
public final class JacksonCodec implements EventCodec<Object> {

    private final ObjectReader reader;
    private final String type;

    /**
     * @param mapper the application's, as it is configured; not changed
     * @param type the payload type
     */
    public JacksonCodec(ObjectMapper mapper, Class<?> type) {
        this.reader = mapper.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.type = type.getName();
    }

    @Override
    public Object decode(byte[] payload) throws UndecodableException {
        Object value;
        try {
            value = reader.readValue(payload);
        } catch (JsonMappingException e) {
            throw new UndecodableException("the JSON does not fit " + type + at(e) + " (" + e.getClass().getSimpleName() + ")");
        } catch (JacksonException e) {
            throw new UndecodableException("the payload is not JSON, from byte " + Math.max(0, e.getLocation().getByteOffset())
                    + " on (" + e.getClass().getSimpleName() + ")");
        } catch (IOException e) {
            throw new UndecodableException("the payload cannot be read: " + e.getClass().getName());
        }
        if (value == null) {
            throw new UndecodableException("the payload is the JSON literal null, not a " + type);
        }
        return value;
    }

    // Field names come from the class, or are map keys of the payload: of those, only the index is told.
    private static String at(JsonMappingException e) {
        return e.getPath().isEmpty() ? ""
                : " at $" + e.getPath().stream().map(JacksonCodec::step).collect(Collectors.joining());
    }

    private static String step(JsonMappingException.Reference reference) {
        if (reference.getFieldName() == null) {
            return "[" + reference.getIndex() + "]";
        }
        return reference.getFrom() instanceof java.util.Map ? ".*" : "." + reference.getFieldName();
    }
}
