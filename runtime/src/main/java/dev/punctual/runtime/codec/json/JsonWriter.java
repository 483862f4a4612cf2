package dev.punctual.runtime.codec.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON text to bytes in UTF-8, without white space; commas come by themselves. For one thread.
 *
 * <p>
 * Throws an {@link IllegalArgumentException} for what JSON cannot hold, and where a value is nested deeper than
 * {@value JsonReader#MAX_DEPTH} levels, as one that holds itself is.
 */
public final class JsonWriter {

    private static final byte[] NULL = "null".getBytes(ISO_8859_1);
    private static final byte[] TRUE = "true".getBytes(ISO_8859_1);
    private static final byte[] FALSE = "false".getBytes(ISO_8859_1);
    private static final byte[] HEXADECIMAL = "0123456789ABCDEF".getBytes(ISO_8859_1);

    private byte[] bytes;
    private int length;
    private int depth;

    /**
     * @param expected the length that needs no growing
     */
    public JsonWriter(int expected) {
        this.bytes = new byte[expected];
    }

    /** What was written so far, as an array of its own. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Begins an object. */
    public void beginObject() {
        begin('{');
    }

    /** Ends it. */
    public void endObject() {
        end('}');
    }

    /** Begins an array. */
    public void beginArray() {
        begin('[');
    }

    /** Ends it. */
    public void endArray() {
        end(']');
    }

    /** The name of a property, whose value follows. */
    public void name(PropertyNames names, int index) {
        next();
        raw(names.written(index));
    }

    /** The key of a map, whose value follows. */
    public void key(String key) {
        next();
        write(Objects.requireNonNull(key, "a map's key"));
        raw((byte) ':');
    }

    /** Comes before each element of an array. */
    public void next() {
        byte last = bytes[length - 1];
        if (last != '{' && last != '[') {
            raw((byte) ',');
        }
    }

    /** Null. */
    public void writeNull() {
        raw(NULL);
    }

    /** A string, or null. */
    public void write(@Nullable String text) {
        if (text == null) {
            writeNull();
            return;
        }
        reserve(text.length() + 2);
        raw((byte) '"');
        int i = 0;
        for (char next = 0; i < text.length() && (next = text.charAt(i)) >= ' ' && next < 128 && next != '"'
                && next != '\\'; i++) {
            bytes[length++] = (byte) next;
        }
        for (; i < text.length(); i++) {
            i += character(text, i);
        }
        raw((byte) '"');
    }

    /** Writes the character at a place; how many more it took. */
    private int character(String text, int at) {
        char next = text.charAt(at);
        if (next < 128) {
            ascii(next);
        } else if (next < 0x800) {
            raw((byte) (0xc0 | next >> 6));
            raw((byte) (0x80 | next & 0x3f));
        } else if (!Character.isSurrogate(next)) {
            raw((byte) (0xe0 | next >> 12));
            raw((byte) (0x80 | next >> 6 & 0x3f));
            raw((byte) (0x80 | next & 0x3f));
        } else {
            int point = text.codePointAt(at);
            if (point == next) {
                throw new IllegalArgumentException("a string holds half of a surrogate pair");
            }
            raw((byte) (0xf0 | point >> 18));
            raw((byte) (0x80 | point >> 12 & 0x3f));
            raw((byte) (0x80 | point >> 6 & 0x3f));
            raw((byte) (0x80 | point & 0x3f));
            return 1;
        }
        return 0;
    }

    private void ascii(char next) {
        byte letter = switch (next) {
            case '"', '\\' -> (byte) next;
            case '\b' -> 'b';
            case '\f' -> 'f';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
        if (letter != 0) {
            raw((byte) '\\');
            raw(letter);
        } else if (next >= ' ') {
            raw((byte) next);
        } else {
            raw(new byte[] { '\\', 'u', '0', '0', HEXADECIMAL[next >> 4], HEXADECIMAL[next & 15] });
        }
    }

    /** True or false. */
    public void write(boolean value) {
        raw(value ? TRUE : FALSE);
    }

    /** An integer. */
    public void write(int value) {
        write((long) value);
    }

    /** An integer. */
    public void write(long value) {
        if (value == Long.MIN_VALUE) {
            writeAscii(Long.toString(value));
            return;
        }
        reserve(20);
        long rest = value;
        if (rest < 0) {
            bytes[length++] = '-';
            rest = -rest;
        }
        int end = length + digits(rest);
        length = end;
        do {
            bytes[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** A number, or in quotes what is none. */
    public void write(double value) {
        writeNumber(Double.toString(value), Double.isFinite(value));
    }

    /** Likewise. */
    public void write(float value) {
        writeNumber(Float.toString(value), Float.isFinite(value));
    }

    /** A string of one character. */
    public void write(char value) {
        write(String.valueOf(value));
    }

    private void writeNumber(String text, boolean finite) {
        if (finite) {
            writeAscii(text);
        } else {
            write(text);
        }
    }

    /** Text that is JSON already, and ASCII. */
    void writeAscii(String text) {
        raw(text.getBytes(ISO_8859_1));
    }

    /** Text in ASCII that needs no escapes, in quotes. */
    void writeQuoted(String text) {
        raw((byte) '"');
        writeAscii(text);
        raw((byte) '"');
    }

    private void begin(char bracket) {
        if (depth == JsonReader.MAX_DEPTH) {
            throw new IllegalArgumentException("it is nested deeper than " + JsonReader.MAX_DEPTH + " levels");
        }
        depth++;
        raw((byte) bracket);
    }

    private void end(char bracket) {
        depth--;
        raw((byte) bracket);
    }

    void raw(byte next) {
        reserve(1);
        bytes[length++] = next;
    }

    void raw(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * length));
        }
    }
}
