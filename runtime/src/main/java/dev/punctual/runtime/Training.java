package dev.punctual.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.punctual.engine.Invocation;
import dev.punctual.runtime.config.FunctionRole;
import dev.punctual.runtime.lambda.PollLoop;
import dev.punctual.runtime.lambda.RuntimeApi;
import dev.punctual.runtime.lambda.TrainingApi;

/**
 * Has the process do what it would do on Lambda, with made-up batches for each of the functions, and end: a JVM that was told
 * to
 * writes a cache of what that took. Handlers see none of it, but for events that are given as files.
 *
 * <p>
 * No event fails: a JVM links what its cache holds when it starts, and two thousand classes that send dead letters would cost
 * each start what they save the few that need them.
 */
@Singleton
public class Training {

    private static final int ROUNDS = 20;
    private static final Duration TIME = Duration.ofSeconds(30);
    /** What Lambda tells a function, as properties, which come before the environment. */
    private static final Map<String, String> SURROUNDINGS = Map.of("AWS_LAMBDA_FUNCTION_NAME", "training", "aws.region",
            "us-east-1", "aws.accessKeyId", "none", "aws.secretAccessKey", "none");

    private final Rehearsal rehearsal;
    private final EventFunction function;

    @Inject
    Training(Rehearsal rehearsal, EventFunction function) {
        this.rehearsal = rehearsal;
        this.function = function;
    }

    /** Has the process look as on Lambda, where its environment does not; before the application starts. */
    static void prepare() {
        SURROUNDINGS.forEach((name, value) -> {
            if (System.getProperty(name) == null && System.getenv(environment(name)) == null) {
                System.setProperty(name, value);
            }
        });
    }

    private static String environment(String property) {
        return switch (property) {
            case "aws.region" -> "AWS_REGION";
            case "aws.accessKeyId" -> "AWS_ACCESS_KEY_ID";
            case "aws.secretAccessKey" -> "AWS_SECRET_ACCESS_KEY";
            default -> property;
        };
    }

    /**
     * Trains.
     *
     * @param arguments {@code --train}, alone or with {@code =} and how often each batch is handled; and files with events of
     *        Lambda's, which the function handles as real ones
     * @throws IOException if a file cannot be read, or an invocation failed
     */
    void run(String... arguments) throws IOException {
        int equals = arguments[0].indexOf('=');
        int rounds = equals < 0 ? ROUNDS : Integer.parseInt(arguments[0].substring(equals + 1));
        List<byte[]> batches = Stream.of(FunctionRole.values()).flatMap(role -> rehearsal.batches(role).stream()).toList();
        try (Rehearsal.Stage stage = rehearsal.handled()) {
            loop(repeated(batches, rounds), new FirstAnswer(), invocation -> stage.handle(invocation.event()));
        }
        List<byte[]> given = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            given.add(Files.readAllBytes(Path.of(arguments[i])));
        }
        loop(repeated(given, rounds), () -> {
        }, invocation -> function.handle(invocation.event(),
                new Invocation("training", invocation.requestId(), Instant.now().plus(TIME))));
    }

    private static List<byte[]> repeated(List<byte[]> batches, int rounds) {
        return Collections.nCopies(rounds, batches).stream().flatMap(List::stream).toList();
    }

    private static void loop(List<byte[]> events, Runnable answered, PollLoop.Handler handler) throws IOException {
        try (TrainingApi lambda = new TrainingApi(events, answered); RuntimeApi api = new RuntimeApi(lambda.address())) {
            CompletableFuture<List<String>> failures = new CompletableFuture<>();
            Thread server = new Thread(() -> serve(lambda, api, failures), "punctual-training");
            server.setDaemon(true);
            server.start();
            new PollLoop(api, FunctionLoop::trace, handler).run();
            if (!failures.join().isEmpty()) {
                throw new IOException("events of the training failed: " + failures.join());
            }
        }
    }

    private static void serve(TrainingApi lambda, RuntimeApi api, CompletableFuture<List<String>> failures) {
        try {
            failures.complete(lambda.serve(api::close));
        } catch (IOException | RuntimeException e) {
            failures.completeExceptionally(e);
        }
    }

    /** Tells, once, what the process took until its first answer. */
    private static final class FirstAnswer implements Runnable {

        private boolean told;

        @Override
        public void run() {
            if (!told) {
                told = true;
                ProcessHandle.current().info().totalCpuDuration()
                        .ifPresent(
                                cpu -> System.out.println("{\"punctual\":\"training\",\"step\":\"first-answer\",\"cpuMillis\":"
                                        + cpu.toMillis() + "}"));
            }
        }
    }
}
