package dev.punctual.local.lambda.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    @Test
    void knowsTheFourCalls() {
        assertThat(Route.of("GET", "/2018-06-01/runtime/invocation/next")).isEqualTo(new Route.Next());
        assertThat(Route.of("POST", "/2018-06-01/runtime/invocation/id-1/response")).isEqualTo(new Route.Response("id-1"));
        assertThat(Route.of("POST", "/2018-06-01/runtime/invocation/id-1/error")).isEqualTo(new Route.Failure("id-1"));
        assertThat(Route.of("POST", "/2018-06-01/runtime/init/error")).isEqualTo(new Route.InitFailure());
    }

    @ParameterizedTest
    @CsvSource({ "POST,/2018-06-01/runtime/invocation/next", "GET,/2018-06-01/runtime/invocation/id/response",
            "GET,/2018-06-01/runtime/init/error", "GET,/2020-01-01/extension/event/next", "GET,/",
            "POST,/2018-06-01/runtime/invocation/id/response/more", "POST,/2018-06-01/runtime/other/id/response" })
    void knowsNoOther(String method, String path) {
        assertThat(Route.of(method, path)).isEqualTo(new Route.Unknown());
    }
}
