package dev.punctual.testkit.handler;

import java.io.IOException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import dev.punctual.spi.EventDecoder;
import dev.punctual.spi.UndecodableException;

/** Reads payloads from JSON. */
final class JsonDecoder implements EventDecoder<Object> {

    private final ObjectReader reader;
    private final Class<?> type;

    JsonDecoder(ObjectMapper mapper, Class<?> type) {
        this.reader = mapper.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.type = type;
    }

    @Override
    public Object decode(byte[] payload) throws UndecodableException {
        Object value;
        try {
            value = reader.readValue(payload);
        } catch (IOException e) {
            throw new UndecodableException(
                    "the payload is not the JSON of a " + type.getName() + " (" + e.getClass().getSimpleName() + ")");
        }
        if (value == null) {
            throw new UndecodableException("the payload is the JSON literal null, not a " + type.getName());
        }
        return value;
    }
}
