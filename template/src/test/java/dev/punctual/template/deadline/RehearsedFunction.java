package dev.punctual.template.deadline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.punctual.engine.BatchItem;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.Invocation;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.testkit.fiber.FiberOwner;
import dev.punctual.testkit.fiber.Fibers;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.LambdaFunction;
import dev.punctual.testkit.time.Scheduler;

/** A Lambda function with the real engine in it, whose environments take their time to start; in virtual time. */
final class RehearsedFunction implements LambdaFunction {

    private static final FiberOwner ALIVE = () -> true;

    private final Duration timeout;
    private final Duration coldStart;
    private final Supplier<Duration> latency;
    private final Supplier<BatchProcessor> engines;
    private final Function<byte[], List<BatchItem>> reader;
    private final Scheduler time;
    private final Fibers fibers;
    private final Deque<BatchProcessor> idle = new ArrayDeque<>();

    /**
     * @param latency what each batch takes on its way here
     * @param engines makes that of a new environment
     */
    RehearsedFunction(Duration timeout, Duration coldStart, Supplier<Duration> latency, Supplier<BatchProcessor> engines,
            Function<byte[], List<BatchItem>> reader, Scheduler time, Fibers fibers) {
        this.timeout = timeout;
        this.coldStart = coldStart;
        this.latency = latency;
        this.engines = engines;
        this.reader = reader;
        this.time = time;
        this.fibers = fibers;
    }

    @Override
    public CompletionStage<InvocationResult> invoke(byte[] payload) {
        boolean cold = idle.isEmpty();
        BatchProcessor engine = cold ? engines.get() : idle.pop();
        CompletableFuture<InvocationResult> result = new CompletableFuture<>();
        Duration before = latency.get().plus(cold ? coldStart : Duration.ZERO);
        time.schedule(before, () -> fibers.start(ALIVE, () -> {
            Invocation invocation = new Invocation("rehearsed", "request", time.instant().plus(timeout));
            byte[] answer = answer(engine.process(reader.apply(payload), invocation));
            idle.push(engine);
            result.complete(new InvocationResult.Success(answer));
        }));
        return result;
    }

    private static byte[] answer(List<ItemOutcome> outcomes) {
        return outcomes.stream().filter(outcome -> !outcome.outcome().acknowledged())
                .map(outcome -> "{\"itemIdentifier\":\"" + outcome.itemId() + "\"}")
                .collect(Collectors.joining(",", "{\"batchItemFailures\":[", "]}")).getBytes(StandardCharsets.UTF_8);
    }
}
