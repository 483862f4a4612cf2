package dev.punctual.runtime.codec;

import org.apache.thrift.TBase;
import org.apache.thrift.TConfiguration;
import org.apache.thrift.TException;
import org.apache.thrift.TSerializer;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TProtocolException;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.apache.thrift.transport.TTransportException;

import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;

/**
 * Reads and writes structs of libthrift in the compact protocol; safe for use by several threads.
 *
 * <p>
 * Structs and containers nest at most {@value #MAX_DEPTH} levels, those of unknown fields too. No string or container may
 * claim more bytes or elements than the payload has bytes.
 *
 * @param <T> the struct's type
 */
public abstract class ThriftCodec<T extends TBase<T, ?>> implements EventCodec<T> {

    /** The deepest nesting, libthrift's own limit. */
    public static final int MAX_DEPTH = TConfiguration.DEFAULT_RECURSION_DEPTH;

    private final String type;

    /**
     * @param type the struct's name, for messages
     */
    protected ThriftCodec(String type) {
        this.type = type;
    }

    /** A new struct, without any field. */
    protected abstract T create();

    @Override
    public T decode(byte[] payload) throws UndecodableException {
        T struct = create();
        try {
            TMemoryInputTransport bytes = new TMemoryInputTransport(limits(payload.length), payload);
            struct.read(new BoundedCompactProtocol(bytes, payload.length, MAX_DEPTH));
            if (bytes.getBytesRemainingInBuffer() > 0) {
                throw new UndecodableException(
                        "bytes follow the Thrift struct, from byte " + bytes.getBufferPosition() + " on");
            }
            return struct;
        } catch (TException | RuntimeException e) {
            // Its message may quote what it read; a negative or odd length may end up in the JDK's collections.
            throw new UndecodableException("the Thrift struct does not fit " + type + ": " + reason(e));
        }
    }

    @Override
    public byte[] encode(T payload) {
        try {
            return new TSerializer(new TCompactProtocol.Factory()).serialize(payload);
        } catch (TException e) {
            throw new IllegalArgumentException(type + " cannot be written: " + reason(e));
        }
    }

    @Override
    public String contentType() {
        return "application/vnd.apache.thrift.compact";
    }

    private static TConfiguration limits(int size) {
        return new TConfiguration(Math.max(size, 1), Math.max(size, 1), MAX_DEPTH);
    }

    private static String reason(Exception e) {
        if (e instanceof TProtocolException protocol) {
            return switch (protocol.getType()) {
                case TProtocolException.DEPTH_LIMIT -> "it is nested more than " + MAX_DEPTH + " levels";
                case TProtocolException.SIZE_LIMIT, TProtocolException.NEGATIVE_SIZE -> "a length reaches beyond it";
                case TProtocolException.BAD_VERSION -> "it is in another protocol";
                default -> "a required field is missing, or it is damaged";
            };
        }
        return e instanceof TTransportException ? "it is cut off, or a length reaches beyond it"
                : "it is damaged (" + e.getClass().getSimpleName() + ")";
    }
}
