package dev.punctual.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.punctual.spi.PublishListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class MicrometerPublishListenerTest {

    private static final int KIB = 1_024;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerPublishListener listener = new MicrometerPublishListener(registry);

    private double saved(String what, String by) {
        return registry.get("punctual.published." + what + ".saved").tag("stream", "orders").tag("by", by).counter().count();
    }

    private double count(String name) {
        return registry.get("punctual.published." + name).tag("stream", "orders").counter().count();
    }

    @Test
    void countsWhatIsOnTheStreamAndWhatAggregationSaved() {
        listener.accepted("orders", new PublishListener.Accepted(60, 24 * KIB, 1, 60));

        assertThat(count("events")).isEqualTo(60);
        assertThat(count("records")).isEqualTo(1);
        assertThat(count("bytes")).isEqualTo(24 * KIB);
        assertThat(count("units")).isEqualTo(1);
        assertThat(saved("units", "aggregation")).isEqualTo(59);
    }

    @Test
    void countsWhatFormatAndCompressionSaved() {
        listener.written("orders", new PublishListener.Written(80 * KIB, 60 * KIB, 20 * KIB));

        assertThat(saved("bytes", "format")).isEqualTo(20 * KIB);
        assertThat(saved("units", "format")).isEqualTo(1);
        assertThat(saved("bytes", "compression")).isEqualTo(40 * KIB);
        assertThat(saved("units", "compression")).isEqualTo(2);
    }

    @Test
    void anEventThatGrewSavedNothing() {
        listener.written("orders", new PublishListener.Written(100, 100, 130));

        assertThat(saved("bytes", "compression")).isZero();
    }
}
