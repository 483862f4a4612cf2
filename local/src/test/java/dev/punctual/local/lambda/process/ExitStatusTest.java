package dev.punctual.local.lambda.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {

    @ParameterizedTest
    @CsvSource({ "0,exit status 0", "1,exit status 1", "137,signal: killed", "143,signal: terminated", "255,exit status 255",
            "9,exit status 9" })
    void speaksAsLambdaDoes(int code, String words) {
        assertThat(new ExitStatus(code).describe()).isEqualTo(words);
    }
}
