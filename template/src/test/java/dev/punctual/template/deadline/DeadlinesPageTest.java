package dev.punctual.template.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.punctual.template.settings.Packaging;

/** {@code docs/deadlines.md} says what the build does. */
class DeadlinesPageTest {

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("..", "docs", "deadlines.md"));
    }

    @Test
    void showsTheTimelineThatTheBuildPrints() {
        Plan plan = new Plan().budget("10s");
        plan.window = Duration.ofSeconds(1);
        plan.guard = Duration.ofMillis(250);
        plan.packaging = new Packaging.JavaZip("java25", true);

        assertThat(page).contains("```\n" + plan.deadlines().text() + "```\n");
        assertThat(plan.deadlines().findings()).isEmpty();
    }

    @Test
    void listsTheEstimates() {
        Packaging jvm = new Packaging.JavaZip("java25", false);

        assertThat(page).contains("| " + words(ColdStarts.NATIVE) + " |", "| " + words(ColdStarts.SNAP_START) + " |",
                words(ColdStarts.of(jvm, 128)) + " below 512 MB", words(ColdStarts.of(jvm, 512)) + " from 512 MB",
                words(ColdStarts.of(jvm, 1_024)) + " from 1,024 MB", words(ColdStarts.of(jvm, 1_769)) + " from 1,769 MB",
                words(ColdStarts.of(jvm, 3_008)) + " from 3,008 MB", "| C, an attempt | " + words(Estimates.ATTEMPT) + " |",
                "| poll of a shard | " + words(Estimates.POLL) + " |",
                "| poll of a queue that feeds handlers | " + words(Estimates.LONG_POLL) + " |");
    }

    private static String words(Duration duration) {
        return Spans.text(duration).replaceFirst("(ms|s)$", " $1");
    }
}
