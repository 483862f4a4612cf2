package dev.punctual.wire.envelope;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.Redrive;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.testing.Samples;

class RedriveFormatTest {

    private static final RedrivenEvent REDRIVEN = new RedrivenEvent("Orders#onOrder", event(new byte[] { 0, 1, -1 }),
            Instant.parse("2026-01-02T03:04:05.678Z"), new Redrive(1, "the-letter"));

    private final RedriveFormat format = new RedriveFormat(new JsonFactory());

    @Test
    void readsWhatItWrote() throws UndecodableException {
        assertThat(format.read(format.write(REDRIVEN))).usingRecursiveComparison().isEqualTo(REDRIVEN);
    }

    @Test
    void refusesAParkedEvent() {
        String parked = new RetryFormat(new JsonFactory()).write(Samples.parked(event(utf8("x")), Duration.ZERO));

        assertThatThrownBy(() -> format.read(parked)).isInstanceOf(UndecodableException.class)
                .hasMessage("it is not a Punctual redrive");
    }

    @Test
    void refusesAnEventThatWasNeverRedriven() {
        String text = format.write(REDRIVEN).replace("\"redriveCount\":1", "\"redriveCount\":0");

        assertThatThrownBy(() -> format.read(text)).isInstanceOf(UndecodableException.class)
                .hasMessageContaining("redriveCount is 0");
    }
}
