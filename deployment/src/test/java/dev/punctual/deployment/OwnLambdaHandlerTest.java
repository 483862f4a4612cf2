package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import io.quarkus.test.QuarkusUnitTest;

class OwnLambdaHandlerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Own.class)
            .assertException(
                    failure -> assertThat(failure).rootCause()
                            .hasMessageContaining("custom handler class and the Punctual extension"));

    public static class Own implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String input, Context context) {
            return input;
        }
    }

    @Test
    void refusesASecondLambdaHandlerBesideTheProvidedOne() {
        fail(QuarkusUnitTest.THE_BUILD_WAS_EXPECTED_TO_FAIL);
    }
}
