package dev.punctual.runtime.metrics.emf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.punctual.runtime.config.MetricsConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;

/** Applications with Micrometer's library alone measure where their metrics leave. */
class MeterRegistryBeansTest {

    private record Settings(Emf emf, String namespace, List<String> exclude, int maxMeters) implements MetricsConfig {
    }

    private Optional<EmfBeans> opened = Optional.empty();

    private EmfBeans emf(boolean onLambda) {
        EmfBeans emf = new EmfBeans(new Settings(MetricsConfig.Emf.AUTO, "Punctual", List.of(), 500), onLambda, "shop");
        opened = Optional.of(emf);
        return emf;
    }

    @AfterEach
    void close() {
        opened.ifPresent(EmfBeans::close);
    }

    @Test
    void measuresInTheRegistryOfTheLinesOnLambda() {
        EmfBeans emf = emf(true);

        MeterRegistry registry = new MeterRegistryBeans(emf).registry();

        assertThat(emf.registry()).hasValueSatisfying(lines -> assertThat(registry).isSameAs(lines));
        assertThat(Metrics.globalRegistry.getRegistries()).as("what others measure leaves, too").contains(registry);
    }

    @Test
    void measuresInMicrometersOwnRegistryElsewhere() {
        EmfBeans emf = emf(false);

        assertThat(emf.registry()).isEmpty();
        assertThat(new MeterRegistryBeans(emf).registry()).isSameAs(Metrics.globalRegistry);
    }

    @Test
    void leavesMicrometersOwnRegistryWhenItIsOver() {
        EmfBeans emf = emf(true);
        MeterRegistry registry = new MeterRegistryBeans(emf).registry();

        emf.close();

        assertThat(Metrics.globalRegistry.getRegistries()).doesNotContain(registry);
    }
}
