package dev.punctual.runtime.codec;

import java.util.Map;

import dev.punctual.spi.EventCodec;

/** The codec of each payload type that the build knows; immutable. */
public final class PayloadCodecs {

    private final Map<String, EventCodec<?>> codecs;

    /**
     * @param codecs each reads and writes exactly the class that has this name; a class itself would be initialised at the
     *        start,
     *        which takes Protobuf's messages milliseconds
     */
    public PayloadCodecs(Map<String, EventCodec<?>> codecs) {
        this.codecs = Map.copyOf(codecs);
    }

    /**
     * The codec of a payload type.
     *
     * @throws IllegalArgumentException if the build did not know the type; subclasses of a known type are other types
     */
    @SuppressWarnings("unchecked") // by the constructor's contract
    public <T> EventCodec<T> of(Class<T> type) {
        EventCodec<?> codec = codecs.get(type.getName());
        if (codec == null) {
            throw new IllegalArgumentException("No codec for " + type.getName()
                    + ": the build gives one to the payload types of"
                    + " @OnEvent methods, to what @Emits methods return, and to classes with a @PartitionKey; make it one of them");
        }
        return (EventCodec<T>) codec;
    }
}
