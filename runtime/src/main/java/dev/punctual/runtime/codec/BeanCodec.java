package dev.punctual.runtime.codec;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;
import io.quarkus.arc.Arc;

/** A codec of the application's own, whose bean comes into being on first use. */
final class BeanCodec implements EventCodec<Object> {

    private final String bean;
    private volatile @Nullable EventCodec<Object> codec;

    /**
     * @param bean the container's identifier of it
     */
    BeanCodec(String bean) {
        this.bean = bean;
    }

    @Override
    public Object decode(byte[] payload) throws UndecodableException {
        return Objects.requireNonNull(codec().decode(payload), "a codec returned null");
    }

    @Override
    public byte[] encode(Object payload) {
        return codec().encode(payload);
    }

    @Override
    public String contentType() {
        return codec().contentType();
    }

    @SuppressWarnings("unchecked") // The build found that the bean is a codec of the type it is used for.
    private EventCodec<Object> codec() {
        EventCodec<Object> known = codec;
        if (known == null) {
            known = (EventCodec<Object>) Arc.container().instance(Arc.container().bean(bean)).get();
            codec = known;
        }
        return known;
    }
}
