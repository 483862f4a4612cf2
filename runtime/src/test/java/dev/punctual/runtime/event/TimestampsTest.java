package dev.punctual.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;

class TimestampsTest {

    private static final Instant OTHERWISE = Instant.parse("2001-02-03T04:05:06Z");

    private static Instant read(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return Timestamps.read(parser, OTHERWISE);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "1545084650.987 | 2018-12-17T22:10:50.987Z", "1545084650 | 2018-12-17T22:10:50Z",
            "1.545084650987E9 | 2018-12-17T22:10:50.987Z", "0 | 1970-01-01T00:00:00Z", "-0.5 | 1969-12-31T23:59:59.500Z",
            "1545084650.123456789 | 2018-12-17T22:10:50.123456789Z", "1545084650.1234567899 | 2018-12-17T22:10:50.123456789Z" })
    void readsSecondsDigitByDigit(String json, Instant expected) throws IOException {
        assertThat(read(json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = { "\"2018-12-17T22:10:50.987Z\" | 2018-12-17T22:10:50.987Z",
            "\"2018-12-17T23:10:50.987+01:00\" | 2018-12-17T22:10:50.987Z", "\"1545084650.987\" | 2018-12-17T22:10:50.987Z" })
    void readsTextOfAnInstantOrOfSeconds(String json, Instant expected) throws IOException {
        assertThat(read(json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "true", "\"\"", "\"T\"", "\"soon\"", "\"2018-12-17\"", "\"2018-13-17T22:10:50Z\"",
            "\"2018-12-17T22:10:50\"", "{}", "[]", "99999999999999999999", "9223372036854775807" })
    void keepsToTheOtherInstantForWhatIsNone(String json) throws IOException {
        assertThat(read(json)).isEqualTo(OTHERWISE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1e999999999", "-1e999999999", "1e-999999999", "1e100000000", "-1e100000000", "1e-100000000",
            "\"1e2147483647\"", "\"1e-2147483647\"" })
    void isNotHeldUpByExponentsBeyondEveryInstant(String json) {
        Instant read = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read(json));

        assertThat(read).isIn(OTHERWISE, Instant.EPOCH);
    }

    @Test
    void readsMilliseconds() {
        assertThat(Timestamps.ofMillis("1545082649183", OTHERWISE)).isEqualTo(Instant.parse("2018-12-17T21:37:29.183Z"));
        assertThat(Timestamps.ofMillis("", OTHERWISE)).isEqualTo(OTHERWISE);
        assertThat(Timestamps.ofMillis("1545082649.183", OTHERWISE)).isEqualTo(OTHERWISE);
        assertThat(Timestamps.ofMillis("99999999999999999999", OTHERWISE)).isEqualTo(OTHERWISE);
    }
}
