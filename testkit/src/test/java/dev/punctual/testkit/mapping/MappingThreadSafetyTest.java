package dev.punctual.testkit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.LambdaFunction;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.stream.PutEntry;
import dev.punctual.testkit.stream.StreamService;

/** Mappings keep their promises on real threads, with functions that answer on threads of their own. */
@Timeout(60)
class MappingThreadSafetyTest {

    private static final int PRODUCERS = 4;
    private static final int EACH = 250;
    private static final Backoff SHORT = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));

    private final ThreadedScheduler time = new ThreadedScheduler();
    private final FaultPlan faults = new FaultPlan(new SplittableRandom(1));
    private final StreamService streams = new StreamService(time, AwsLocation.DEFAULT, faults, false);
    private final QueueService queues = new QueueService(time, AwsLocation.DEFAULT, faults, new SplittableRandom(2));
    private final Map<String, List<Integer>> handled = new ConcurrentHashMap<>();
    private final CountDownLatch left = new CountDownLatch(PRODUCERS * EACH);
    private final AtomicInteger invocations = new AtomicInteger();

    @AfterEach
    void stopThreads() {
        time.close();
    }

    @Test
    void aStreamMappingThatIsStoppedAndStartedUnderLoadDeliversEachRecordOnceAndInOrderOfItsKey() throws Exception {
        streams.createStream("orders", 2);
        var settings = StreamMappingSettings.of("orders", "notifier").batchSize(7).parallelizationFactor(3)
                .pollInterval(Duration.ofMillis(5)).backoff(SHORT).build();
        var mapping = new StreamMapping(settings, streams, queues, flaky(), time, new SplittableRandom(3));
        mapping.start();

        produce((key, number) -> streams.putRecord("orders",
                PutEntry.of(key, text(key, number).getBytes(StandardCharsets.UTF_8))));
        while (!left.await(10, TimeUnit.MILLISECONDS)) {
            mapping.stop();
            mapping.start();
        }

        assertThat(handled).hasSize(PRODUCERS)
                .allSatisfy((key, numbers) -> assertThat(numbers).isEqualTo(IntStream.range(0, EACH).boxed().toList()));
        assertThat(mapping.progress().itemsDiscarded()).isZero();
    }

    @Test
    void aQueueMappingDeliversEachMessageAndKeepsItsConcurrency() throws Exception {
        queues.createQueue("retries", Map.of());
        var settings = QueueMappingSettings.of("retries").maximumConcurrency(5).backoff(SHORT).build();
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        LambdaFunction function = payload -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            return throttling().invoke(payload).whenComplete((result, error) -> running.decrementAndGet());
        };
        new QueueMapping(settings, queues, function, time).start();

        produce((key, number) -> queues.sendMessage("retries", SendRequest.of(text(key, number))));

        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(handled).hasSize(PRODUCERS).allSatisfy((key, numbers) -> assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, EACH).boxed().toList()));
        assertThat(most.get()).isLessThanOrEqualTo(5);
    }

    private LambdaFunction flaky() {
        return failingEveryFifthTimeWith(FakeFunction.error());
    }

    private LambdaFunction throttling() {
        return failingEveryFifthTimeWith(new InvocationResult.Throttled());
    }

    private LambdaFunction failingEveryFifthTimeWith(InvocationResult failure) {
        return payload -> CompletableFuture.supplyAsync(() -> {
            if (invocations.incrementAndGet() % 5 == 0) {
                return failure;
            }
            Event.of(payload, Instant.EPOCH).texts().forEach(this::handle);
            return FakeFunction.answer("");
        });
    }

    private void handle(String text) {
        var parts = text.split(":", -1);
        handled.computeIfAbsent(parts[0], key -> new CopyOnWriteArrayList<>()).add(Integer.valueOf(parts[1]));
        left.countDown();
    }

    private static String text(String key, int number) {
        return key + ":" + number;
    }

    private interface Production {
        void put(String key, int number);
    }

    private static void produce(Production production) {
        CompletableFuture.allOf(IntStream.range(0, PRODUCERS).mapToObj(
                producer -> CompletableFuture
                        .runAsync(() -> IntStream.range(0, EACH).forEach(i -> production.put("key" + producer, i))))
                .toArray(CompletableFuture<?>[]::new)).join();
    }
}
