package dev.punctual.wire.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.UndecodableException;

class FormatsFuzzTest {

    private final RetryFormat retries = new RetryFormat(new JsonFactory());
    private final DeadLetterFormat letters = new DeadLetterFormat(new JsonFactory());

    @FuzzTest(maxDuration = "5s")
    void readsOrRefusesAnyText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        ParkedEvent parked;
        try {
            parked = retries.read(text);
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).isNotBlank();
            readLetter(text);
            return;
        }
        assertThat(parked.event().id()).isNotEmpty();
    }

    private void readLetter(String text) {
        try {
            assertThat(letters.read(text).event().id()).isNotEmpty();
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
