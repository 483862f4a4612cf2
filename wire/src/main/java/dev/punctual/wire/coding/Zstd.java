package dev.punctual.wire.coding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import dev.punctual.spi.UndecodableException;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.airlift.compress.zstd.ZstdInputStream;

/** Zstandard by aircompressor, in plain Java; nothing else mentions the library. */
final class Zstd {

    private static final int CHUNK = 16 * 1024;

    private Zstd() {
    }

    static byte[] compress(byte[] data) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] out = new byte[compressor.maxCompressedLength(data.length)];
        return Arrays.copyOf(out, compressor.compress(data, 0, data.length, out, 0, out.length));
    }

    static byte[] decompress(byte[] data, int cap) throws UndecodableException {
        try {
            long told = ZstdDecompressor.getDecompressedSize(data, 0, data.length);
            if (told > cap) {
                throw CappedBytes.tooLarge(cap);
            }
            byte[] out = told >= 0 ? tryFrame(data, (int) told) : null;
            return out != null ? out : frames(data, measured(data, cap));
        } catch (IOException | RuntimeException e) {
            // Of any kind: the library walks over foreign bytes. What it says may quote them.
            throw new UndecodableException("the event's zstd data cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** The content of one frame of a known size; null if there is something else. */
    private static byte @org.jspecify.annotations.Nullable [] tryFrame(byte[] data, int size) {
        try {
            return frames(data, size);
        } catch (MalformedInputException e) {
            return null;
        }
    }

    private static byte[] frames(byte[] data, int size) {
        byte[] out = new byte[size];
        int count = new ZstdDecompressor().decompress(data, 0, data.length, out, 0, size);
        return count == size ? out : Arrays.copyOf(out, count);
    }

    /** How much comes out of frames that do not tell, found by reading them once without keeping anything. */
    private static int measured(byte[] data, int cap) throws IOException, UndecodableException {
        int size = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(data))) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                size += count;
                if (size > cap) {
                    throw CappedBytes.tooLarge(cap);
                }
            }
        }
        return size;
    }
}
