package dev.punctual.wire.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

import dev.punctual.spi.UndecodableException;

/**
 * Reads Protobuf's wire format in place, a message or a part of one; for one thread.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class WireReader {

    static final int VARINT = 0;
    static final int BYTES = 2;

    private final byte[] data;
    private final int end;
    private int at;

    WireReader(byte[] data, int from, int to) {
        this.data = data;
        this.at = from;
        this.end = to;
    }

    boolean atEnd() {
        return at == end;
    }

    /** A field's number and wire type. */
    int tag() throws UndecodableException {
        long tag = varint();
        if (tag < 8 || tag > Integer.MAX_VALUE) {
            throw fault("a field's tag is out of range");
        }
        return (int) tag;
    }

    long varint() throws UndecodableException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at == end) {
                throw fault("it is cut off");
            }
            byte next = data[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw fault("a number is too long");
    }

    /** A part with a length of its own, and behind it. */
    WireReader part() throws UndecodableException {
        int start = pass();
        return new WireReader(data, start, at);
    }

    String text() throws UndecodableException {
        int start = passText();
        return new String(data, start, at - start, UTF_8);
    }

    /** Goes behind a text; where it starts. */
    int passText() throws UndecodableException {
        int start = pass();
        int i = start;
        while (i < at && data[i] >= 0) {
            i++;
        }
        if (i < at && !isUtf8(i, at)) {
            throw fault("a text is not in UTF-8");
        }
        return start;
    }

    private boolean isUtf8(int from, int to) {
        String text = new String(data, from, to - from, UTF_8);
        // The replacement character stands for malformed bytes, or for itself.
        return text.indexOf('\uFFFD') < 0 || Arrays.equals(text.getBytes(UTF_8), Arrays.copyOfRange(data, from, to));
    }

    /** Whether a field's value is a text that is not empty; goes behind it. */
    boolean hasText() throws UndecodableException {
        return passText() < at;
    }

    byte[] textBytes() throws UndecodableException {
        int start = passText();
        return Arrays.copyOfRange(data, start, at);
    }

    byte[] bytes() throws UndecodableException {
        int start = pass();
        return Arrays.copyOfRange(data, start, at);
    }

    /** Whether a field's value is this text; goes behind it. */
    boolean isText(byte[] expected) throws UndecodableException {
        int start = passText();
        return Arrays.equals(data, start, at, expected, 0, expected.length);
    }

    /** Goes behind a value with a length; where it starts. */
    int pass() throws UndecodableException {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw fault("a length reaches beyond it");
        }
        int start = at;
        at += (int) length;
        return start;
    }

    UndecodableException fault(String what) {
        return new UndecodableException(what + ", at byte " + at);
    }
}
