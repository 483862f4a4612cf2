package dev.punctual.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.punctual.template.application.Application;
import dev.punctual.template.cost.Prices;
import dev.punctual.template.settings.Settings;

/** AWS's own validators find no error: that of CloudFormation in each build, cfn-lint where the machine has it. */
class ValidatorsTest {

    private static final Path SOURCE = Path.of("src", "test", "npm").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "npm").toAbsolutePath();
    private static final String LOCK = "package-lock.json";

    @BeforeAll
    static void install() throws Exception {
        Path installed = FOLDER.resolve("installed-lock.json");
        if (Files.exists(installed) && Files.mismatch(installed, SOURCE.resolve(LOCK)) == -1) {
            return;
        }
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", LOCK, "validate.cjs")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(run(FOLDER, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund").status()).isZero();
        Files.copy(SOURCE.resolve(LOCK), installed, StandardCopyOption.REPLACE_EXISTING);
    }

    static Stream<Arguments> applications() {
        return GoldenFilesTest.applications();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applications")
    void ofCloudFormationFindNoError(String name, Application application, Settings settings) throws Exception {
        Path template = written(name, application, settings, "template.cfn.yaml");

        Output output = run(FOLDER, "node", "validate.cjs", template.toString());

        assertThat(output.lines()).anyMatch(line -> line.startsWith("VALIDATED\t"))
                .noneMatch(line -> line.startsWith("ERROR\t") || line.startsWith("FATAL\t"));
        assertThat(output.status()).isZero();
    }

    @Test
    void ofCloudFormationFindWhatIsWrong() throws Exception {
        Path template = written("one-handler", Applications.oneHandler(), Settings.DEFAULT, "template.cfn.yaml");
        Path broken = template.resolveSibling("broken.yaml");
        Files.writeString(broken, Files.readString(template).replace("StartingPosition:", "StartPosition:"));

        Output output = run(FOLDER, "node", "validate.cjs", broken.toString());

        assertThat(output.lines()).anyMatch(line -> line.startsWith("ERROR\t") || line.startsWith("FATAL\t"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applications")
    void ofLinesFindNothing(String name, Application application, Settings settings) throws Exception {
        assumeTrue(isOnThePath("cfn-lint"), "cfn-lint is not on the path");

        for (String document : List.of("template.yaml", "template.cfn.yaml")) {
            Output output = run(FOLDER, "cfn-lint", "--regions", "us-east-1", "--",
                    written(name, application, settings, document).toString());
            assertThat(output.lines()).as(document).isEmpty();
        }
    }

    private static Path written(String name, Application application, Settings settings, String document) throws IOException {
        Path file = Path.of("target", "validated", name, document).toAbsolutePath();
        Files.createDirectories(file.getParent());
        return Files.writeString(file,
                Deployment.of(application, settings, Optional.empty(), Prices.builtIn()).documents().stream()
                        .filter(written -> written.name().equals(document)).findFirst().orElseThrow().text());
    }

    private static boolean isOnThePath(String program) throws Exception {
        return run(Path.of("."), "sh", "-c", "command -v " + program + " && " + program + " --version").status() == 0;
    }

    private record Output(int status, List<String> lines) {
    }

    private static Output run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().filter(line -> !line.isBlank()).toList();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(String.join(" ", command)).isTrue();
        return new Output(process.exitValue(), lines);
    }
}
