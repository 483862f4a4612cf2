package dev.punctual.wire.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.punctual.spi.UndecodableException;

class ContentCodingFuzzTest {

    private static final int CAP = 1 << 20;

    @FuzzTest(maxDuration = "10s")
    void readsOrRefusesGzipAndAgreesWithTheJdk(byte[] data) throws IOException {
        byte[] decompressed;
        try {
            decompressed = ContentCoding.GZIP.decode(data, CAP);
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).startsWith("the event");
            return;
        }
        assertThat(decompressed.length).isLessThanOrEqualTo(CAP);
        if ((data[3] & 2) == 0) {
            // The checksum of a header is the one thing that the JDK looks at and we do not.
            assertThat(new GZIPInputStream(new ByteArrayInputStream(data), data.length).readAllBytes()).isEqualTo(decompressed);
        }
    }

    @FuzzTest(maxDuration = "10s")
    void readsOrRefusesZstd(byte[] data) {
        try {
            byte[] decompressed = ContentCoding.ZSTD.decode(data, CAP);
            assertThat(decompressed.length).isLessThanOrEqualTo(CAP);
            assertThat(ContentCoding.ZSTD.decode(ContentCoding.ZSTD.encode(decompressed), CAP)).isEqualTo(decompressed);
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).startsWith("the event");
        }
    }
}
