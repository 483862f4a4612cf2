package dev.punctual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The page of faults names tests; they exist. */
class FaultsPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void eachFaultNamesATestThatExists() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/faults.md"));
        Map<String, String> sources = sources();

        List<String> missing = NAMED.matcher(page).results()
                .filter(named -> !sources.getOrDefault(named.group(1), "").contains(" " + named.group(2) + "("))
                .map(MatchResult::group).toList();

        assertThat(missing).isEmpty();
        assertThat(page.lines().filter(line -> line.startsWith("| ")).skip(1)).allMatch(line -> NAMED.matcher(line).find());
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> modules = Stream.of("extension", "testkit", "local", "wire", "cli", "runtime", "runtime-dev")
                .map(module -> ROOT.resolve(module + "/src/test"));
                Stream<Path> files = modules.flatMap(FaultsPageTest::walk)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""), FaultsPageTest::read,
                            String::concat));
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
