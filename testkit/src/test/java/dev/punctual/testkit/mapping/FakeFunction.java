package dev.punctual.testkit.mapping;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.LambdaFunction;
import dev.punctual.testkit.time.Scheduler;

/** A function that remembers its events and answers as it is told, after a while of virtual time. */
final class FakeFunction implements LambdaFunction {

    final List<Event> events = new ArrayList<>();
    Function<Event, InvocationResult> behaviour = event -> answer("");
    Duration duration = Duration.ZERO;
    int running;
    int mostRunning;

    private final Scheduler time;

    FakeFunction(Scheduler time) {
        this.time = time;
    }

    @Override
    public CompletionStage<InvocationResult> invoke(byte[] payload) {
        var event = Event.of(payload, time.instant());
        events.add(event);
        mostRunning = Math.max(mostRunning, ++running);
        var result = new CompletableFuture<InvocationResult>();
        time.schedule(duration, () -> {
            running--;
            result.complete(behaviour.apply(event));
        });
        return result;
    }

    List<List<String>> batches() {
        return events.stream().map(Event::texts).toList();
    }

    List<Instant> times() {
        return events.stream().map(Event::at).toList();
    }

    static InvocationResult answer(String json) {
        return new InvocationResult.Success(json.getBytes(StandardCharsets.UTF_8));
    }

    static InvocationResult failed(String... ids) {
        var items = Arrays.stream(ids).map(id -> "{\"itemIdentifier\":\"" + id + "\"}").toList();
        return answer("{\"batchItemFailures\":[" + String.join(",", items) + "]}");
    }

    static InvocationResult error() {
        return new InvocationResult.Failure("java.lang.IllegalStateException", "ordered by the test");
    }

    /** Fails events that hold a text, handles others. */
    static Function<Event, InvocationResult> failingOn(String text) {
        return event -> event.texts().contains(text) ? error() : answer("");
    }
}
