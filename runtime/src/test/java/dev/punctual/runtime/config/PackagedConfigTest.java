package dev.punctual.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.StaticInitConfigBuilder;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class PackagedConfigTest {

    /** As the build generates it. */
    private static final class Packaged extends PackagedConfig {
        @Override
        protected List<ConfigSource> sources() {
            return List.of(
                    source("application.properties", 250, new String[] { "soup", "miso", "%prod.cake", "lemon", "cake", "none",
                            "both", "${soup} and ${cake}", "told", "here" }),
                    source("META-INF/microprofile-config.properties", 100, new String[] { "soup", "leek", "bread", "rye" }));
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty("told");
        System.clearProperty("quarkus.profile");
    }

    private static SmallRyeConfig config() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withProfile("prod");
        new StaticInitConfigBuilder().configBuilder(builder);
        new Packaged().configBuilder(builder);
        return builder.build();
    }

    @Test
    void hasWhatTheFilesSayByRankAndProfile() {
        SmallRyeConfig config = config();

        assertThat(config.getRawValue("soup")).isEqualTo("miso");
        assertThat(config.getRawValue("bread")).isEqualTo("rye");
        assertThat(config.getValue("both", String.class)).isEqualTo("miso and lemon");
    }

    @Test
    void whatIsToldAtTheStartOutranksIt() {
        System.setProperty("told", "there");

        assertThat(config().getValue("told", String.class)).isEqualTo("there");
    }

    @Test
    void aProfileThatIsChosenAtTheStartHasTheUsualSearch() {
        System.setProperty("quarkus.profile", "staging");

        assertThat(config().getConfigValue("bread").getValue()).isNull();
    }
}
