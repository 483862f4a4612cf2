package dev.punctual.deployment.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheMakerTest {

    private static final Path HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    @Test
    void tellsWhatARunSaidThatFailed() throws IOException {
        Path nothing = Jars.jar(folder.resolve("nothing.jar"), "nothing.txt", "");

        assertThatExceptionOfType(DeploymentException.class)
                .isThrownBy(() -> new CacheMaker(HOME, List.of(), List.of(nothing)).make(folder, List.of()))
                .withMessageContaining("--train").withMessageContaining("dev.punctual.runtime.FunctionMain")
                .withMessageContaining("ClassNotFoundException");
    }

    @Test
    void asksTheJdkForItsVersion() throws IOException {
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"\n");

        assertThat(new CacheMaker(folder, List.of(), List.of()).options()).isEqualTo(new JavaOptions(25, List.of()));
    }

    @Test
    void refusesAFolderThatHoldsNoJdk() {
        assertThatExceptionOfType(DeploymentException.class)
                .isThrownBy(() -> new CacheMaker(folder.resolve("none"), List.of(), List.of()))
                .withMessageContaining("is no JDK; set quarkus.punctual.container.cache.java-home");
    }
}
