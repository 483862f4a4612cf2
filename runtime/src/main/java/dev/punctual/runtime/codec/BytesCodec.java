package dev.punctual.runtime.codec;

import dev.punctual.spi.EventCodec;

/** Hands a copy of the payload's bytes over: what a handler does to it must not change a later attempt or a letter. */
public final class BytesCodec implements EventCodec<byte[]> {

    @Override
    public byte[] decode(byte[] payload) {
        return payload.clone();
    }
}
