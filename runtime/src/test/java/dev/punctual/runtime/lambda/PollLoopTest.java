package dev.punctual.runtime.lambda;

import static dev.punctual.runtime.lambda.FakeRuntimeApi.event;
import static dev.punctual.runtime.lambda.FakeRuntimeApi.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PollLoopTest {

    private final List<Invocation> handled = new ArrayList<>();
    private final List<String> traces = new ArrayList<>();

    private byte[] answer(Invocation invocation) {
        handled.add(invocation);
        return ("did " + new String(invocation.event(), UTF_8)).getBytes(UTF_8);
    }

    /** Runs until the API answers what ends the loop. */
    private void run(FakeRuntimeApi lambda, PollLoop.Handler handler) throws IOException {
        try (RuntimeApi api = new RuntimeApi(lambda.address())) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> new PollLoop(api, traces::add, handler).run())
                    .withMessageContaining("answered 500");
        }
    }

    @Test
    void answersOneInvocationAfterTheOtherOverOneConnection() throws IOException {
        try (FakeRuntimeApi lambda = new FakeRuntimeApi(event("r-1", "a"), status(202), event("r-2", "b"), status(202),
                status(500))) {
            run(lambda, this::answer);

            assertThat(lambda.requests).containsExactly("GET invocation/next", "POST invocation/r-1/response did a",
                    "GET invocation/next", "POST invocation/r-2/response did b", "GET invocation/next");
            assertThat(lambda.connections).isEqualTo(1);
        }
        assertThat(handled).extracting(Invocation::requestId).containsExactly("r-1", "r-2");
        assertThat(handled.get(0).deadline()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(traces).containsExactly("Root=1-r-1", "Root=1-r-2");
    }

    @Test
    void connectsAgainWhereAConnectionBroke() throws IOException {
        try (FakeRuntimeApi lambda = new FakeRuntimeApi(event("r-1", "a"), "", status(202), status(500))) {
            run(lambda, this::answer);

            assertThat(lambda.requests).containsExactly("GET invocation/next", "POST invocation/r-1/response did a",
                    "POST invocation/r-1/response did a", "GET invocation/next");
            assertThat(lambda.connections).isEqualTo(2);
        }
    }

    @Test
    void reportsAnInvocationThatFailsAndGoesOn() throws IOException {
        try (FakeRuntimeApi lambda = new FakeRuntimeApi(event("r-1", "a"), status(202), event("r-2", "b"), status(202),
                status(500))) {
            run(lambda, invocation -> {
                if (invocation.requestId().equals("r-1")) {
                    throw new IllegalStateException("no \"records\"");
                }
                return answer(invocation);
            });

            assertThat(lambda.requests.get(1)).startsWith("POST invocation/r-1/error {\"errorMessage\":\"no \\\"records\\\"\","
                    + "\"errorType\":\"java.lang.IllegalStateException\",\"stackTrace\":[\"dev.punctual.");
            assertThat(lambda.requests.get(3)).isEqualTo("POST invocation/r-2/response did b");
        }
    }

    @Test
    void endsWithAProcessThatCannotGoOn() throws IOException {
        try (FakeRuntimeApi lambda = new FakeRuntimeApi(event("r-1", "a"), status(202));
                RuntimeApi api = new RuntimeApi(lambda.address())) {
            assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> new PollLoop(api, traces::add, invocation -> {
                throw new OutOfMemoryError("Java heap space");
            }).run());

            assertThat(lambda.requests.get(1)).startsWith("POST invocation/r-1/error").contains("OutOfMemoryError");
        }
    }

    @Test
    void endsQuietlyWhereItIsClosedWhileItWaits() throws Exception {
        try (FakeRuntimeApi lambda = new FakeRuntimeApi(); RuntimeApi api = new RuntimeApi(lambda.address())) {
            CompletableFuture<Void> loop = CompletableFuture.runAsync(() -> {
                try {
                    new PollLoop(api, traces::add, this::answer).run();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            while (lambda.requests.isEmpty()) {
                Thread.sleep(Duration.ofMillis(5).toMillis());
            }

            api.close();

            loop.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void saysWhatIsWrongWithAnInvocation() throws IOException {
        try (FakeRuntimeApi lambda = new FakeRuntimeApi("HTTP/1.1 200 OK\r\nLambda-Runtime-Deadline-Ms: soon\r\n"
                + "Lambda-Runtime-Aws-Request-Id: r\r\nContent-Length: 0\r\n\r\n");
                RuntimeApi api = new RuntimeApi(lambda.address())) {
            assertThatExceptionOfType(IOException.class).isThrownBy(api::next)
                    .withMessage("Lambda-Runtime-Deadline-Ms is 'soon', expected milliseconds");
        }
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RuntimeApi("localhost:http"))
                .withMessage("AWS_LAMBDA_RUNTIME_API is 'localhost:http', expected host:port");
    }
}
