package dev.punctual.testkit.queue;

import java.nio.charset.StandardCharsets;

/**
 * A message attribute: a type and a value.
 *
 * <p>
 * The type is {@code String}, {@code Number} or {@code Binary}, with an optional label after a dot.
 */
public sealed interface MessageAttribute {

    /** The type with its label. */
    String dataType();

    /** The value as bytes, UTF-8 for texts; must not be changed. */
    byte[] bytes();

    /** A {@code String} or {@code Number}. */
    record Text(String dataType, String value) implements MessageAttribute {

        @Override
        public byte[] bytes() {
            return value.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A {@code Binary}; its bytes must not be changed. */
    record Binary(String dataType, byte[] bytes) implements MessageAttribute {
    }

    /** A {@code String} without label. */
    static MessageAttribute string(String value) {
        return new Text("String", value);
    }

    /** A {@code Number} without label, a decimal. */
    static MessageAttribute number(String value) {
        return new Text("Number", value);
    }

    /** A {@code Binary} without label; the bytes must not be changed. */
    static MessageAttribute binary(byte[] value) {
        return new Binary("Binary", value);
    }
}
