package dev.punctual.runtime.kinesis;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.runtime.event.RecordsReader;

class KinesisBrokenEventsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] EVENT = utf8(KinesisSamples.EVENT);

    private final KinesisEvents kinesis = new KinesisEvents(new RecordsReader(new JsonFactory()));

    @Test
    void refusesAnEventThatIsCutAtAnyByte() {
        for (int length = 0; length < EVENT.length; length++) {
            byte[] cut = Arrays.copyOf(EVENT, length);
            assertThatExceptionOfType(MalformedEventException.class).as("cut to %s bytes", length)
                    .isThrownBy(() -> kinesis.readAnyJson(cut, NOW)).withNoCause();
        }
    }

    @Test
    void readsOrRefusesAnEventWithAnyBytesChanged() {
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = EVENT.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(kinesis.readAnyJson(changed, NOW)).isNotNull();
            } catch (MalformedEventException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }
}
