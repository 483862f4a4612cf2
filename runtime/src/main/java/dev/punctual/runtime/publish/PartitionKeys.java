package dev.punctual.runtime.publish;

import java.util.Map;
import java.util.function.Function;

/** Reads the properties that {@code @PartitionKey} marks, without reflection; immutable. */
public final class PartitionKeys {

    private final Map<Class<?>, Function<Object, String>> accessors;

    /**
     * @param accessors each reads the key of exactly the class it is for
     */
    public PartitionKeys(Map<Class<?>, Function<Object, String>> accessors) {
        this.accessors = Map.copyOf(accessors);
    }

    /** The payload's key, or an empty string where it has none. */
    public String of(Object payload) {
        Function<Object, String> accessor = accessors.get(payload.getClass());
        return accessor == null ? "" : accessor.apply(payload);
    }
}
