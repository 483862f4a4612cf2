package dev.punctual.aggregation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Md5Test {

    /** The test suite of RFC 1321, A.5. */
    @ParameterizedTest
    @CsvSource({ "'', d41d8cd98f00b204e9800998ecf8427e", "a, 0cc175b9c0f1b6a831c399e269772661",
            "abc, 900150983cd24fb0d6963f7d28e17f72", "message digest, f96b697d7cb7938d525a2f31aaf161d0",
            "abcdefghijklmnopqrstuvwxyz, c3fcd3d76192e4007dfb496cca67e13b",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789, d174ab98d277d9f5a5611c2c9f419d9f",
            "12345678901234567890123456789012345678901234567890123456789012345678901234567890,"
                    + " 57edf4a22be3c955ac49da2e2107b67a" })
    void agreesWithItsSpecification(String text, String digest) {
        byte[] data = text.getBytes(US_ASCII);

        assertThat(HexFormat.of().formatHex(Md5.of(data, 0, data.length))).isEqualTo(digest);
    }

    @Test
    void agreesWithTheJdkForEachLengthAndPlace() throws Exception {
        MessageDigest jdk = MessageDigest.getInstance("MD5");
        byte[] data = new byte[3_000];
        new Random(1).nextBytes(data);

        for (int length = 0; length < 300; length++) {
            for (int start : new int[] { 0, 1, 3, 64, 2_000 }) {
                jdk.update(data, start, length);
                assertThat(Md5.of(data, start, start + length)).as("%d bytes from %d", length, start)
                        .isEqualTo(jdk.digest());
            }
        }
        assertThat(Md5.of(data, 0, data.length)).isEqualTo(jdk.digest(data));
    }

    @Test
    void agreesWithTheJdkForTwoAtOnce() throws Exception {
        MessageDigest jdk = MessageDigest.getInstance("MD5");
        Random random = new Random(2);
        byte[] data = new byte[3_000];
        byte[] other = new byte[3_000];
        random.nextBytes(data);
        random.nextBytes(other);

        for (int i = 0; i < 3_000; i++) {
            Md5Pair.Range first = range(data, random);
            Md5Pair.Range second = range(other, random);

            byte[][] digests = Md5Pair.of(first, second);

            assertThat(digests[0]).as("%s", first).isEqualTo(digest(jdk, first));
            assertThat(digests[1]).as("%s", second).isEqualTo(digest(jdk, second));
        }
    }

    private static Md5Pair.Range range(byte[] data, Random random) {
        int start = random.nextInt(data.length);
        int length = random.nextInt(random.nextBoolean() ? 300 : data.length);
        return new Md5Pair.Range(data, start, Math.min(data.length, start + length));
    }

    private static byte[] digest(MessageDigest jdk, Md5Pair.Range range) {
        jdk.update(range.data(), range.start(), range.end() - range.start());
        return jdk.digest();
    }
}
