package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.runtime.config.LazyMappings;
import dev.punctual.runtime.config.PackagedConfig;
import dev.punctual.runtime.config.PunctualConfig;
import io.quarkus.runtime.configuration.ConfigBuilder;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What a packaged application has, so that less runs at its start. */
class BareStartTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest().setApplicationName("kitchen")
            .withApplicationRoot(jar -> jar.addClass(Kitchen.class)
                    .addAsResource(new StringAsset("""
                            menu.soup=m\u00efso
                            menu.price=${base.price}0
                            base.price=7
                            """), "application.properties")
                    .addAsResource(new StringAsset("bread=rye\nmenu.soup=leek\n"), "META-INF/microprofile-config.properties"));

    @ProdBuildResults
    private ProdModeTestResults results;

    @Singleton
    static class Kitchen {

        @OnEvent(stream = "order-events")
        @RetryWithin("7s")
        void placed(byte[] payload) {
        }
    }

    @Test
    void itsPropertiesAreAClass() throws ReflectiveOperationException, IOException {
        SmallRyeConfig config = config("ApplicationProperties", PackagedConfig.class, new SmallRyeConfigBuilder()
                .addDefaultInterceptors());

        assertThat(config.getRawValue("menu.soup")).isEqualTo("m\u00efso");
        assertThat(config.getRawValue("bread")).isEqualTo("rye");
        assertThat(config.getValue("menu.price", Integer.class)).isEqualTo(70);
    }

    @Test
    void itsMappingsHaveStandIns() throws ReflectiveOperationException, IOException {
        SmallRyeConfig config = config("StandIns", LazyMappings.class, new SmallRyeConfigBuilder()
                .withMapping(PunctualConfig.class));

        assertThat(config.getConfigMapping(PunctualConfig.class).getClass().getName())
                .startsWith("dev.punctual.generated.PunctualConfig_");
    }

    /** A configuration with a builder that was generated. */
    private SmallRyeConfig config(String name, Class<? extends ConfigBuilder> type, SmallRyeConfigBuilder builder)
            throws ReflectiveOperationException, IOException {
        try (Stream<Path> files = Files.walk(results.getBuildDir())) {
            List<Path> jars = files.filter(file -> file.toString().endsWith("-runner.jar")).toList();
            URLClassLoader application = new URLClassLoader(new URL[] { jars.get(0).toUri().toURL() },
                    getClass().getClassLoader());
            ConfigBuilder generated = type.cast(application.loadClass("dev.punctual.generated." + name)
                    .getDeclaredConstructor().newInstance());
            return generated.configBuilder(builder).build();
        }
    }
}
