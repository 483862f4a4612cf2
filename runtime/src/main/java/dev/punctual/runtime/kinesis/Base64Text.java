package dev.punctual.runtime.kinesis;

import java.util.Arrays;

/**
 * Decodes base64 that ends with a quote, whose place is not known before: it finds the end as it decodes. Takes the standard
 * alphabet with its padding; for use by one thread.
 *
 * <p>
 * The JDK's decoder is faster where its intrinsic is compiled in, but needs a pass of its own to find the end, and is slower
 * where code is compiled by C1 alone, as in Lambda's managed Java runtimes by default.
 */
final class Base64Text {

    private static final int INVALID = -1;
    private static final int[] VALUES = values();
    private static final int FIRST_CAPACITY = 1_024;

    private byte[] scratch = new byte[FIRST_CAPACITY];
    private int length;

    private static int[] values() {
        int[] values = new int[256];
        Arrays.fill(values, INVALID);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = i;
        }
        return values;
    }

    /**
     * Decodes up to the closing quote.
     *
     * @return where the quote stands, or -1 if what stands before it is not base64
     */
    int decode(byte[] json, int start) {
        int[] values = VALUES;
        int last = json.length - 4;
        int in = start;
        int out = 0;
        byte[] bytes = scratch;
        while (in <= last) {
            int group = values[json[in] & 0xff] << 18 | values[json[in + 1] & 0xff] << 12 | values[json[in + 2] & 0xff] << 6
                    | values[json[in + 3] & 0xff];
            if (group < 0) {
                break;
            }
            if (out + 3 > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
                scratch = bytes;
            }
            bytes[out] = (byte) (group >> 16);
            bytes[out + 1] = (byte) (group >> 8);
            bytes[out + 2] = (byte) group;
            in += 4;
            out += 3;
        }
        length = out;
        return end(json, in);
    }

    /** The last group, which may be padded, and the quote. */
    private int end(byte[] json, int in) {
        if (in < json.length && json[in] == '"') {
            return in;
        }
        if (in + 4 >= json.length || json[in + 4] != '"' || json[in + 3] != '=') {
            return INVALID;
        }
        boolean one = json[in + 2] == '=';
        int group = VALUES[json[in] & 0xff] << 18 | VALUES[json[in + 1] & 0xff] << 12
                | (one ? 0 : VALUES[json[in + 2] & 0xff] << 6);
        if (group < 0) {
            return INVALID;
        }
        scratch = scratch.length - length < 2 ? Arrays.copyOf(scratch, 2 * scratch.length) : scratch;
        scratch[length++] = (byte) (group >> 16);
        if (!one) {
            scratch[length++] = (byte) (group >> 8);
        }
        return in + 4;
    }

    /** What was decoded last. */
    byte[] bytes() {
        return Arrays.copyOf(scratch, length);
    }
}
