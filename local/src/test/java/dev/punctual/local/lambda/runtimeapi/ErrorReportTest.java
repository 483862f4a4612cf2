package dev.punctual.local.lambda.runtimeapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorReportTest {

    @Test
    void prefersTheBodyToTheHeader() {
        assertThat(parse("Header.Type", "{\"errorType\":\"a.B\",\"errorMessage\":\"m\",\"stackTrace\":[]}"))
                .isEqualTo(new ErrorReport("a.B", "m"));
    }

    @Test
    void takesTheHeaderWhereTheBodyHasNoType() {
        assertThat(parse("Header.Type", "{\"errorMessage\":\"m\"}")).isEqualTo(new ErrorReport("Header.Type", "m"));
        assertThat(parse("Header.Type", "[]")).isEqualTo(new ErrorReport("Header.Type", ""));
        assertThat(parse("Header.Type", "")).isEqualTo(new ErrorReport("Header.Type", ""));
    }

    @Test
    void neverRepeatsABodyThatIsNotJson() {
        assertThat(parse(null, "secret")).isEqualTo(
                new ErrorReport("Runtime.Unknown", "The runtime's error report of 6 bytes is not JSON"));
    }

    private static ErrorReport parse(String header, String body) {
        return ErrorReport.parse(header, body.getBytes(UTF_8));
    }
}
