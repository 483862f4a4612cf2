package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Duration NEGATIVE = Duration.ofNanos(-1);

    private static EngineSettings engine(int concurrency, Duration cost, Duration guard, Duration latency) {
        return new EngineSettings(concurrency, Optional.of(cost), guard, latency, false, "shop:1.0");
    }

    @Test
    void takesTheSmallestValues() {
        assertThat(engine(1, Duration.ZERO, Duration.ZERO, Duration.ZERO).ledger()).isEqualTo(LedgerSettings.DEFAULT);
        assertThat(new LedgerSettings(1, Duration.ZERO, false).claimLimit()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsTooSmallByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> engine(0, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .withMessageContaining("concurrency");
        assertThatIllegalArgumentException().isThrownBy(() -> engine(1, NEGATIVE, Duration.ZERO, Duration.ZERO))
                .withMessageContaining("attemptCost");
        assertThatIllegalArgumentException().isThrownBy(() -> engine(1, Duration.ZERO, NEGATIVE, Duration.ZERO))
                .withMessageContaining("guard");
        assertThatIllegalArgumentException().isThrownBy(() -> engine(1, Duration.ZERO, Duration.ZERO, NEGATIVE))
                .withMessageContaining("queueLatency");
        assertThatIllegalArgumentException().isThrownBy(() -> new LedgerSettings(0, Duration.ZERO, false))
                .withMessageContaining("claimLimit");
        assertThatIllegalArgumentException().isThrownBy(() -> new LedgerSettings(1, NEGATIVE, false))
                .withMessageContaining("leaseMargin");
    }
}
