package dev.punctual.runtime.codec.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.UndecodableException;

/** Reads and writes values of the JDK that are a number or a string in JSON; null for null, both ways. */
public final class JsonValues {

    private static final int UUID_LENGTH = 36;

    private JsonValues() {
    }

    /** A number, its scale kept; its exponent may be large, so mind what is done with it. */
    public static @Nullable BigDecimal readBigDecimal(JsonReader in) throws UndecodableException {
        return in.readNull() ? null : in.decimal("a number");
    }

    /** A number without fraction and exponent. */
    public static @Nullable BigInteger readBigInteger(JsonReader in) throws UndecodableException {
        if (in.readNull()) {
            return null;
        }
        BigDecimal value = in.decimal("an integer");
        if (value.scale() != 0) {
            throw in.fault("an integer without exponent is expected");
        }
        return value.unscaledValue();
    }

    /** A UUID in its usual form of 36 characters. */
    public static @Nullable UUID readUuid(JsonReader in) throws UndecodableException {
        String text = text(in);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == UUID_LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw in.fault("a UUID is expected");
        }
        throw in.fault("a UUID is expected");
    }

    /** A URI. */
    public static @Nullable URI readUri(JsonReader in) throws UndecodableException {
        String text = text(in);
        try {
            return text == null ? null : URI.create(text);
        } catch (IllegalArgumentException e) {
            throw in.fault("a URI is expected");
        }
    }

    /** Bytes in base64, of the alphabet with + and /. */
    public static byte @Nullable [] readBytes(JsonReader in) throws UndecodableException {
        String text = text(in);
        try {
            return text == null ? null : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw in.fault("base64 is expected");
        }
    }

    /** The string at hand, and nothing that merely has a text. */
    static @Nullable String text(JsonReader in) throws UndecodableException {
        if (in.readNull()) {
            return null;
        }
        if (in.token() != '"') {
            throw in.fault("a string is expected");
        }
        return in.quoted();
    }

    /** A number. */
    public static void write(JsonWriter out, @Nullable BigDecimal value) {
        number(out, value);
    }

    /** A number. */
    public static void write(JsonWriter out, @Nullable BigInteger value) {
        number(out, value);
    }

    private static void number(JsonWriter out, @Nullable Number value) {
        if (value == null) {
            out.writeNull();
        } else {
            out.writeAscii(value.toString());
        }
    }

    /** A string. */
    public static void write(JsonWriter out, @Nullable UUID value) {
        out.write(value == null ? null : value.toString());
    }

    /** A string. */
    public static void write(JsonWriter out, @Nullable URI value) {
        out.write(value == null ? null : value.toString());
    }

    /** A string. */
    public static void write(JsonWriter out, byte @Nullable [] value) {
        if (value == null) {
            out.writeNull();
        } else {
            out.writeQuoted(Base64.getEncoder().encodeToString(value));
        }
    }
}
