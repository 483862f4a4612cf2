package dev.punctual.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TrainingApiTest {

    private final List<String> handled = new ArrayList<>();
    private int answered;

    private static List<byte[]> events(String... events) {
        return Stream.of(events).map(event -> event.getBytes(UTF_8)).toList();
    }

    private static CompletableFuture<List<String>> serve(TrainingApi lambda, TrainingApi.End end) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return lambda.serve(end);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Runs until there are no events left; returns what the function told of failures. */
    private List<String> loop(PollLoop.Handler handler, String... events) throws IOException {
        try (TrainingApi lambda = new TrainingApi(events(events), () -> answered++);
                RuntimeApi api = new RuntimeApi(lambda.address())) {
            CompletableFuture<List<String>> failures = serve(lambda, api::close);
            new PollLoop(api, trace -> {
            }, handler).run();
            return failures.join();
        }
    }

    @Test
    void handsOutEachEventAndEndsTheLoop() throws IOException {
        List<String> failures = loop(invocation -> {
            handled.add(invocation.requestId() + ' ' + new String(invocation.event(), UTF_8));
            return "{}".getBytes(UTF_8);
        }, "a", "bé");

        assertThat(handled).containsExactly("training-0 a", "training-1 bé");
        assertThat(answered).isEqualTo(2);
        assertThat(failures).isEmpty();
    }

    @Test
    void tellsOfInvocationsThatFailed() throws IOException {
        List<String> failures = loop(invocation -> {
            throw new IllegalStateException("no luck");
        }, "a");

        assertThat(answered).isZero();
        assertThat(failures).singleElement().asString().contains("\"errorMessage\":\"no luck\"");
    }

    @Test
    void endsTheLoopAtOnceWithoutEvents() throws IOException {
        assertThat(loop(invocation -> new byte[0])).isEmpty();
    }

    @Test
    void failsWhereTheFunctionGoesAway() throws IOException {
        try (TrainingApi lambda = new TrainingApi(events("a"), () -> {
        })) {
            CompletableFuture<List<String>> served = serve(lambda, () -> {
            });
            String address = lambda.address();

            new Socket("127.0.0.1", Integer.parseInt(address.substring(address.indexOf(':') + 1))).close();

            assertThatExceptionOfType(CompletionException.class).isThrownBy(served::join)
                    .withRootCauseInstanceOf(EOFException.class);
        }
    }
}
