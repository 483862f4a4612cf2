package dev.punctual.aggregation;

import static java.lang.Integer.rotateLeft;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The MD5 of RFC 1321, for checksums only. Beside the JDK's it is as fast where code is compiled fully, a quarter faster where
 * it is compiled by the first tier alone, as Lambda does it, and needs none of the security providers, which cost a process
 * that has just started tens of milliseconds.
 */
final class Md5 {

    static final int LENGTH = 16;

    static final int BLOCK = 64;
    static final int WORDS = 16;
    private static final int LENGTH_OF_COUNT = 8;
    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle COUNT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final int[] SINES = sines();

    private final int[] words = new int[WORDS];
    private int a = 0x67452301;
    private int b = 0xEFCDAB89;
    private int c = 0x98BADCFE;
    private int d = 0x10325476;

    private Md5() {
    }

    /** In the middle of some bytes. */
    Md5(int a, int b, int c, int d) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.d = d;
    }

    private static int[] sines() {
        int[] sines = new int[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            sines[i] = (int) (long) (Math.abs(StrictMath.sin(i + 1)) * (1L << Integer.SIZE));
        }
        return sines;
    }

    /** The digest of some of the bytes. */
    static byte[] of(byte[] data, int start, int end) {
        return new Md5().finish(data, start, start, end);
    }

    /**
     * The digest of some of the bytes.
     *
     * @param at up to where they are added already, a whole number of blocks from the start
     */
    byte[] finish(byte[] data, int start, int at, int end) {
        int next = at;
        for (; end - next >= BLOCK; next += BLOCK) {
            add(data, next);
        }
        addLast(data, next, end, (long) (end - start) * Byte.SIZE);
        byte[] digest = new byte[LENGTH];
        WORD.set(digest, 0, a);
        WORD.set(digest, Integer.BYTES, b);
        WORD.set(digest, 2 * Integer.BYTES, c);
        WORD.set(digest, 3 * Integer.BYTES, d);
        return digest;
    }

    private void addLast(byte[] data, int start, int end, long bits) {
        int left = end - start;
        byte[] last = new byte[left + 1 + LENGTH_OF_COUNT <= BLOCK ? BLOCK : 2 * BLOCK];
        System.arraycopy(data, start, last, 0, left);
        last[left] = (byte) 0x80;
        COUNT.set(last, last.length - LENGTH_OF_COUNT, bits);
        for (int at = 0; at < last.length; at += BLOCK) {
            add(last, at);
        }
    }

    private void add(byte[] data, int at) {
        for (int i = 0; i < WORDS; i++) {
            words[i] = (int) WORD.get(data, at + Integer.BYTES * i);
        }
        int oldA = a;
        int oldB = b;
        int oldC = c;
        int oldD = d;
        roundsFAndG(words);
        roundsHAndI(words);
        a += oldA;
        b += oldB;
        c += oldC;
        d += oldD;
    }

    // In each step, what hangs on the step before it is added last: steps then overlap as far as they can.

    private void roundsFAndG(int[] x) {
        int p = a;
        int q = b;
        int r = c;
        int s = d;
        for (int i = 0; i < 16; i += 4) {
            p = q + rotateLeft(p + x[i] + SINES[i] + (s ^ q & (r ^ s)), 7);
            s = p + rotateLeft(s + x[i + 1] + SINES[i + 1] + (r ^ p & (q ^ r)), 12);
            r = s + rotateLeft(r + x[i + 2] + SINES[i + 2] + (q ^ s & (p ^ q)), 17);
            q = r + rotateLeft(q + x[i + 3] + SINES[i + 3] + (p ^ r & (s ^ p)), 22);
        }
        for (int i = 16, j = 1; i < 32; i += 4, j += 20) {
            p = q + rotateLeft(p + x[j & 15] + SINES[i] + (r & ~s) + (q & s), 5);
            s = p + rotateLeft(s + x[j + 5 & 15] + SINES[i + 1] + (q & ~r) + (p & r), 9);
            r = s + rotateLeft(r + x[j + 10 & 15] + SINES[i + 2] + (p & ~q) + (s & q), 14);
            q = r + rotateLeft(q + x[j + 15 & 15] + SINES[i + 3] + (s & ~p) + (r & p), 20);
        }
        keep(p, q, r, s);
    }

    private void roundsHAndI(int[] x) {
        int p = a;
        int q = b;
        int r = c;
        int s = d;
        for (int i = 32, j = 5; i < 48; i += 4, j += 12) {
            p = q + rotateLeft(p + x[j & 15] + SINES[i] + (q ^ (r ^ s)), 4);
            s = p + rotateLeft(s + x[j + 3 & 15] + SINES[i + 1] + (p ^ (q ^ r)), 11);
            r = s + rotateLeft(r + x[j + 6 & 15] + SINES[i + 2] + (s ^ (p ^ q)), 16);
            q = r + rotateLeft(q + x[j + 9 & 15] + SINES[i + 3] + (r ^ (s ^ p)), 23);
        }
        for (int i = 48, j = 0; i < 64; i += 4, j += 28) {
            p = q + rotateLeft(p + x[j & 15] + SINES[i] + (r ^ (q | ~s)), 6);
            s = p + rotateLeft(s + x[j + 7 & 15] + SINES[i + 1] + (q ^ (p | ~r)), 10);
            r = s + rotateLeft(r + x[j + 14 & 15] + SINES[i + 2] + (p ^ (s | ~q)), 15);
            q = r + rotateLeft(q + x[j + 21 & 15] + SINES[i + 3] + (s ^ (r | ~p)), 21);
        }
        keep(p, q, r, s);
    }

    private void keep(int p, int q, int r, int s) {
        a = p;
        b = q;
        c = r;
        d = s;
    }
}
