package dev.punctual.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.Struct;

import dev.punctual.spi.UndecodableException;

class ProtobufCodecFuzzTest {

    private static final ProtobufCodec<Struct> CODEC = new StructCodec();

    @FuzzTest(maxDuration = "10s")
    void readsOrRefusesAndReadsItsOwnWritingAgain(byte[] payload) throws UndecodableException {
        Struct message;
        try {
            message = CODEC.decode(payload);
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).startsWith("the Protobuf message does not fit Struct");
            return;
        }
        assertThat(CODEC.encode(CODEC.decode(CODEC.encode(message)))).isEqualTo(CODEC.encode(message));
    }
}
