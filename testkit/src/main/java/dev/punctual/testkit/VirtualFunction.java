package dev.punctual.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.punctual.engine.BatchItem;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.Invocation;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.LambdaFunction;
import dev.punctual.testkit.time.Scheduler;

/** A function of the application as Lambda runs it: the real engine, in processes that live on until they crash. */
final class VirtualFunction implements LambdaFunction {

    /** A process and the engine that it has for life. */
    private record Warm(VirtualProcess process, BatchProcessor engine) {
    }

    private final String name;
    private final Duration timeout;
    private final Stage stage;
    private final Function<byte[], List<BatchItem>> reader;
    private final Deque<Warm> idle = new ArrayDeque<>();
    private final List<VirtualProcess> busy = new ArrayList<>();
    private int invocations;

    /**
     * @param reader reads the batch that a mapping hands over
     */
    VirtualFunction(String name, Duration timeout, Stage stage, Function<byte[], List<BatchItem>> reader) {
        this.name = name;
        this.timeout = timeout;
        this.stage = stage;
        this.reader = reader;
    }

    @Override
    public CompletionStage<InvocationResult> invoke(byte[] payload) {
        CompletionStage<InvocationResult> result = launch(payload);
        if (stage.takeDuplicate()) {
            launch(payload);
        }
        return result;
    }

    boolean isIdle() {
        return busy.isEmpty();
    }

    /** Ends the processes that have an invocation; returns how many. */
    int crash() {
        List<VirtualProcess> crashing = List.copyOf(busy);
        crashing.forEach(process -> process.crash("Runtime.ExitError"));
        return crashing.size();
    }

    private CompletableFuture<InvocationResult> launch(byte[] payload) {
        Warm warm = idle.isEmpty() ? cold() : idle.pop();
        VirtualProcess process = warm.process();
        CompletableFuture<InvocationResult> result = new CompletableFuture<>();
        process.begin(result);
        busy.add(process);
        Invocation invocation = new Invocation(name, "request-" + ++invocations, stage.time().instant().plus(timeout));
        Scheduler.Task timer = stage.time().schedule(timeout, () -> {
            process.crash("Sandbox.Timedout");
            stage.fibers().check();
        });
        result.thenRun(() -> {
            timer.cancel();
            busy.remove(process);
            if (process.isAlive()) {
                idle.push(warm);
            }
        });
        stage.fibers().start(process, () -> process.end(run(warm.engine(), payload, invocation)));
        return result;
    }

    private Warm cold() {
        VirtualProcess process = new VirtualProcess();
        return new Warm(process, stage.engine(process));
    }

    private InvocationResult run(BatchProcessor engine, byte[] payload, Invocation invocation) {
        List<BatchItem> items = reader.apply(payload);
        items.forEach(item -> stage.journal().delivered(item.event(), name, invocation.requestId()));
        return new InvocationResult.Success(answer(engine.process(items, invocation)));
    }

    /** The partial batch response; the ids in it need no escapes in JSON. */
    private static byte[] answer(List<ItemOutcome> outcomes) {
        return outcomes.stream().filter(outcome -> !outcome.outcome().acknowledged())
                .map(outcome -> "{\"itemIdentifier\":\"" + outcome.itemId() + "\"}")
                .collect(Collectors.joining(",", "{\"batchItemFailures\":[", "]}")).getBytes(StandardCharsets.UTF_8);
    }
}
