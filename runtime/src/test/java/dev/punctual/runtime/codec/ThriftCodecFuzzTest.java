package dev.punctual.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.punctual.spi.UndecodableException;

class ThriftCodecFuzzTest {

    @FuzzTest(maxDuration = "10s")
    void readsOrRefusesAndReadsItsOwnWritingAgain(byte[] payload) throws UndecodableException {
        ThriftOrder order;
        try {
            order = ThriftCodecTest.CODEC.decode(payload);
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).contains("Thrift struct");
            return;
        }
        assertThat(ThriftCodecTest.CODEC.decode(ThriftCodecTest.CODEC.encode(order))).isEqualTo(order);
    }
}
