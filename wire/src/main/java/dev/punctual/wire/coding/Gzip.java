package dev.punctual.wire.coding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;

import dev.punctual.spi.UndecodableException;

/**
 * Gzip, member by member. The JDK's own stream takes bytes that follow the last member without a word, hence this one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class Gzip {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    private final byte[] data;
    private final CappedBytes out;
    private int at;

    private Gzip(byte[] data, CappedBytes out) {
        this.data = data;
        this.out = out;
    }

    static byte[] compress(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(64, data.length / 2));
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException("an array refused to be written to", e);
        }
        return bytes.toByteArray();
    }

    static byte[] decompress(byte[] data, int cap) throws UndecodableException {
        CappedBytes out = new CappedBytes(4 * Math.min(data.length, 1 << 20), cap);
        Gzip gzip = new Gzip(data, out);
        Inflater inflater = new Inflater(true);
        try {
            do {
                gzip.member(inflater);
                inflater.reset();
            } while (gzip.at < data.length);
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }

    private void member(Inflater inflater) throws UndecodableException {
        header();
        int start = out.size();
        inflater.setInput(data, at, data.length - at);
        inflate(inflater);
        at = data.length - inflater.getRemaining();
        trailer(start);
    }

    private void inflate(Inflater inflater) throws UndecodableException {
        try {
            while (!inflater.finished()) {
                out.ensureRoom();
                int count = inflater.inflate(out.buffer(), out.size(), out.room());
                out.added(count);
                if (count == 0 && !inflater.finished()) {
                    throw fault(inflater.needsDictionary() ? "it needs a dictionary" : "it is cut off");
                }
            }
        } catch (DataFormatException e) {
            throw fault("it is damaged");
        }
    }

    private void header() throws UndecodableException {
        need(HEADER);
        if (data[at] != 0x1f || data[at + 1] != (byte) 0x8b || data[at + 2] != 8) {
            throw fault("other bytes follow it");
        }
        int flags = data[at + 3];
        at += HEADER;
        if ((flags & 0xe0) != 0) {
            throw fault("its header has unknown flags");
        }
        if ((flags & 4) != 0) {
            need(2);
            skip(2 + (int) littleEndian(at, 2));
        }
        if ((flags & 8) != 0) {
            skipText();
        }
        if ((flags & 16) != 0) {
            skipText();
        }
        if ((flags & 2) != 0) {
            skip(2);
        }
    }

    private void trailer(int start) throws UndecodableException {
        need(TRAILER);
        CRC32 crc = new CRC32();
        crc.update(out.buffer(), start, out.size() - start);
        if (littleEndian(at, 4) != crc.getValue() || littleEndian(at + 4, 4) != out.size() - start) {
            throw fault("its checksum or length is wrong");
        }
        at += TRAILER;
    }

    private void skipText() throws UndecodableException {
        do {
            need(1);
        } while (data[at++] != 0);
    }

    private void skip(int count) throws UndecodableException {
        need(count);
        at += count;
    }

    private void need(int count) throws UndecodableException {
        if (data.length - at < count) {
            throw fault("it is cut off");
        }
    }

    private long littleEndian(int from, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | data[from + i] & 0xff;
        }
        return value;
    }

    private UndecodableException fault(String what) {
        return new UndecodableException("the event's gzip data cannot be read: " + what + ", at byte " + at);
    }
}
