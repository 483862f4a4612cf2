package dev.punctual.deployment.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.deployment.container.CacheMaker.Start;
import dev.punctual.deployment.container.StartReport.Cache;
import dev.punctual.deployment.container.StartReport.File;

class StartReportTest {

    private static final List<File> FILES = List.of(new File("shop-runner.jar", "the application", 300_000),
            new File("org.a.small-1.jar", "org.a", 900_000), new File("org.b.large-1.jar", "org.b", 1_500_000),
            new File("org.a.other-1.jar", "org.a", 1_000_000));

    private final StartReport report = new StartReport(FILES, Optional.of(3_400_000L),
            Optional.of(new Cache("function.aot", 36_000_000, 25, new Start(340, 500), new Start(700, 980))));

    @Test
    void tellsWhoMadeMostOfIt() {
        assertThat(report.text().lines()).containsExactly(
                "      3.7 MB  4 jars",
                "      1.9 MB    org.a",
                "      1.5 MB    org.b",
                "      0.3 MB    the application",
                "      3.4 MB  what the container image has of them",
                "     36.0 MB  function.aot, the cache of Java 25",
                "      340 ms  until the first answer with it, 500 ms of processor time",
                "      700 ms  without it, 980 ms of processor time");
    }

    @Test
    void tellsProgramsTheSame() throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(report.json());

        assertThat(json.get("bytes").asLong()).isEqualTo(3_700_000);
        assertThat(json.get("imageBytes").asLong()).isEqualTo(3_400_000);
        assertThat(json.at("/cache/bytes").asLong()).isEqualTo(36_000_000);
        assertThat(json.at("/firstAnswer/withCache/cpuMillis").asLong()).isEqualTo(500);
        assertThat(json.at("/firstAnswer/without/millis").asLong()).isEqualTo(700);
        assertThat(json.get("files").findValuesAsText("name")).containsExactly("org.b.large-1.jar", "org.a.other-1.jar",
                "org.a.small-1.jar", "shop-runner.jar");
    }

    @Test
    void leavesOutWhatWasNotMade() {
        StartReport sizes = new StartReport(List.of(new File("shop-runner", "", 40_000_000)), Optional.empty(),
                Optional.empty());

        assertThat(sizes.text()).startsWith("     40.0 MB  shop-runner").doesNotContain("cache");
        assertThat(sizes.json()).doesNotContain("imageBytes", "cache", "firstAnswer");
    }
}
