package dev.punctual.template.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @Test
    void hasARowForEachThatWasAdded() {
        String text = Table.of("a", "b").row("1", "2").row("3", "").text();

        assertThat(text).isEqualTo("""
                | a | b |
                | --- | --- |
                | 1 | 2 |
                | 3 |  |
                """);
    }

    @Test
    void keepsCellsThatWouldEndThemselves() {
        assertThat(Table.of("a").row("x|y\\z\nw").text()).endsWith("| x\\|y\\\\z w |\n");
    }

    @Test
    void refusesRowsThatDoNotFit() {
        assertThatThrownBy(() -> Table.of("a", "b").row("1")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of [a, b] must have 2 cells, had 1");
    }

    @ParameterizedTest
    @CsvSource({ "PT0S,0s", "PT0.2S,200ms", "PT1.5S,1.5s", "PT90S,1m30s", "PT24H,24h", "P14D,14d", "P2DT1H,2d1h" })
    void writesDurations(Duration duration, String text) {
        assertThat(Spans.of(duration)).isEqualTo(text);
    }
}
