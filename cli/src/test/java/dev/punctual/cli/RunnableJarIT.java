package dev.punctual.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar as a process of its own. */
class RunnableJarIT {

    @TempDir
    private Path home;
    private CommandFixture punctual;

    @BeforeEach
    void start() {
        punctual = new CommandFixture(home);
    }

    @AfterEach
    void stop() {
        punctual.close();
    }

    private Process letters(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home, "-jar", System.getProperty("punctual.jar"), "dead-letters"));
        command.addAll(List.of(words));
        command.addAll(List.of("--source", "orders", "--region", "us-east-1", "--endpoint", punctual.endpoint()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("AWS_ACCESS_KEY_ID", "test");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
        // A JVM tells of these on its standard error.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder.redirectError(home.resolve("err").toFile()).start();
    }

    @Test
    void listsLettersWithoutAnythingElseOnItsStreams() throws Exception {
        punctual.put(Letters.order(1));

        Process process = letters("list", "--json");
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(out.lines()).singleElement().asString().contains(Letters.order(1).id());
        assertThat(home.resolve("err")).isEmptyFile();
    }

    @Test
    void letsGoOfWhatItHoldsWhenItIsAskedToEnd() throws Exception {
        punctual.put(Letters.order(1));
        punctual.put(Letters.order(2));
        punctual.put(Letters.order(3));

        Process process = letters("redrive", "--all", "--rate", "0.05", "--yes");
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (punctual.left().size() == 3 && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        assertThat(punctual.left().size() + punctual.retried().size()).isEqualTo(3);
    }
}
