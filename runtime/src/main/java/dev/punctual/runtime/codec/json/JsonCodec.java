package dev.punctual.runtime.codec.json;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;

/** Reads and writes a payload as JSON with the methods that the build generated for its type; safe for use by threads. */
public abstract class JsonCodec implements EventCodec<Object> {

    private static final int USUAL_LENGTH = 512;

    private final String type;

    /**
     * @param type the payload type's name, for messages
     */
    protected JsonCodec(String type) {
        this.type = type;
    }

    /** Reads the value that is next, or null. */
    protected abstract @Nullable Object readValue(JsonReader in) throws UndecodableException;

    /** Writes a value of the payload type. */
    protected abstract void writeValue(JsonWriter out, Object payload);

    @Override
    public final Object decode(byte[] payload) throws UndecodableException {
        JsonReader in = new JsonReader(payload, type);
        Object value;
        try {
            value = readValue(in);
        } catch (RuntimeException e) {
            // Thrown by a constructor or a setter; what it says may quote the payload.
            throw in.fault("the class refuses its values (" + e.getClass().getSimpleName() + ")");
        }
        in.end();
        if (value == null) {
            throw new UndecodableException("the payload is the JSON literal null, not a " + type);
        }
        return value;
    }

    @Override
    public final byte[] encode(Object payload) {
        JsonWriter out = new JsonWriter(USUAL_LENGTH);
        try {
            writeValue(out, payload);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "a " + type + " cannot be written as JSON (" + e.getClass().getSimpleName() + ")");
        }
        return out.toBytes();
    }

    @Override
    public final String contentType() {
        return "application/json";
    }
}
