package dev.punctual.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.punctual.template.application.Application;
import dev.punctual.template.cost.Prices;
import dev.punctual.template.settings.Settings;

/**
 * What the build writes for three applications, byte for byte. After a change that is meant, run this test with
 * {@code -Dgolden.write=true}, and read the difference before it is committed.
 */
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    static Stream<Arguments> applications() {
        return Stream.of(Arguments.of("one-handler", Applications.oneHandler(), Settings.DEFAULT),
                Arguments.of("food-ordering", Applications.foodOrdering(), Applications.foodOrderingSettings()),
                Arguments.of("ten-handlers", Applications.tenHandlers(), Applications.tenHandlersSettings()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applications")
    void areWhatTheBuildWrites(String name, Application application, Settings settings) throws IOException {
        Deployment deployment = Deployment.of(application, settings, Optional.empty(), Prices.builtIn());

        assertThat(deployment.errors()).isEmpty();
        for (Document document : deployment.documents()) {
            assertGolden(FOLDER.resolve(name).resolve(document.name()), document.text());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applications")
    void areTheSameOnASecondBuild(String name, Application application, Settings settings) {
        assertThat(Deployment.of(application, settings, Optional.empty(), Prices.builtIn()).documents())
                .isEqualTo(Deployment.of(application, settings, Optional.empty(), Prices.builtIn()).documents());
    }

    private static void assertGolden(Path golden, String text) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
