package dev.punctual.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({ "200ms, PT0.2S", "5s, PT5S", "2m, PT2M", "1h, PT1H", "1d, PT24H", "0s, PT0S", "007s, PT7S", "5 s, PT5S",
            "5S, PT5S", "20MS, PT0.02S", "999999999999999ms, PT277777777H46M39.999S" })
    void readsAmountAndUnit(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "PT0.2S, PT0.2S", "pt5s, PT5S", "P1D, PT24H", "P1DT1H, PT25H", "PT-5S, PT-5S", "-PT5S, PT-5S" })
    void readsIso8601(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @Test
    void ignoresSpaceAroundTheText() {
        assertThat(Durations.parse(" \t5s\n")).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "5", "s", "ms", "5x", "5 sec", "-5s", "+5s", "5.5s", "1e3s", "5s5s", "5s 5s", "P", "PT",
            "P1Y", "PT1", "0x10s", "٥s", "５s", "5\u00A0s", "\uD83D\uDE00", "${orders.budget}", "null", "NaN", "∞" })
    void refusesWhatIsNoDuration(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text))
                .withMessage("'" + text + "' is not a duration; write it like 200ms, 5s, 2m, 1h, 1d or PT5S");
    }

    @ParameterizedTest
    @ValueSource(strings = { "999999999999999d", "9999999999999999s", "99999999999999999999999999999999s",
            "P999999999999999999D", "PT9223372036854775808S" })
    void refusesMoreThanADurationHolds(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text)).withMessageStartingWith("'" + text + "'");
    }

    @Test
    void readsTheSameInEveryLocale() {
        // given: in Turkish, the lower case of I is not i
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));

        // when, then
        try {
            assertThat(Durations.parse("20MIN".replace("IN", "S"))).isEqualTo(Duration.ofMillis(20));
            assertThat(Durations.parse("PT1H")).isEqualTo(Duration.ofHours(1));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void findsTheShorter() {
        Duration second = Duration.ofSeconds(1);

        assertThat(Durations.min(second, Duration.ofHours(1))).isEqualTo(second);
        assertThat(Durations.min(Duration.ofHours(1), second)).isEqualTo(second);
        assertThat(Durations.min(Duration.ofHours(-1), second)).isEqualTo(Duration.ofHours(-1));
        assertThat(Durations.min(second, second)).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({ "PT0S, PT0S", "PT0.000000001S, PT1S", "PT0.999999999S, PT1S", "PT1S, PT1S", "PT1.000000001S, PT2S",
            "PT-0.5S, PT0S" })
    void roundsUpToWholeSeconds(Duration duration, Duration expected) {
        assertThat(Durations.ceilToSeconds(duration)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "PT0S, 2, PT0S", "PT1S, 2, PT0.5S", "PT1S, 3, PT0.333333333S", "PT12H, 1, PT12H", "PT0.000000001S, 2, PT0S",
            "PT-1S, 2, PT-0.5S", "PT-2.9S, 2, PT-1.45S",
            "PT2562047788015215H30M7.999999999S, 1000000000, PT2562047H47M16.854775807S",
            "PT1H, 2147483647, PT0.000001676S" })
    void divides(Duration duration, int parts, Duration expected) {
        assertThat(Durations.part(duration, parts)).isEqualTo(expected);
    }

    @Test
    void dividesAsTheJdkDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Duration duration = Duration.ofSeconds(random.nextLong() >>> random.nextInt(1, 63), random.nextInt(1_000_000_000));
            int parts = 1 + random.nextInt(Integer.MAX_VALUE >>> random.nextInt(31));

            assertThat(Durations.part(duration, parts)).isEqualTo(duration.dividedBy(parts));
        }
    }
}
