package dev.punctual.wire.coding;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import dev.punctual.spi.UndecodableException;

class ContentCodingTest {

    private static final int CAP = 100_000;

    private static byte[] noise(int length, int range) {
        Random random = new Random(length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(range);
        }
        return bytes;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(ContentCoding.class)
    void readsWhatItWrote(ContentCoding coding) throws UndecodableException {
        for (int length : new int[] { 0, 1, 100, 255, 256, 257, 4_096, 99_999, CAP }) {
            for (int range : new int[] { 1, 4, 256 }) {
                byte[] data = noise(length, range);

                assertThat(coding.decode(coding.encode(data), CAP)).as("%s bytes of %s", length, range).isEqualTo(data);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = ContentCoding.class, names = "NONE", mode = Mode.EXCLUDE)
    void isKnownByItsFirstBytes(ContentCoding coding) {
        assertThat(ContentCoding.of(coding.encode(utf8("{}")))).isEqualTo(coding);
        assertThat(ContentCoding.of(Arrays.copyOf(coding.encode(utf8("{}")), 3))).isEqualTo(ContentCoding.NONE);
        assertThat(ContentCoding.of(utf8("{\"type\":\"t\"}"))).isEqualTo(ContentCoding.NONE);
        assertThat(ContentCoding.of(new byte[0])).isEqualTo(ContentCoding.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = ContentCoding.class, names = "NONE", mode = Mode.EXCLUDE)
    void refusesOneByteMoreThanTheCap(ContentCoding coding) {
        byte[] data = coding.encode(noise(CAP + 1, 4));

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> coding.decode(data, CAP))
                .withMessage("the event, decompressed, has more than 100000 bytes (quarkus.punctual.max-event-size)");
    }

    @ParameterizedTest
    @EnumSource(value = ContentCoding.class, names = "NONE", mode = Mode.EXCLUDE)
    void countsTheCapOverAllMembers(ContentCoding coding) throws UndecodableException {
        byte[] part = noise(1_000, 4);
        byte[] member = coding.encode(part);

        assertThat(coding.decode(join(member, member, member), 3_000)).isEqualTo(join(part, part, part));
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> coding.decode(join(member, member, member), 2_999)).withMessageContaining("more than 2999");
    }

    @ParameterizedTest
    @EnumSource(value = ContentCoding.class, names = "NONE", mode = Mode.EXCLUDE)
    void aBombTakesNoMoreMemoryThanTheCapAllows(ContentCoding coding) {
        byte[] bomb = coding.encode(new byte[50 << 20]);
        assertThat(bomb.length).isLessThan(60_000);

        long before = allocated();
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> coding.decode(bomb, CAP));
        assertThat(allocated() - before).isLessThan(20L * CAP);
    }

    @ParameterizedTest
    @EnumSource(value = ContentCoding.class, names = "NONE", mode = Mode.EXCLUDE)
    void refusesTrailingBytes(ContentCoding coding) {
        byte[] data = coding.encode(noise(1_000, 4));
        for (int length = 1; length < 40; length++) {
            byte[] longer = Arrays.copyOf(data, data.length + length);

            assertThatExceptionOfType(UndecodableException.class).as("%s more bytes", length)
                    .isThrownBy(() -> coding.decode(longer, CAP));
        }
    }

    @ParameterizedTest
    @EnumSource(value = ContentCoding.class, names = "NONE", mode = Mode.EXCLUDE)
    void refusesDataThatIsCutAtAnyByte(ContentCoding coding) {
        byte[] data = coding.encode(noise(500, 8));
        for (int length = 4; length < data.length; length++) {
            byte[] cut = Arrays.copyOf(data, length);

            assertThatExceptionOfType(UndecodableException.class).as("cut to %s bytes", length)
                    .isThrownBy(() -> coding.decode(cut, CAP)).withNoCause();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ContentCoding.class, names = "NONE", mode = Mode.EXCLUDE)
    void readsOrRefusesDamagedData(ContentCoding coding) {
        Random random = new Random(3);
        byte[] data = coding.encode(noise(500, 8));
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = data.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(coding.decode(damaged, CAP).length).isLessThanOrEqualTo(CAP);
            } catch (UndecodableException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(15_000);
    }

    @Test
    void followsNoNestedCompression() throws UndecodableException {
        byte[] inner = ContentCoding.GZIP.encode(utf8("{}"));

        assertThat(ContentCoding.GZIP.decode(ContentCoding.GZIP.encode(inner), CAP)).isEqualTo(inner);
    }

    private static long allocated() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory
                .getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
