package dev.punctual.runtime.codec;

import java.io.IOException;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.ExtensionRegistryLite;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;

import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;

/**
 * Reads and writes messages of protobuf-java; safe for use by several threads. Unknown fields are kept, extensions are
 * among them.
 *
 * <p>
 * Messages nest at most {@value #MAX_DEPTH} levels, protobuf's own limit. Their size is that of the event, see
 * {@code quarkus.punctual.max-event-size}; a message of many empty messages takes some 30 times that in memory.
 *
 * @param <T> the message type
 */
public abstract class ProtobufCodec<T extends MessageLite> implements EventCodec<T> {

    /** The deepest nesting. */
    public static final int MAX_DEPTH = 100;

    private final String type;

    /**
     * @param type the message type's name, for messages
     */
    protected ProtobufCodec(String type) {
        this.type = type;
    }

    /** What {@code parser()} of the message type returns; not asked for before it is needed, since it initialises that type. */
    protected abstract Parser<T> parser();

    @Override
    public T decode(byte[] payload) throws UndecodableException {
        CodedInputStream input = CodedInputStream.newInstance(payload);
        input.setRecursionLimit(MAX_DEPTH);
        try {
            T message = parser().parseFrom(input, ExtensionRegistryLite.getEmptyRegistry());
            input.checkLastTagWas(0);
            return message;
        } catch (InvalidProtocolBufferException e) {
            // Protobuf's messages are fixed texts and names of the schema's fields.
            throw new UndecodableException("the Protobuf message does not fit " + type + ", near byte "
                    + input.getTotalBytesRead() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UndecodableException("the Protobuf message cannot be read: " + e.getClass().getName());
        }
    }

    @Override
    public byte[] encode(T payload) {
        if (!payload.isInitialized()) {
            throw new IllegalArgumentException("a " + type + " lacks fields that it requires");
        }
        return payload.toByteArray();
    }

    @Override
    public String contentType() {
        return "application/protobuf";
    }
}
