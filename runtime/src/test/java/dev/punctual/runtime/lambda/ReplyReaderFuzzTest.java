package dev.punctual.runtime.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ReplyReaderFuzzTest {

    @FuzzTest(maxDuration = "5s")
    void readsRepliesOrRefusesThem(byte[] bytes) {
        ReplyReader reader = new ReplyReader(new ByteArrayInputStream(bytes));
        try {
            for (int i = 0; i <= bytes.length; i++) {
                assertThat(reader.read().body().length).isLessThanOrEqualTo(bytes.length);
            }
        } catch (IOException e) {
            assertThat(e.getMessage()).contains("Runtime API");
        }
    }
}
