package dev.punctual.runtime.codec.json;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Takes values out of what may be empty, or null. */
public final class JsonOptionals {

    private JsonOptionals() {
    }

    /** What is in it, null where nothing is. */
    public static @Nullable Object orNull(@Nullable Optional<?> value) {
        return value == null || value.isEmpty() ? null : value.get();
    }
}
