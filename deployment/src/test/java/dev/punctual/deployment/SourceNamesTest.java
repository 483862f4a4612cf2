package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.runtime.config.SourceNames;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What a function is told by its environment, as templates write it. */
class SourceNamesTest {

    private static final int OF_THE_ENVIRONMENT = 300;

    private static PunctualConfig config(Map<String, String> declared, Map<String, String> environment) {
        SmallRyeConfig config = new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters()
                .withMapping(PunctualConfig.class)
                .withSources(new PropertiesConfigSource(declared, "declared by the build", Integer.MIN_VALUE))
                .withSources(new EnvConfigSource(environment, OF_THE_ENVIRONMENT)).build();
        return config.getConfigMapping(PunctualConfig.class);
    }

    @Test
    void areThoseOfTheEnvironment() {
        PunctualConfig config = config(Map.of("quarkus.punctual.source.\"orders\".name", "orders"),
                Map.of("QUARKUS_PUNCTUAL_SOURCE__ORDERS__NAME", "orders-test",
                        "QUARKUS_PUNCTUAL_SOURCE__ORDERS__RETRY_QUEUE_URL", "https://sqs/1/parked"));

        assertThat(new SourceNames(config.source()).of("orders")).isEqualTo("orders-test");
        assertThat(new QueueDirectory(List.of("orders"), config.source()).of("orders-test", Purpose.RETRY).name())
                .isEqualTo("parked");
    }

    @Test
    void mayHaveHyphensWhichTheEnvironmentCannotTell() {
        PunctualConfig config = config(Map.of("quarkus.punctual.source.\"hand-scans\".name", "hand-scans"),
                Map.of("QUARKUS_PUNCTUAL_SOURCE__HAND_SCANS__NAME", "hand-scans-test",
                        "QUARKUS_PUNCTUAL_SOURCE__HAND_SCANS__DEAD_LETTER_QUEUE_URL", "https://sqs/1/dead"));

        assertThat(new SourceNames(config.source()).of("hand-scans")).isEqualTo("hand-scans-test");
        assertThat(new QueueDirectory(List.of("hand-scans"), config.source())
                .of("hand-scans-test", Purpose.DEAD_LETTER).url()).contains("https://sqs/1/dead");
    }

    @Test
    void areThoseOfTheAnnotationsByDefault() {
        assertThat(new SourceNames(config(Map.of(), Map.of()).source()).of("orders")).isEqualTo("orders");
    }
}
