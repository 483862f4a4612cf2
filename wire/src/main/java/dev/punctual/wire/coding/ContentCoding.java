package dev.punctual.wire.coding;

import dev.punctual.spi.UndecodableException;

/**
 * How an event's bytes are compressed; safe for use by several threads.
 *
 * <p>
 * {@link #ZSTD} needs {@code io.airlift:aircompressor} among the application's dependencies.
 */
public enum ContentCoding {

    /** Not at all. */
    NONE {
        @Override
        public byte[] encode(byte[] data) {
            return data;
        }

        @Override
        public byte[] decode(byte[] data, int cap) throws UndecodableException {
            return data;
        }
    },

    /** RFC 1952; several members in a row count as one. */
    GZIP {
        @Override
        public byte[] encode(byte[] data) {
            return Gzip.compress(data);
        }

        @Override
        public byte[] decode(byte[] data, int cap) throws UndecodableException {
            return Gzip.decompress(data, cap);
        }
    },

    /** RFC 8878; several frames in a row count as one. */
    ZSTD {
        @Override
        public byte[] encode(byte[] data) {
            try {
                return Zstd.compress(data);
            } catch (NoClassDefFoundError e) {
                throw new IllegalStateException("compression with zstd: " + MISSING, e);
            }
        }

        @Override
        public byte[] decode(byte[] data, int cap) throws UndecodableException {
            try {
                return Zstd.decompress(data, cap);
            } catch (NoClassDefFoundError e) {
                throw new UndecodableException("the event is compressed with zstd: " + MISSING);
            }
        }
    };

    private static final String MISSING = "io.airlift:aircompressor is needed for it; add it to the application's dependencies";

    /** What the first bytes say: gzip's {@code 1f 8b 08}, zstd's {@code 28 b5 2f fd}, or neither. */
    public static ContentCoding of(byte[] data) {
        if (data.length > 3) {
            if (data[0] == 0x1f && data[1] == (byte) 0x8b && data[2] == 8) {
                return GZIP;
            }
            if (data[0] == 0x28 && data[1] == (byte) 0xb5 && data[2] == 0x2f && data[3] == (byte) 0xfd) {
                return ZSTD;
            }
        }
        return NONE;
    }

    /**
     * Compresses; {@link #NONE} hands over what it is given.
     *
     * @throws IllegalStateException if a library that it needs is missing
     */
    public abstract byte[] encode(byte[] data);

    /**
     * Decompresses, once: what comes out is not looked at. {@link #NONE} hands over what it is given.
     *
     * @param cap the most bytes that may come out; no more than a small multiple of them is ever held
     * @throws UndecodableException if more would come out, the bytes are damaged or cut off, others follow them, or a library
     *         that it needs is missing
     */
    public abstract byte[] decode(byte[] data, int cap) throws UndecodableException;
}
