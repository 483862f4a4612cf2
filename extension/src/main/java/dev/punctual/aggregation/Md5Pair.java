package dev.punctual.aggregation;

import static dev.punctual.aggregation.Md5.BLOCK;
import static dev.punctual.aggregation.Md5.SINES;
import static dev.punctual.aggregation.Md5.WORDS;
import static java.lang.Integer.rotateLeft;

/**
 * The MD5 of two texts at once. Each step of an MD5 waits for the step before it, and leaves most of a processor idle; the
 * steps
 * of a second one fill it.
 */
final class Md5Pair {

    /** Some bytes. */
    record Range(byte[] data, int start, int end) {

        private int blocks() {
            return (end - start) / BLOCK;
        }
    }

    private static final int[] BEGIN = { 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0x67452301, 0xEFCDAB89, 0x98BADCFE,
            0x10325476 };

    private final int[] x = new int[WORDS];
    private final int[] y = new int[WORDS];
    /** Four words of each. */
    private final int[] state = new int[BEGIN.length];
    private final int[] sums = BEGIN.clone();

    private Md5Pair() {
    }

    /** The digests of two ranges. */
    static byte[][] of(Range first, Range second) {
        Md5Pair pair = new Md5Pair();
        int both = Math.min(first.blocks(), second.blocks()) * BLOCK;
        for (int at = 0; at < both; at += BLOCK) {
            pair.add(first.data(), first.start() + at, second.data(), second.start() + at);
        }
        return new byte[][] { pair.rest(0, first, both), pair.rest(BEGIN.length / 2, second, both) };
    }

    private byte[] rest(int half, Range range, int done) {
        return new Md5(sums[half], sums[half + 1], sums[half + 2], sums[half + 3]).finish(range.data(), range.start(),
                range.start() + done, range.end());
    }

    private void add(byte[] first, int at, byte[] second, int secondAt) {
        for (int i = 0; i < WORDS; i++) {
            x[i] = (int) Md5.WORD.get(first, at + Integer.BYTES * i);
            y[i] = (int) Md5.WORD.get(second, secondAt + Integer.BYTES * i);
        }
        System.arraycopy(sums, 0, state, 0, sums.length);
        roundsFAndG();
        roundsHAndI();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += state[i];
        }
    }

    private void roundsFAndG() {
        int p = state[0];
        int q = state[1];
        int r = state[2];
        int s = state[3];
        int t = state[4];
        int u = state[5];
        int v = state[6];
        int w = state[7];
        for (int i = 0; i < 16; i += 4) {
            p = q + rotateLeft(p + x[i] + SINES[i] + (s ^ q & (r ^ s)), 7);
            t = u + rotateLeft(t + y[i] + SINES[i] + (w ^ u & (v ^ w)), 7);
            s = p + rotateLeft(s + x[i + 1] + SINES[i + 1] + (r ^ p & (q ^ r)), 12);
            w = t + rotateLeft(w + y[i + 1] + SINES[i + 1] + (v ^ t & (u ^ v)), 12);
            r = s + rotateLeft(r + x[i + 2] + SINES[i + 2] + (q ^ s & (p ^ q)), 17);
            v = w + rotateLeft(v + y[i + 2] + SINES[i + 2] + (u ^ w & (t ^ u)), 17);
            q = r + rotateLeft(q + x[i + 3] + SINES[i + 3] + (p ^ r & (s ^ p)), 22);
            u = v + rotateLeft(u + y[i + 3] + SINES[i + 3] + (t ^ v & (w ^ t)), 22);
        }
        for (int i = 16, j = 1; i < 32; i += 4, j += 20) {
            p = q + rotateLeft(p + x[j & 15] + SINES[i] + (r & ~s) + (q & s), 5);
            t = u + rotateLeft(t + y[j & 15] + SINES[i] + (v & ~w) + (u & w), 5);
            s = p + rotateLeft(s + x[j + 5 & 15] + SINES[i + 1] + (q & ~r) + (p & r), 9);
            w = t + rotateLeft(w + y[j + 5 & 15] + SINES[i + 1] + (u & ~v) + (t & v), 9);
            r = s + rotateLeft(r + x[j + 10 & 15] + SINES[i + 2] + (p & ~q) + (s & q), 14);
            v = w + rotateLeft(v + y[j + 10 & 15] + SINES[i + 2] + (t & ~u) + (w & u), 14);
            q = r + rotateLeft(q + x[j + 15 & 15] + SINES[i + 3] + (s & ~p) + (r & p), 20);
            u = v + rotateLeft(u + y[j + 15 & 15] + SINES[i + 3] + (w & ~t) + (v & t), 20);
        }
        state[0] = p;
        state[1] = q;
        state[2] = r;
        state[3] = s;
        state[4] = t;
        state[5] = u;
        state[6] = v;
        state[7] = w;
    }

    private void roundsHAndI() {
        int p = state[0];
        int q = state[1];
        int r = state[2];
        int s = state[3];
        int t = state[4];
        int u = state[5];
        int v = state[6];
        int w = state[7];
        for (int i = 32, j = 5; i < 48; i += 4, j += 12) {
            p = q + rotateLeft(p + x[j & 15] + SINES[i] + (q ^ (r ^ s)), 4);
            t = u + rotateLeft(t + y[j & 15] + SINES[i] + (u ^ (v ^ w)), 4);
            s = p + rotateLeft(s + x[j + 3 & 15] + SINES[i + 1] + (p ^ (q ^ r)), 11);
            w = t + rotateLeft(w + y[j + 3 & 15] + SINES[i + 1] + (t ^ (u ^ v)), 11);
            r = s + rotateLeft(r + x[j + 6 & 15] + SINES[i + 2] + (s ^ (p ^ q)), 16);
            v = w + rotateLeft(v + y[j + 6 & 15] + SINES[i + 2] + (w ^ (t ^ u)), 16);
            q = r + rotateLeft(q + x[j + 9 & 15] + SINES[i + 3] + (r ^ (s ^ p)), 23);
            u = v + rotateLeft(u + y[j + 9 & 15] + SINES[i + 3] + (v ^ (w ^ t)), 23);
        }
        for (int i = 48, j = 0; i < 64; i += 4, j += 28) {
            p = q + rotateLeft(p + x[j & 15] + SINES[i] + (r ^ (q | ~s)), 6);
            t = u + rotateLeft(t + y[j & 15] + SINES[i] + (v ^ (u | ~w)), 6);
            s = p + rotateLeft(s + x[j + 7 & 15] + SINES[i + 1] + (q ^ (p | ~r)), 10);
            w = t + rotateLeft(w + y[j + 7 & 15] + SINES[i + 1] + (u ^ (t | ~v)), 10);
            r = s + rotateLeft(r + x[j + 14 & 15] + SINES[i + 2] + (p ^ (s | ~q)), 15);
            v = w + rotateLeft(v + y[j + 14 & 15] + SINES[i + 2] + (t ^ (w | ~u)), 15);
            q = r + rotateLeft(q + x[j + 21 & 15] + SINES[i + 3] + (s ^ (r | ~p)), 21);
            u = v + rotateLeft(u + y[j + 21 & 15] + SINES[i + 3] + (w ^ (v | ~t)), 21);
        }
        state[0] = p;
        state[1] = q;
        state[2] = r;
        state[3] = s;
        state[4] = t;
        state[5] = u;
        state[6] = v;
        state[7] = w;
    }
}
