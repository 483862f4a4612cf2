package dev.punctual.journey.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

    @ParameterizedTest
    @CsvSource({ "PT0S, 0 ms", "PT0.0129S, 12 ms", "PT3.5S, 3.5 s", "PT1M, 1 min", "PT2M5S, 2 min 5 s", "PT1H3M, 1 h 3 min",
            "PT24H, 1 d", "P365D, 365 d", "PT25H59M, 1 d 1 h", "-PT3S, -3 s" })
    void saysDurationsAsPeopleDo(Duration span, String words) {
        assertThat(Spans.words(span)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({ "PT0.001S, 1 ms, 2", "PT1.43S, 500 ms, 3", "PT5.4S, 1 s, 6", "PT10S, 2 s, 6", "PT61S, 10 s, 7",
            "PT2H, 30 min, 5", "P9D, 2 d, 5", "P365D, 90 d, 5" })
    void marksAnAxisWithRoundDurations(Duration whole, String step, int number) {
        assertThat(Ticks.of(whole)).hasSize(number).first().isEqualTo(Duration.ZERO);
        assertThat(Spans.words(Ticks.of(whole).get(1))).isEqualTo(step);
    }

    @Test
    void marksNoAxisWithMoreThanSeven() {
        for (long millis = 1; millis < Duration.ofDays(70_000).toMillis(); millis += 1 + millis / 50) {
            assertThat(Ticks.of(Duration.ofMillis(millis))).hasSizeBetween(2, 7);
        }
    }
}
