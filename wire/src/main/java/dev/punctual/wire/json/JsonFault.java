package dev.punctual.wire.json;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;

/** Tells where JSON cannot be read, and never what stands there: Jackson's own messages quote their input. */
public final class JsonFault {

    private JsonFault() {
    }

    /** Where reading failed, such as {@code ", from byte 17 on"}; empty where Jackson does not tell. */
    public static String place(JacksonException fault) {
        // Declared without null, but text that passes a limit of Jackson's, such as its nesting, has no place.
        @Nullable
        JsonLocation location = fault.getLocation();
        if (location == null) {
            return "";
        }
        if (location.getByteOffset() >= 0) {
            return ", from byte " + location.getByteOffset() + " on";
        }
        return location.getCharOffset() >= 0 ? ", from character " + location.getCharOffset() + " on" : "";
    }
}
