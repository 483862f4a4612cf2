package dev.punctual.runtime.codec.json;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.UndecodableException;

/**
 * Reads a JSON text, strictly: in UTF-8, nothing behind it, nested at most {@value #MAX_DEPTH} levels; for one thread.
 *
 * <p>
 * What it refuses, it refuses with an {@link UndecodableException} that tells the property and the byte, and nothing of the
 * text. A method that reads a primitive takes null for 0 or false; the others return null for it.
 */
public final class JsonReader extends JsonNumbers {

    /** The deepest nesting. Generated codecs call themselves for each level, so it bounds the stack. */
    public static final int MAX_DEPTH = 64;

    private boolean first;

    /**
     * @param json not changed, nor kept by what is read
     * @param type the payload type, for messages
     */
    public JsonReader(byte[] json, String type) {
        super(json, type);
        boolean marked = json.length > 2 && json[0] == (byte) 0xef && json[1] == (byte) 0xbb && json[2] == (byte) 0xbf;
        at = marked ? 3 : 0;
    }

    /** Consumes the literal null, if it is next. */
    public boolean readNull() {
        return token() == 'n' && literal("null");
    }

    /** Goes into an object; {@link #nextProperty} follows. */
    public void beginObject(PropertyNames names) throws UndecodableException {
        begin('{', names, "an object");
    }

    /**
     * The index of the next property that the object's class knows, its value being next; -1 at the object's end. Others are
     * skipped.
     */
    public int nextProperty() throws UndecodableException {
        while (hasNext('}')) {
            PropertyNames names = names();
            int likely = step() + 1;
            if (likely < names.count() && isNext(names.written(likely))) {
                step(likely);
                return likely;
            }
            int found = anyProperty(names);
            if (found >= 0) {
                step(found);
                return found;
            }
            step(names.count());
            skip();
            step(likely - 1);
        }
        return -1;
    }

    private int anyProperty(PropertyNames names) throws UndecodableException {
        if (token() != '"') {
            throw fault("a property's name is expected");
        }
        int found = name(names);
        colon();
        return found;
    }

    private void colon() throws UndecodableException {
        if (token() != ':') {
            throw fault("a colon is expected behind a property's name");
        }
        at++;
    }

    private boolean isNext(byte[] expected) {
        byte[] bytes = json;
        int start = at;
        if (start + expected.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[start + i] != expected[i]) {
                return false;
            }
        }
        at = start + expected.length;
        return true;
    }

    /** Goes into an object whose names are keys; {@link #nextKey} follows. */
    public void beginMap() throws UndecodableException {
        begin('{', PropertyNames.UNKNOWN, "an object");
    }

    /** The next key, its value being next; null at the object's end. */
    public @Nullable String nextKey() throws UndecodableException {
        if (!hasNext('}')) {
            return null;
        }
        step(0);
        if (token() != '"') {
            throw fault("a property's name is expected");
        }
        String key = quoted();
        colon();
        return key;
    }

    /** Goes into an array; {@link #nextElement} follows. */
    public void beginArray() throws UndecodableException {
        begin('[', PropertyNames.ELEMENTS, "an array");
    }

    /** Whether another element is next; if not, the array is left. */
    public boolean nextElement() throws UndecodableException {
        if (hasNext(']')) {
            step(step() + 1);
            return true;
        }
        return false;
    }

    private void begin(char bracket, PropertyNames names, String what) throws UndecodableException {
        if (token() != bracket) {
            throw fault(what + " is expected");
        }
        enter(names);
        at++;
        first = true;
    }

    private boolean hasNext(char closing) throws UndecodableException {
        int next = token();
        if (next == closing) {
            at++;
            first = false;
            leave();
            return false;
        }
        if (first) {
            first = false;
        } else if (next == ',') {
            at++;
            token();
        } else {
            throw fault("a comma or '" + closing + "' is expected");
        }
        return true;
    }

    /** A string; numbers, true and false as their text. */
    public @Nullable String readString() throws UndecodableException {
        int next = token();
        if (next == '"') {
            return quoted();
        }
        if (next == 'n' && literal("null")) {
            return null;
        }
        int start = at;
        int end = numberEnd(start);
        if (end >= 0) {
            at = end;
        } else if (!literal("true") && !literal("false")) {
            throw fault("a string is expected");
        }
        return ascii(start, at);
    }

    /** True or false; no number and no string stands for them. */
    public boolean readBoolean() throws UndecodableException {
        int next = token();
        if (next == 't' && literal("true")) {
            return true;
        }
        if (next == 'f' && literal("false") || next == 'n' && literal("null")) {
            return false;
        }
        throw fault("true or false is expected");
    }

    /** An integer of 32 bits. */
    public int readInt() throws UndecodableException {
        return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE, "an int");
    }

    /** An integer of 64 bits. */
    public long readLong() throws UndecodableException {
        return integer(Long.MIN_VALUE, Long.MAX_VALUE, "a long");
    }

    /** An integer of 16 bits. */
    public short readShort() throws UndecodableException {
        return (short) integer(Short.MIN_VALUE, Short.MAX_VALUE, "a short");
    }

    /** An integer of 8 bits, with or without sign, as Jackson has it. */
    public byte readByte() throws UndecodableException {
        return (byte) integer(Byte.MIN_VALUE, 255, "a byte");
    }

    /** The double next to a number, infinity beyond their range; "NaN", "Infinity" and "-Infinity" as strings. */
    public double readDouble() throws UndecodableException {
        return decimalFraction();
    }

    /** Likewise, of 32 bits. */
    public float readFloat() throws UndecodableException {
        return Float.parseFloat(numberOrWord(token()));
    }

    /** A string of one character. */
    public char readChar() throws UndecodableException {
        if (readNull()) {
            return 0;
        }
        int start = at;
        String text = token() == '"' ? quoted() : "";
        if (text.length() != 1) {
            at = start;
            throw fault("a string of one character is expected");
        }
        return text.charAt(0);
    }

    /** Reads a value of any kind, checks it, and forgets it. */
    public void skip() throws UndecodableException {
        int next = token();
        if (next == '"') {
            skipQuoted();
        } else if (next == '{') {
            beginObject(PropertyNames.UNKNOWN);
            nextProperty();
        } else if (next == '[') {
            beginArray();
            while (nextElement()) {
                skip();
            }
        } else if (!readNull()) {
            skipScalar();
        }
    }

    private void skipScalar() throws UndecodableException {
        int end = numberEnd(at);
        if (end >= 0) {
            at = end;
        } else if (!literal("true") && !literal("false")) {
            throw fault("a value is expected");
        }
    }

    /** Makes sure that nothing but white space is left. */
    public void end() throws UndecodableException {
        if (token() != END) {
            throw fault("it goes on behind its value");
        }
    }

}
