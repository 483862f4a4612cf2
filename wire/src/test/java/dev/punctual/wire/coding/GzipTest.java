package dev.punctual.wire.coding;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.spi.UndecodableException;

/** What is particular to gzip; see {@link ContentCodingTest} for the rest. */
class GzipTest {

    private static final byte[] TEXT = utf8("{\"type\":\"placed\"}");

    private static byte[] withHeader(int flags, byte[]... fields) {
        byte[] plain = Gzip.compress(TEXT);
        byte[] start = Arrays.copyOf(plain, 10);
        start[3] = (byte) flags;
        return ContentCodingTest.join(start, ContentCodingTest.join(fields), Arrays.copyOfRange(plain, 10, plain.length));
    }

    @Test
    void readsEveryOptionalPartOfAHeader() throws UndecodableException {
        byte[] extra = { 3, 0, 1, 2, 3 };
        byte[] name = utf8("order.json\0");
        byte[] checksum = { 7, 7 };

        assertThat(Gzip.decompress(withHeader(1), 100)).isEqualTo(TEXT);
        assertThat(Gzip.decompress(withHeader(4, extra), 100)).isEqualTo(TEXT);
        assertThat(Gzip.decompress(withHeader(8, name), 100)).isEqualTo(TEXT);
        assertThat(Gzip.decompress(withHeader(4 | 8 | 16 | 2, extra, name, name, checksum), 100)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = { 32, 64, 128 })
    void refusesUnknownFlags(int flags) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> Gzip.decompress(withHeader(flags), 100))
                .withMessage("the event's gzip data cannot be read: its header has unknown flags, at byte 10");
    }

    @Test
    void refusesAHeaderThatNeverEnds() {
        byte[] nameWithoutEnd = { 0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0, 'a', 'b' };
        byte[] extraBeyond = { 0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 1 };

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> Gzip.decompress(nameWithoutEnd, 100))
                .withMessageContaining("it is cut off");
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> Gzip.decompress(extraBeyond, 100))
                .withMessageContaining("it is cut off");
    }

    @Test
    void refusesAWrongChecksumAndAWrongLength() {
        byte[] data = Gzip.compress(TEXT);
        for (int behind = 1; behind <= 8; behind++) {
            byte[] wrong = data.clone();
            wrong[data.length - behind]++;

            assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> Gzip.decompress(wrong, 100))
                    .withMessageContaining("its checksum or length is wrong");
        }
    }
}
