package dev.punctual.runtime.codec;

import dev.punctual.spi.EventCodec;

/** Hands the payload's bytes over as they are. */
public final class BytesCodec implements EventCodec<byte[]> {

    @Override
    public byte[] decode(byte[] payload) {
        return payload;
    }
}
