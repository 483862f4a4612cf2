package dev.punctual.runtime.handler;

import org.jspecify.annotations.Nullable;

/** What the accessors that the build generates make of a payload's property. */
public final class KeyText {

    private KeyText() {
    }

    /** The value's own text, or an empty string, which is no key, where there is none or it is blank. */
    public static String of(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.isBlank() ? "" : text;
    }
}
