package dev.punctual.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;

class RedactionsTest {

    @Test
    void takesOutWhatTheExpressionsFind() {
        assertThat(Redactions.of(List.of("\\d{13,16}", "[^ ]+@[^ ]+")).apply("4111111111111111 of ada@example.com"))
                .isEqualTo("[redacted] of [redacted]");
    }

    @Test
    void takesNothingOutUnlessTold() {
        assertThat(Redactions.of(List.of()).apply("4111111111111111")).isEqualTo("4111111111111111");
    }

    @Test
    void saysWhichExpressionIsWrongAndWhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> Redactions.of(List.of("\\d+", "[0-9"))).withMessage(
                "quarkus.punctual.dead-letters.redact: '[0-9' is not a regular expression: Unclosed character class at"
                        + " character 4; mend it, with '\\,' for a comma within it, or remove it");
        assertThatIllegalArgumentException().isThrownBy(() -> Redactions.of(List.of("\\d*"))).withMessage(
                "quarkus.punctual.dead-letters.redact: '\\d*' finds the empty text, so it would put [redacted] between all"
                        + " characters; have it find at least one, with + instead of *");
    }
}
