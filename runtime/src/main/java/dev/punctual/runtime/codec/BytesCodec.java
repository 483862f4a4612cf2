package dev.punctual.runtime.codec;

import dev.punctual.spi.EventCodec;

/** The payload's bytes themselves, copied: what a handler does to them must not change a later attempt or a letter. */
public final class BytesCodec implements EventCodec<byte[]> {

    @Override
    public byte[] decode(byte[] payload) {
        return payload.clone();
    }

    @Override
    public byte[] encode(byte[] payload) {
        return payload.clone();
    }

    @Override
    public String contentType() {
        return "application/octet-stream";
    }
}
